import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { byOf } from '../engagement/marks.ts';
import { changeReplication } from './find.ts';
import { editFormCard } from './form-cards.ts';
import { edit } from './life.ts';
import type { SpreadParts } from './parts.ts';
import { replicationForm } from './replication-form.ts';
import { isNear, startInput } from './start-dates.ts';
import { leadInput, typedLead } from './typed-lead.ts';

/** The form by which another lead is named, or the start is moved. */
export function editDialog(parts: SpreadParts): Dialog {
  const { store, localDate } = parts;
  return replicationForm(parts, {
    name: 'spread.edit',
    inputs: (words) => z.strictObject({ lead: leadInput, startsOn: startInput(words) }),
    may: ({ state }) => state === 'running',
    typed: ({ lead, startsOn }) => ({ lead: lead.personId, startsOn }),
    draw: ({ words }, state, known) => editFormCard(words, state, known),
    async submit(turn, { id, body }, { lead: typed, startsOn: date }) {
      const { actor, words, now } = turn;
      const today = localDate(now);
      const startsOn = date || body.startsOn;
      if (!isNear(startsOn, today)) return refuse('startsOn', words.say('spread.start.far'));
      const lead = typed === '' ? body.lead : await typedLead(store, turn, typed, [body.lead]);
      if (!lead) return refuse('lead', words.say('triage.trial.leadUnknown'));
      const wish = { by: byOf(actor), lead, startsOn };
      const known = await changeReplication(parts, actor.tenantId, id, (current) =>
        edit(current, wish, today, now),
      );
      return known && known.body.state !== 'running' ? refuse('form', words.say('spread.edit.over')) : known;
    },
  });
}
