import {
  DocumentChanged,
  type DocumentStore,
  type StoredDocument,
  StoreUnavailable,
} from '../store/document-store.ts';
import { pause } from '../time/pause.ts';
import { type Delivery, deliveries } from './delivery.ts';

const firstPauseMs = 100;
const longestPauseMs = 2_000;

/**
 * Writes the next body of a delivery under its etag and, while the store does not answer, tries again until it knows
 * how the delivery stands. Throws DocumentChanged when somebody else wrote it, and StoreUnavailable only once
 * `signal` has aborted.
 */
export const writeSurely = (
  store: DocumentStore,
  current: StoredDocument<Delivery>,
  next: Delivery,
  signal: AbortSignal,
): Promise<StoredDocument<Delivery>> => untilAnswered(signal, () => replaceOrFind(store, current, next));

/** Does what must be done, again and again while the store does not answer, until `signal` aborts. */
export async function untilAnswered<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || signal.aborted) throw error;
    }
    await pause(pauseMs, signal);
  }
}

/** A write that took effect although its answer was lost changes the etag: then the document is found as written. */
async function replaceOrFind(
  store: DocumentStore,
  current: StoredDocument<Delivery>,
  next: Delivery,
): Promise<StoredDocument<Delivery>> {
  try {
    return await store.replace(deliveries, current, next);
  } catch (error) {
    if (!(error instanceof DocumentChanged)) throw error;
    const stored = await store.get(deliveries, current.partition, current.id);
    if (stored && isSame(stored.body, next)) return stored;
    throw error;
  }
}

const isSame = (stored: Delivery, written: Delivery): boolean =>
  stored.state === written.state &&
  stored.attempts === written.attempts &&
  stored.attempt === written.attempt &&
  stored.message?.activityId === written.message?.activityId;
