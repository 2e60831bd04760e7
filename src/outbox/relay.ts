import { changeDocument } from '../store/change-document.ts';
import type { Collection } from '../store/collection.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import { bucketOf } from './bucket.ts';
import { type Delivery, deliveries, type PlannedDelivery, urgencies } from './delivery.ts';
import { deliveryId } from './delivery-id.ts';
import type { Eventful, PendingEvent } from './event.ts';
import type { Listener, RaisedEvent } from './listener.ts';
import { planDelivery } from './plan-delivery.ts';

export interface RelayParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly listeners: readonly Listener[];
  /** A page of deliveries was written: the replica that holds their buckets may start at once. */
  readonly planned: (written: readonly PlannedInBucket[]) => void;
  /** Everything an event asked for is written: other replicas may be told. Must not throw. */
  readonly heard: (buckets: readonly string[]) => Promise<void>;
}

/** Deliveries were planned in a bucket; the most urgent of them is so urgent. */
export interface PlannedInBucket {
  readonly bucket: string;
  readonly urgency: Delivery['urgency'];
}

/**
 * Hands the events of one document, in their order, to the listeners for each and writes the deliveries they plan;
 * then takes the event off. Does nothing when the document is gone or has no events. Running it again, or twice at
 * once, leads to the same deliveries. When listeners fail, the others are still heard, the event stays, and an
 * AggregateError with what they threw is thrown.
 */
export async function relayDocument<B extends Eventful>(
  parts: RelayParts,
  collection: Collection<B>,
  partition: string,
  id: string,
): Promise<void> {
  let document = await parts.store.get(collection, partition, id);
  for (let event = document?.body.events[0]; event; event = document?.body.events[0]) {
    await hear(parts, { ...event, collection: collection.name, partition, documentId: id });
    // A crash before this leaves the event: it is relayed again and finds its deliveries there.
    const heard = event.id;
    document = await changeDocument(parts.store, collection, partition, id, (body) =>
      withoutEvent(body, heard),
    );
  }
}

async function hear(parts: RelayParts, event: RaisedEvent): Promise<void> {
  const touched = new Set<string>();
  const faults: unknown[] = [];
  let position = 0;
  for (const listener of parts.listeners) {
    if (listener.event !== event.type) continue;
    try {
      for await (const page of listener.plan(event)) {
        const written = await writePage(parts, event, page, position);
        position += page.length;
        for (const { bucket } of written) touched.add(bucket);
        parts.planned(written);
      }
    } catch (error) {
      faults.push(error);
    }
  }
  if (touched.size > 0) await parts.heard([...touched]);
  if (faults.length > 0) {
    const what = `${event.id}: ${faults.length} listener(s) of ${event.type} failed; the first is the cause`;
    throw new AggregateError(faults, what, { cause: faults[0] });
  }
}

/** Returns the buckets written to. A crash between two of them is mended by relaying again: what is there stays. */
async function writePage(
  { store, clock }: RelayParts,
  event: PendingEvent,
  page: readonly PlannedDelivery[],
  firstPosition: number,
): Promise<readonly PlannedInBucket[]> {
  const now = clock.now();
  const byBucket = new Map<string, Delivery[]>();
  for (const [index, planned] of page.entries()) {
    const bucket = bucketOf(planned.receiver);
    const delivery = planDelivery(event, planned, firstPosition + index, now);
    byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), delivery]);
  }
  for (const [bucket, bodies] of byBucket) {
    const documents = bodies.map((body) => ({ id: deliveryId(body.key), body }));
    await store.createMany(deliveries, bucket, documents);
  }
  return [...byBucket].map(([bucket, bodies]) => ({ bucket, urgency: mostUrgentOf(bodies) }));
}

const mostUrgentOf = (bodies: readonly Delivery[]): Delivery['urgency'] =>
  urgencies.find((urgency) => bodies.some((body) => body.urgency === urgency)) ?? 'answer';

function withoutEvent<B extends Eventful>(body: B, eventId: string): B | undefined {
  const events = body.events.filter((event) => event.id !== eventId);
  if (events.length === body.events.length) return undefined;
  return { ...body, events, eventsPending: events.length > 0 };
}
