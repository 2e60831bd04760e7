import type { DeliveryCard } from '../../outbox/delivery-card.ts';
import type { Listener } from '../../outbox/listener.ts';
import { triagePlaceOf } from '../../people/triage-place.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Words } from '../../words/words.ts';
import { sourceFailing } from '../feeds/feed-state.ts';
import { feeds } from '../model.ts';
import { failingCard } from './source-cards.ts';

const cardName = 'reading/source-failing';

/** Tells the innovation team, in its channel, of a source that has failed for three days. */
export const failingListener = (store: DocumentStore): Listener => ({
  event: sourceFailing,
  async *plan({ partition: tenantId, documentId }) {
    const triage = await triagePlaceOf(store, tenantId);
    if (!triage) return;
    const receiver = { kind: 'place', tenantId, placeId: triage.placeId } as const;
    yield [{ receiver, card: cardName, about: { tenant: tenantId, source: documentId }, urgency: 'notice' }];
  },
});

/** Nothing is said any more of a source that works again, is paused or is gone by the time of sending. */
export const failingDelivery = (store: DocumentStore, words: Words): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ about }) {
    const source = (await store.get(feeds, about.tenant ?? '', about.source ?? ''))?.body;
    return source?.failing && !source.paused ? failingCard(words, about.source ?? '', source) : undefined;
  },
});
