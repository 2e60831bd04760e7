import type { Edition } from '../../../src/digests/model.ts';
import { editions } from '../../../src/digests/model.ts';
import { type Posting, postingKey, postings } from '../../../src/digests/posting.ts';
import { bucketOf } from '../../../src/outbox/bucket.ts';
import { type Delivery, deliveries } from '../../../src/outbox/delivery.ts';
import { deliveryId } from '../../../src/outbox/delivery-id.ts';
import { noEvents } from '../../../src/outbox/event.ts';
import { planDelivery } from '../../../src/outbox/plan-delivery.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { tenantId } from '../sample-reading.ts';

export const composedAt = '2026-12-01T10:00:00.000Z';

const pageSize = 1_000;

/** An edition that so many places got; `stands` says how the message to the nth of them stands. */
export async function editionOf(
  store: DocumentStore,
  id: string,
  count: number,
  stands: (n: number) => Partial<Delivery>,
  more: Partial<Edition> = {},
): Promise<void> {
  const body: Edition = {
    articleIds: [],
    ideas: [],
    projects: [],
    spread: [],
    themes: [],
    why: {},
    composedAt,
    cutOff: composedAt,
    ...noEvents,
    ...more,
  };
  await store.create(editions, tenantId, { id, body });
  for (let from = 0; from < count; from += pageSize) {
    const batch = `batch-${from}`;
    const event = {
      id: `editions/${id}/${batch}`,
      type: 'edition.posted',
      at: body.composedAt,
      data: { batch },
    };
    const rows: { id: string; body: Posting }[] = [];
    const byBucket = new Map<string, { id: string; body: Delivery }[]>();
    for (let n = from; n < Math.min(count, from + pageSize); n++) {
      const receiver = { kind: 'place', tenantId, placeId: `19:sample-${id}-${n}@thread.tacv2` } as const;
      const posting = `${id}-${n}`;
      const key = postingKey(posting, receiver);
      const about = { edition: id, subscription: 'sample', because: 'due', posting };
      const planned = { receiver, card: 'digests/edition', about, urgency: 'digest', key } as const;
      const delivery = planDelivery(event, planned, n - from, new Date(body.composedAt));
      const bucket = bucketOf(receiver);
      const documents = byBucket.get(bucket) ?? [];
      byBucket.set(bucket, [...documents, { id: deliveryId(key), body: { ...delivery, ...stands(n) } }]);
      rows.push({
        id: posting,
        body: {
          edition: id,
          subscriptionId: 'sample',
          receivers: [receiver],
          because: 'due',
          batch,
          at: body.composedAt,
        },
      });
    }
    await store.createMany(postings, tenantId, rows);
    for (const [bucket, documents] of byBucket) await store.createMany(deliveries, bucket, documents);
  }
}

export const sentAt = (at: string, activityId = 'sample'): Partial<Delivery> => ({
  state: 'sent',
  sentAt: at,
  message: { conversationId: 'sample', activityId },
});
