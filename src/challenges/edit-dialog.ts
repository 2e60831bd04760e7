import { z } from 'zod';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import { challengeById, changeChallenge } from './find.ts';
import { editFormCard } from './form-cards.ts';
import { type EditOutcome, edit } from './life.ts';
import { challengeIdSchema, type KnownChallenge, wordingOf } from './model.ts';
import { dateProblems, editInputs } from './open-inputs.ts';
import type { ChallengeParts } from './parts.ts';
import { showChallenge } from './show.ts';

const aboutSchema = z.strictObject({ challenge: challengeIdSchema, seen: z.string().max(43).default('') });

const isOver = ({ body }: KnownChallenge): boolean => body.state === 'closed' || body.state === 'takenBack';

const seenNow = ({ id, body }: KnownChallenge) => ({ challenge: id, seen: wordingOf(body) });

/** The form by which the innovation team changes the text and the days of a challenge that is not over. */
export function editDialog(parts: ChallengeParts): Dialog {
  const { store } = parts;
  return dialog({
    name: 'challenge.edit',
    about: aboutSchema,
    inputs: editInputs,
    context: ({ actor }, { challenge }) => challengeById(store, actor.tenantId, challenge),
    async open(turn, { challenge }) {
      const known = await challengeById(store, turn.actor.tenantId, challenge);
      if (!known || isOver(known)) return showChallenge(parts, turn, known);
      const { title, text, opensOn, closesOn } = known.body;
      return openForm(seenNow(known), { title, text, opensOn, closesOn });
    },
    draw: ({ words }, state, known) => editFormCard(words, state, known),
    async submit(turn, { challenge, seen }, inputs) {
      const { actor, words, now } = turn;
      const found = await challengeById(store, actor.tenantId, challenge);
      if (!found) return showChallenge(parts, turn, undefined);
      const dates = { opensOn: inputs.opensOn ?? found.body.opensOn, closesOn: inputs.closesOn };
      const problems = dateProblems(words, dates, now, parts, found.body.state !== 'planned');
      if (problems && !isOver(found)) return { kind: 'problems', problems };
      let outcome: EditOutcome | undefined;
      const known = await changeChallenge(parts, actor.tenantId, challenge, (current) => {
        outcome = edit(current, { ...dates, title: inputs.title, text: inputs.text, seen }, now, parts);
        return outcome.kind === 'edited' ? outcome.next : undefined;
      });
      if (known && outcome?.kind === 'meanwhile')
        return refuse('form', words.say('challenges.edit.meanwhile'), { about: seenNow(known) });
      if (outcome?.kind === 'over') return refuse('form', words.say('challenges.edit.over'));
      return showChallenge(parts, turn, known);
    },
    cancel: async (turn, { challenge }) =>
      showChallenge(parts, turn, await challengeById(store, turn.actor.tenantId, challenge)),
  });
}
