import { z } from 'zod';
import { type Dialog, dialog, openForm } from '../bot/dialog.ts';
import { challengeById, changeChallenge } from './find.ts';
import { endFormCard } from './form-cards.ts';
import { closeEarly, takeBack } from './life.ts';
import { challengeIdSchema } from './model.ts';
import type { ChallengeParts } from './parts.ts';
import { showChallenge } from './show.ts';

/** The form by which the innovation team closes a challenge before its time or takes it back: both are for good. */
export function endDialog(parts: ChallengeParts): Dialog {
  const { store } = parts;
  return dialog({
    name: 'challenge.end',
    about: z.strictObject({ challenge: challengeIdSchema }),
    inputs: (words) =>
      z.strictObject({
        end: z.enum(['close', 'takeBack'], { error: words.say('challenges.end.missing') }),
      }),
    context: ({ actor }, { challenge }) => challengeById(store, actor.tenantId, challenge),
    async open(turn, about) {
      const known = await challengeById(store, turn.actor.tenantId, about.challenge);
      const isOver = known?.body.state === 'closed' || known?.body.state === 'takenBack';
      return !known || isOver ? showChallenge(parts, turn, known) : openForm(about);
    },
    draw: ({ words }, state, known) => endFormCard(words, state, known),
    async submit(turn, { challenge }, { end }) {
      const { personId, name, tenantId } = turn.actor;
      const known = await changeChallenge(parts, tenantId, challenge, (current) =>
        end === 'close' ? closeEarly(current, { personId, name }, turn.now) : takeBack(current, turn.now),
      );
      return showChallenge(parts, turn, known);
    },
    cancel: async (turn, { challenge }) =>
      showChallenge(parts, turn, await challengeById(store, turn.actor.tenantId, challenge)),
  });
}
