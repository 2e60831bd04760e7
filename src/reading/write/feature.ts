import { z } from 'zod';
import { showCard } from '../../bot/answer.ts';
import { cardAction } from '../../bot/card-action.ts';
import { nothing } from '../../bot/dialog.ts';
import type { Feature } from '../../feature.ts';
import type { Words } from '../../words/words.ts';
import { changeArticle, curations } from '../curate/change-article.ts';
import { showCurated } from '../curate/show-curated.ts';
import { doneBy } from '../done-by.ts';
import { decideProposal } from './decide.ts';
import {
  answerProposalDialog,
  editProposalDialog,
  proposalById,
  proposalSchema,
  showProposal,
} from './dialogs.ts';
import { proposalDeliveries, proposalListeners } from './news.ts';
import { proposals, publishedProposal } from './proposal.ts';
import { proposalsCard, writeInviteCard } from './write-cards.ts';
import { type WriteDialogParts, writeDialog } from './write-dialog.ts';

const mostWaiting = 20;

/** Articles that staff write: they propose, the innovation team publishes, edits or answers. */
export function writeFeature(parts: WriteDialogParts & { readonly words: Words }): Feature {
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
      cardAction({
        name: 'write.takeBack',
        about: z.strictObject({ article: z.string().min(1).max(100) }),
        async run(turn, { article: id }) {
          const done = doneBy(turn);
          const article = await changeArticle(store, turn.actor.tenantId, id, (current) =>
            curations.hide(current, done),
          );
          return showCurated(turn, id, article, { after: '', find: '' });
        },
      }),
    ],
    listeners: proposalListeners(store),
    deliveryCards: proposalDeliveries(store, parts.words),
  };
}
