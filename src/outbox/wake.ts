import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { everyDocument } from '../store/every-document.ts';
import { bucketOf } from './bucket.ts';
import { type Delivery, deliveries, type Receiver, receiverKey } from './delivery.ts';

const pageSize = 100;

/** A delivery that is to be tried from the start, now. */
export function plannedAnew(delivery: Delivery): Delivery {
  const { reason: _, parkedFor: __, notBefore: ___, ...rest } = delivery;
  return { ...rest, state: 'planned', attempts: 0 };
}

/**
 * Plans the parked deliveries of a receiver again and returns how many there were. One query when there are none,
 * which is what a contact costs.
 */
export async function wakeReceiver(store: DocumentStore, receiver: Receiver): Promise<number> {
  const bucket = bucketOf(receiver);
  const parked: { readonly id: string; readonly order: string }[] = [];
  for await (const { id, body } of everyDocument(store, deliveries, bucket, {
    where: { parkedFor: receiverKey(receiver) },
    limit: pageSize,
  }))
    parked.push({ id, order: body.order });
  // In their order: the first may be sent before the last is planned.
  for (const { id } of parked.toSorted((a, b) => (a.order < b.order ? -1 : 1)))
    await changeDocument(store, deliveries, bucket, id, (body) =>
      body.state === 'parked' ? plannedAnew(body) : undefined,
    );
  return parked.length;
}
