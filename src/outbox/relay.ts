import { changeDocument } from '../store/change-document.ts';
import type { Collection } from '../store/collection.ts';
import { DocumentChanged, type DocumentStore, type StoredDocument } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import { bucketOf } from './bucket.ts';
import { type Delivery, deliveries, type PlannedDelivery, urgencies } from './delivery.ts';
import { deliveryId } from './delivery-id.ts';
import type { Eventful, PendingEvent } from './event.ts';
import type { Listener, RaisedEvent, Reads } from './listener.ts';
import { planDelivery } from './plan-delivery.ts';
import { readsOnce } from './reads-once.ts';

export interface RelayParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly listeners: readonly Listener[];
  /**
   * Deliveries were written into this bucket: the replica that holds it may start at once. `fresh` is all that was
   * written; absent when some were there already or when it is not known what was written.
   */
  readonly planned: (bucket: string, fresh?: PlannedNow) => void;
  /** Everything an event asked for is written: other replicas may be told. Must not throw. */
  readonly heard: (buckets: readonly string[]) => Promise<void>;
}

/** Deliveries that were planned just now; the most urgent of them is so urgent. */
export interface PlannedNow {
  readonly documents: readonly StoredDocument<Delivery>[];
  readonly urgency: Delivery['urgency'];
}

/**
 * Hands the events of one document, in their order, to the listeners for each and writes the deliveries they plan;
 * then takes the event off. `written` is the document as it was just written: it need not be read then. Does nothing when the document is gone or has no events. Running it again, or twice at
 * once, leads to the same deliveries. When listeners fail, the others are still heard, the event stays, and an
 * AggregateError with what they threw is thrown.
 */
export async function relayDocument<B extends Eventful>(
  parts: RelayParts,
  collection: Collection<B>,
  partition: string,
  id: string,
  written?: StoredDocument<B>,
): Promise<void> {
  let document = written ?? (await parts.store.get(collection, partition, id));
  for (let event = document?.body.events[0]; document && event; event = document?.body.events[0]) {
    const reads = readsOnce(parts.store, collection, document);
    await hear(parts, { ...event, collection: collection.name, partition, documentId: id }, reads);
    // A crash before this leaves the event: it is relayed again and finds its deliveries there.
    document = await takeOff(parts.store, collection, document, event.id);
  }
}

/** As a rule nobody has changed the document meanwhile, so it need not be read again. */
async function takeOff<B extends Eventful>(
  store: DocumentStore,
  collection: Collection<B>,
  document: StoredDocument<B>,
  eventId: string,
): Promise<StoredDocument<B> | undefined> {
  try {
    return await store.replace(collection, document, withoutEvent(document.body, eventId) ?? document.body);
  } catch (error) {
    if (!(error instanceof DocumentChanged)) throw error;
    return changeDocument(store, collection, document.partition, document.id, (body) =>
      withoutEvent(body, eventId),
    );
  }
}

async function hear(parts: RelayParts, event: RaisedEvent, reads: Reads): Promise<void> {
  const touched = new Set<string>();
  const faults: unknown[] = [];
  let position = 0;
  for (const listener of parts.listeners) {
    if (listener.event !== event.type) continue;
    try {
      for await (const page of listener.plan(event, reads)) {
        const written = await writePage(parts, event, page, position);
        position += page.length;
        for (const bucket of written) touched.add(bucket);
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
  { store, clock, planned: tell }: RelayParts,
  event: PendingEvent,
  page: readonly PlannedDelivery[],
  firstPosition: number,
): Promise<readonly string[]> {
  const now = clock.now();
  const byBucket = new Map<string, Delivery[]>();
  for (const [index, planned] of page.entries()) {
    const bucket = bucketOf(planned.receiver);
    const delivery = planDelivery(event, planned, firstPosition + index, now);
    byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), delivery]);
  }
  const written = new Map<string, PlannedNow | undefined>();
  try {
    for (const [bucket, bodies] of byBucket) {
      const documents = bodies.map((body) => ({ id: deliveryId(body.key), body }));
      written.set(bucket, undefined);
      const created = await store.createMany(deliveries, bucket, documents);
      if (created.length === bodies.length)
        written.set(bucket, { documents: created, urgency: mostUrgentOf(bodies) });
    }
  } finally {
    // Together, so that the most urgent of a page goes first.
    for (const [bucket, fresh] of written) tell(bucket, fresh);
  }
  return [...byBucket.keys()];
}

const mostUrgentOf = (bodies: readonly Delivery[]): Delivery['urgency'] =>
  urgencies.find((urgency) => bodies.some((body) => body.urgency === urgency)) ?? 'answer';

function withoutEvent<B extends Eventful>(body: B, eventId: string): B | undefined {
  const events = body.events.filter((event) => event.id !== eventId);
  if (events.length === body.events.length) return undefined;
  return { ...body, events, eventsPending: events.length > 0 };
}
