import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Feature } from '../feature.ts';
import { editDialog } from './edit-dialog.ts';
import { endDialog } from './end-dialog.ts';
import { challengeById, changeChallenge } from './find.ts';
import { tellDecided } from './life.ts';
import { lists } from './list-card.ts';
import { challengeIdSchema } from './model.ts';
import { openDialog } from './open-dialog.ts';
import type { ChallengeParts } from './parts.ts';
import { challengeDeliveries, challengeListeners } from './posting.ts';
import { listChallenges, showChallenge } from './show.ts';
import { challengeTurns } from './turns.ts';

const challengeSchema = z.strictObject({ challenge: challengeIdSchema });

/** Questions that the innovation team puts to many people for a while, and what becomes of the answers. */
export function challengesFeature(parts: ChallengeParts): Feature {
  const { store } = parts;
  return {
    commands: [
      { name: 'challenges', run: (turn) => listChallenges(parts, turn, { list: 'open', after: '' }) },
    ],
    dialogs: [openDialog(parts), editDialog(parts), endDialog(parts)],
    actions: [
      cardAction({
        name: 'challenges.list',
        about: z.strictObject({
          list: z.enum(lists).default('open'),
          after: z.string().max(2000).default(''),
        }),
        run: (turn, place) => listChallenges(parts, turn, place),
      }),
      cardAction({
        name: 'challenges.view',
        about: challengeSchema,
        run: async (turn, { challenge }) =>
          showChallenge(parts, turn, await challengeById(store, turn.actor.tenantId, challenge)),
      }),
      cardAction({
        name: 'challenges.tell',
        about: challengeSchema,
        async run(turn, { challenge }) {
          const known = await changeChallenge(parts, turn.actor.tenantId, challenge, (current) =>
            tellDecided(current, turn.now),
          );
          return known && known.body.state !== 'closed'
            ? sayText(turn.words.say('challenges.tell.early'))
            : showChallenge(parts, turn, known);
        },
      }),
    ],
    listeners: challengeListeners(parts),
    deliveryCards: challengeDeliveries(parts),
    jobs: [challengeTurns(parts)],
  };
}
