import { showCard } from '../../bot/answer.ts';
import { cardAction } from '../../bot/card-action.ts';
import { nothing } from '../../bot/dialog.ts';
import type { Feature } from '../../feature.ts';
import type { Words } from '../../words/words.ts';
import { doneBy } from '../done-by.ts';
import { decideProposal, type WriteParts } from './decide.ts';
import {
  answerProposalDialog,
  editProposalDialog,
  proposalById,
  proposalSchema,
  showProposal,
  writeDialog,
} from './dialogs.ts';
import { proposalDeliveries, proposalListeners } from './news.ts';
import { proposals, publishedProposal } from './proposal.ts';
import { proposalsCard, writeInviteCard } from './write-cards.ts';

const mostWaiting = 20;

/** Articles that staff write: they propose, the innovation team publishes, edits or answers. */
export function writeFeature(parts: WriteParts & { readonly words: Words }): Feature {
  const { store } = parts;
  return {
    commands: [{ name: 'write', run: async ({ words }) => showCard(writeInviteCard(words)) }],
    dialogs: [writeDialog(parts), editProposalDialog(parts), answerProposalDialog(parts)],
    actions: [
      cardAction({
        name: 'proposals.list',
        about: nothing,
        async run({ actor, words }) {
          const { documents } = await store.query(proposals, actor.tenantId, {
            where: { state: 'proposed' },
            limit: mostWaiting,
          });
          return showCard(proposalsCard(words, documents));
        },
      }),
      cardAction({
        name: 'proposals.open',
        about: proposalSchema,
        run: async (turn, { proposal: id }) => showProposal(turn, id, await proposalById(parts, turn, id)),
      }),
      cardAction({
        name: 'proposals.publish',
        about: proposalSchema,
        async run(turn, { proposal: id }) {
          const done = doneBy(turn);
          const proposal = await decideProposal(parts, turn, id, (current) =>
            publishedProposal(id, current, done),
          );
          return showProposal(turn, id, proposal);
        },
      }),
    ],
    listeners: proposalListeners(store),
    deliveryCards: proposalDeliveries(store, parts.words),
  };
}
