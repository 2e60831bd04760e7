import type { PlannedDelivery } from '../../outbox/delivery.ts';
import type { DeliveryCard } from '../../outbox/delivery-card.ts';
import type { Listener } from '../../outbox/listener.ts';
import { triagePlaceOf } from '../../people/triage-place.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Words } from '../../words/words.ts';
import { putArticle } from './decide.ts';
import { articleProposed, articlePublished, proposalDecided, proposals } from './proposal.ts';
import { proposalCard, proposalNewsCard } from './write-cards.ts';

const keyOf = (placeId: string, id: string) => `proposal/${id}>${placeId}`;

const post = (tenantId: string, placeId: string, id: string): PlannedDelivery => ({
  receiver: { kind: 'place', tenantId, placeId },
  card: 'reading/proposal',
  about: { tenant: tenantId, proposal: id },
  urgency: 'notice',
  key: keyOf(placeId, id),
  keepDays: 365,
});

/** Posts a proposal to the innovation team's channel, redraws it when it is decided, and tells who wrote it. */
export function proposalListeners(store: DocumentStore): readonly Listener[] {
  return [
    {
      event: articleProposed,
      async *plan({ partition: tenantId, documentId }) {
        const triage = await triagePlaceOf(store, tenantId);
        if (triage) yield [post(tenantId, triage.placeId, documentId)];
      },
    },
    {
      event: articlePublished,
      async *plan({ partition: tenantId, documentId }) {
        yield [];
        const proposal = (await store.get(proposals, tenantId, documentId))?.body;
        // A crash right after it was written left the article out.
        if (proposal) await putArticle(store, tenantId, documentId, proposal);
      },
    },
    {
      event: proposalDecided,
      async *plan({ id, partition: tenantId, documentId }) {
        const proposal = (await store.get(proposals, tenantId, documentId))?.body;
        if (!proposal) return;
        // A crash right after the decision left the article out.
        await putArticle(store, tenantId, documentId, proposal);
        const triage = await triagePlaceOf(store, tenantId);
        const updates = triage && keyOf(triage.placeId, documentId);
        if (triage && updates)
          yield [{ ...post(tenantId, triage.placeId, documentId), key: `${id}>${updates}`, updates }];
        const { proposed, decided } = proposal;
        if (proposed.by.personId === decided?.by.personId) return;
        const receiver = { kind: 'person', tenantId, personId: proposed.by.personId } as const;
        const about = { tenant: tenantId, proposal: documentId };
        yield [{ receiver, card: 'reading/proposal-news', about, urgency: 'answer' }];
      },
    },
  ];
}

export function proposalDeliveries(store: DocumentStore, words: Words): readonly DeliveryCard[] {
  const proposalOf = async ({ tenant = '', proposal = '' }: Readonly<Record<string, string>>) =>
    (await store.get(proposals, tenant, proposal))?.body;
  return [
    {
      name: 'reading/proposal',
      whenInDoubt: 'sendAgain',
      async draw({ about }) {
        const proposal = await proposalOf(about);
        return proposal && proposalCard(words, about.proposal ?? '', proposal);
      },
    },
    {
      name: 'reading/proposal-news',
      whenInDoubt: 'sendAgain',
      async draw({ about }) {
        const proposal = await proposalOf(about);
        return proposal && proposalNewsCard(words, about.proposal ?? '', proposal);
      },
    },
  ];
}
