import { z } from 'zod';
import { type Answer, type CardView, sayText, showCard } from '../../bot/answer.ts';
import { cardAction } from '../../bot/card-action.ts';
import { dialog, formData, nothing, openForm, refuse } from '../../bot/dialog.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Feature } from '../../feature.ts';
import { sayDate } from '../../ideas/plan-words.ts';
import { changeProfile, noteContact, profileOf } from '../../people/profiles.ts';
import type { Words } from '../../words/words.ts';
import { typedDate } from '../trial-plan.ts';
import type { TriageParts } from '../work-on.ts';
import { isAhead, saidReturn } from './said-return.ts';

/** Somebody of the team says until when they are away, and that they are back. */
export function awayFeature(parts: TriageParts): Feature {
  const { store, localDate } = parts;
  const show = async (turn: Turn): Promise<Answer> => {
    const profile = await profileOf(store, turn.actor.tenantId, turn.actor.personId);
    const until = profile?.awayUntil ?? '';
    return showCard(awayCard(turn.words, turn.actor.name, until > localDate(turn.now) ? until : ''));
  };
  return {
    commands: [
      {
        name: 'away',
        async run(turn, rest) {
          if (rest === '') return show(turn);
          if (/^(?:off|no|back|over)$/iu.test(rest)) {
            await setAway(parts, turn, undefined);
            return show(turn);
          }
          const until = saidReturn(rest, localDate(turn.now));
          if (until === undefined) return sayText(turn.words.say('away.unclear'));
          await setAway(parts, turn, until);
          return show(turn);
        },
      },
    ],
    dialogs: [
      dialog({
        name: 'triage.away',
        about: nothing,
        inputs: (words) => z.strictObject({ until: typedDate(words) }),
        context: async () => undefined,
        open: async () => openForm({}),
        draw: ({ words }, state) => ({
          card: 'triage/away-form',
          data: formData(state, ['until']),
          summary: words.say('away.heading'),
        }),
        async submit(turn, _about, { until }) {
          if (!isAhead(until, localDate(turn.now))) return refuse('until', turn.words.say('away.wrong'));
          await setAway(parts, turn, until);
          return show(turn);
        },
        cancel: show,
      }),
    ],
    actions: [
      cardAction({
        name: 'triage.back',
        about: nothing,
        async run(turn) {
          await setAway(parts, turn, undefined);
          return show(turn);
        },
      }),
    ],
  };
}

/** @param until the local date on which they are back; undefined: they are there. */
async function setAway({ store, localDate }: TriageParts, turn: Turn, until: string | undefined) {
  const { actor, conversation, now } = turn;
  const { tenantId, personId } = actor;
  // What somebody says first of all may come before iNews has noted them.
  if (!(await profileOf(store, tenantId, personId)))
    await noteContact(store, actor, conversation, localDate(now));
  await changeProfile(store, tenantId, personId, ({ awayUntil, ...person }) =>
    awayUntil === until ? undefined : { ...person, ...(until && { awayUntil: until }) },
  );
}

function awayCard(words: Words, name: string, until: string): CardView {
  const heading = until
    ? words.say('away.until', { name, date: sayDate(words, until) })
    : words.say('away.here', { name });
  return {
    card: 'triage/away',
    data: { heading, text: words.say(until ? 'away.until.text' : 'away.here.text'), away: until !== '' },
    summary: heading,
  };
}
