import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Monotonic } from '../time/monotonic.ts';
import { type BucketQueue, createBucketQueue, type Waiting } from './bucket-queue.ts';
import type { DeliveryCard } from './delivery-card.ts';
import type { DispatchSettings } from './dispatch-settings.ts';
import { settleLeftSending } from './left-sending.ts';

/** A bucket that this replica holds. */
export interface HeldBucket {
  readonly bucket: string;
  readonly takeover: number;
  readonly queue: BucketQueue;
  /** What must be done before more of it is sent: settle what a process left half done, or read anew. */
  toDo: 'settle' | 'read' | 'nothing';
  /** Monotonic milliseconds. */
  lookAt: number;
  /** The pause after the next look; each one doubles it. */
  pauseMs: number;
}

export interface HeldBucketParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly random: () => number;
  readonly telemetry: Telemetry;
  readonly cards: ReadonlyMap<string, DeliveryCard>;
  readonly settings: DispatchSettings;
}

export const newlyHeld = (parts: HeldBucketParts, bucket: string, takeover: number): HeldBucket => ({
  bucket,
  takeover,
  queue: createBucketQueue(parts, bucket),
  toDo: 'settle',
  lookAt: parts.monotonic(),
  pauseMs: parts.settings.shortestPollMs,
});

/** Settles what was left and reads what is planned. A store that does not answer is logged and asked again soon. */
export async function lookInto(
  parts: HeldBucketParts,
  here: HeldBucket,
  isUnderWay: (id: string) => boolean,
  mayStart: (waiting: Waiting) => boolean,
): Promise<void> {
  const { monotonic, settings, telemetry } = parts;
  const { bucket, toDo } = here;
  here.lookAt = monotonic() + here.pauseMs;
  here.pauseMs = Math.min(here.pauseMs * 2, settings.longestPollMs);
  // Reset before the reading: what is found out meanwhile may ask for another look.
  here.toDo = 'nothing';
  try {
    if (toDo === 'settle') {
      const left = await settleLeftSending(parts, bucket, isUnderWay);
      if (left > 0) telemetry.warn('outbox.leftSending', { bucket, left });
    }
    await here.queue.refresh(mayStart);
  } catch (error) {
    here.toDo = toDo === 'nothing' ? 'read' : toDo;
    here.lookAt = monotonic() + settings.shortestPollMs;
    telemetry.error('outbox.lookFailed', error, { bucket });
  }
}
