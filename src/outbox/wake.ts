import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { everyDocument } from '../store/every-document.ts';
import type { Clock } from '../time/clock.ts';
import { bucketOf } from './bucket.ts';
import { type Delivery, deliveries, type Receiver, receiverKey } from './delivery.ts';

const pageSize = 100;

/** A delivery that is to be tried from the start, now. */
export function plannedAnew(delivery: Delivery, now: Date): Delivery {
  const { reason: _, ...rest } = delivery;
  return { ...rest, state: 'planned', attempts: 0, notBefore: now.toISOString() };
}

/**
 * Plans the parked deliveries of a receiver again and returns how many there were. One query when there are none,
 * which is what a contact costs.
 */
export async function wakeReceiver(store: DocumentStore, clock: Clock, receiver: Receiver): Promise<number> {
  const bucket = bucketOf(receiver);
  let woken = 0;
  const parked = everyDocument(store, deliveries, bucket, {
    where: { receiverKey: receiverKey(receiver), state: 'parked' },
    orderBy: { field: 'order', direction: 'ascending' },
    limit: pageSize,
  });
  for await (const { id } of parked) {
    await changeDocument(store, deliveries, bucket, id, (body) =>
      body.state === 'parked' ? plannedAnew(body, clock.now()) : undefined,
    );
    woken++;
  }
  return woken;
}
