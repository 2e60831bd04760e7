import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { everyDocument } from '../store/every-document.ts';
import { buckets } from './bucket.ts';
import { type Delivery, deliveries } from './delivery.ts';
import { ringForBuckets } from './doorbell.ts';
import { plannedAnew } from './wake.ts';

/** Deliveries that wait for somebody: an operator or, for parked ones, a contact. */
export const troubledStates = ['inDoubt', 'dead', 'parked', 'held'] as const;

export type TroubledState = (typeof troubledStates)[number];

/** What became of one chosen delivery: `done` is false when its state is none of those asked for. */
export interface Decided {
  readonly id: string;
  readonly bucket: string;
  /** The state it was found in. */
  readonly was: Delivery['state'];
  readonly done: boolean;
}

const pageSize = 200;

/** Every delivery in one of the states, bucket by bucket, oldest first within each. */
export async function* troubledDeliveries(
  store: DocumentStore,
  states: readonly TroubledState[],
): AsyncIterable<StoredDocument<Delivery>> {
  for (const state of states) {
    for (const bucket of buckets) {
      yield* everyDocument(store, deliveries, bucket, {
        where: { state },
        orderBy: { field: 'order', direction: 'ascending' },
        limit: pageSize,
      });
    }
  }
}

/** The delivery of this id; the id does not tell its bucket, so all are asked. */
export async function findDelivery(
  store: DocumentStore,
  id: string,
): Promise<StoredDocument<Delivery> | undefined> {
  const found = await Promise.all(buckets.map((bucket) => store.get(deliveries, bucket, id)));
  return found.find((document) => document !== undefined);
}

/**
 * Sends deliveries from the start: those in one of the states `from`, the others stay as they are. The running service
 * is told. One that is in doubt may reach its reader a second time.
 */
export async function sendFromStart(
  store: DocumentStore,
  chosen: AsyncIterable<StoredDocument<Delivery>>,
  from: readonly TroubledState[],
): Promise<readonly Decided[]> {
  const decided = await decide(store, chosen, from, plannedAnew);
  const touched = new Set(decided.flatMap(({ done, bucket }) => (done ? [bucket] : [])));
  if (touched.size > 0) await ringForBuckets(store, [...touched]);
  return decided;
}

/** Gives up deliveries in one of the states `from`: they are never sent. */
export const drop = (
  store: DocumentStore,
  chosen: AsyncIterable<StoredDocument<Delivery>>,
  from: readonly TroubledState[],
): Promise<readonly Decided[]> =>
  decide(store, chosen, from, ({ parkedFor: _, ...delivery }) => ({
    ...delivery,
    state: 'dropped',
    reason: 'dropped by an operator',
  }));

async function decide(
  store: DocumentStore,
  chosen: AsyncIterable<StoredDocument<Delivery>>,
  from: readonly TroubledState[],
  next: (delivery: Delivery) => Delivery,
): Promise<readonly Decided[]> {
  const decided: Decided[] = [];
  for await (const { id, partition: bucket, body } of chosen) {
    let was = body.state;
    await changeDocument(store, deliveries, bucket, id, (fresh) => {
      was = fresh.state;
      return isOneOf(from, was) ? next(fresh) : undefined;
    });
    decided.push({ id, bucket, was, done: isOneOf(from, was) });
  }
  return decided;
}

const isOneOf = (states: readonly TroubledState[], state: Delivery['state']): boolean =>
  states.some((one) => one === state);
