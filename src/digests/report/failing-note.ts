import type { DeliveryCard } from '../../outbox/delivery-card.ts';
import type { Listener } from '../../outbox/listener.ts';
import { triagePlaceOf } from '../../people/triage-place.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Words } from '../../words/words.ts';
import { editions } from '../model.ts';
import { editionFailing } from './failing-job.ts';
import { outcomeOf } from './outcome.ts';
import { failingCard } from './report-cards.ts';
import { titleOf } from './show-report.ts';

const cardName = 'digests/failing';

/** Tells the innovation team, in its channel, that many messages of an edition did not arrive. */
export const failingListener = (store: DocumentStore): Listener => ({
  event: editionFailing,
  async *plan({ partition: tenantId, documentId: failing, data: { others = '0' } }) {
    const triage = await triagePlaceOf(store, tenantId);
    if (!triage) return;
    const receiver = { kind: 'place', tenantId, placeId: triage.placeId } as const;
    yield [{ receiver, card: cardName, about: { tenant: tenantId, failing, others }, urgency: 'notice' }];
  },
});

/** Nothing is said any more where somebody has decided on all of them by the time of sending. */
export const failingDelivery = (store: DocumentStore, words: Words): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ about: { tenant = '', failing = '', others = '0' } }) {
    const edition = await store.get(editions, tenant, failing);
    if (!edition) return undefined;
    const outcome = await outcomeOf(store, tenant, edition);
    if (outcome.counts.failed + outcome.counts.inDoubt === 0) return undefined;
    const title = await titleOf(store, words, tenant, edition);
    return failingCard(words, { id: failing, title, outcome, others: Number(others) });
  },
});
