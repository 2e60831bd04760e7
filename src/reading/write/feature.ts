import { z } from 'zod';
import { showCard } from '../../bot/answer.ts';
import { cardAction } from '../../bot/card-action.ts';
import type { Feature } from '../../feature.ts';
import type { DocumentStore, StoredDocument } from '../../store/document-store.ts';
import { everyDocument } from '../../store/every-document.ts';
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
import { type Proposal, proposals, publishedProposal } from './proposal.ts';
import { proposalsCard, writeInviteCard } from './write-cards.ts';
import { type WriteDialogParts, writeDialog } from './write-dialog.ts';

const batchSize = 100;

/** All that wait, those first that have waited longest. */
async function waitingProposals(store: DocumentStore, tenantId: string) {
  const found: StoredDocument<Proposal>[] = [];
  const where = { state: 'proposed' };
  for await (const one of everyDocument(store, proposals, tenantId, { where, limit: batchSize }))
    found.push(one);
  return found.toSorted((a, b) => (a.body.proposed.at < b.body.proposed.at ? -1 : 1));
}

/** Articles that staff write: they propose, the innovation team publishes, edits or answers. */
export function writeFeature(parts: WriteDialogParts & { readonly words: Words }): Feature {
  const { store } = parts;
  return {
    commands: [{ name: 'write', run: async ({ words }) => showCard(writeInviteCard(words)) }],
    dialogs: [writeDialog(parts), editProposalDialog(parts), answerProposalDialog(parts)],
    actions: [
      cardAction({
        name: 'proposals.list',
        about: z.strictObject({ from: z.int().min(0).max(100_000).default(0) }),
        run: async ({ actor, words }, { from }) =>
          showCard(proposalsCard(words, await waitingProposals(store, actor.tenantId), from)),
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
