import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { RosterUnavailable } from '../bot/roster.ts';
import { isFinal } from '../ideas/lifecycle.ts';
import { mostCoOwners } from '../ideas/terms.ts';
import type { By } from '../people/by.ts';
import { assign, ownersOf } from './assign.ts';
import { triageForm } from './triage-form.ts';
import { typedPeople } from './typed-people.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

/** The form by which an idea is given to people of the innovation team. Who they are is checked here, not by the picker. */
export function assignDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.assign',
    card: 'triage/assign',
    heading: 'triage.assign.heading',
    fields: ['owners'],
    inputs: (words) =>
      z.strictObject({
        owners: typedPeople(words.say('triage.assign.missing')).refine(
          (ids) => ids.length <= mostCoOwners + 1,
          words.say('triage.assign.tooMany', { max: mostCoOwners + 1 }),
        ),
      }),
    may: ({ state }) => !isFinal(state),
    typed: (submission, { actor }) => ({
      owners: (ownersOf(submission).length > 0 ? ownersOf(submission) : [actor])
        .map(({ personId }) => personId)
        .join(','),
    }),
    data: (_, submission) => ({ known: submission ? ownersOf(submission) : [] }),
    async submit(turn, idea, { owners }) {
      const { actor, words, now } = turn;
      const found: By[] = [];
      try {
        for (const personId of owners) {
          const person = personId === actor.personId ? byOf(turn) : await find(actor.tenantId, personId);
          if (!person) return refuse('owners', words.say('triage.assign.notTeam'));
          found.push(person);
        }
      } catch (error) {
        if (!(error instanceof RosterUnavailable)) throw error;
        return refuse('owners', words.say('triage.assign.roster'));
      }
      return workOn(parts, turn, idea, (current) => assign(current, byOf(turn), found, now));
    },
  });

  function find(tenantId: string, personId: string): Promise<By | undefined> {
    return parts.findTriager(tenantId, personId);
  }
}
