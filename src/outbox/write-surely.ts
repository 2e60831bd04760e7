import { DocumentChanged, type DocumentStore, type StoredDocument } from '../store/document-store.ts';
import { pause } from '../time/pause.ts';
import { type Delivery, deliveries } from './delivery.ts';

const firstPauseMs = 100;
const longestPauseMs = 2_000;

/**
 * Writes the next body of a delivery under its etag. While the store does not answer it tries again, until it knows
 * how the delivery stands: a write whose answer was lost is found by its state and attempts. Throws DocumentChanged
 * when somebody else wrote it, and the store's own error once `signal` has aborted.
 */
export async function writeSurely(
  store: DocumentStore,
  current: StoredDocument<Delivery>,
  next: Delivery,
  signal: AbortSignal,
): Promise<StoredDocument<Delivery>> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await store.replace(deliveries, current, next);
    } catch (error) {
      if (error instanceof DocumentChanged) {
        const stored = await store.get(deliveries, current.partition, current.id).catch(() => undefined);
        if (stored && isSame(stored.body, next)) return stored;
        if (stored) throw error;
      }
      if (signal.aborted) throw error;
    }
    await pause(pauseMs, signal);
  }
}

const isSame = (stored: Delivery, written: Delivery): boolean =>
  stored.state === written.state &&
  stored.attempts === written.attempts &&
  stored.message?.activityId === written.message?.activityId;
