import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Monotonic } from '../time/monotonic.ts';
import { type BucketQueue, createBucketQueue, type Waiting } from './bucket-queue.ts';
import type { DispatchSettings } from './dispatch-settings.ts';

/** A bucket that this replica holds. */
export interface HeldBucket {
  readonly bucket: string;
  readonly takeover: number;
  readonly queue: BucketQueue;
  /** It must be read anew before more of it is sent. */
  mustRead: boolean;
  /** Monotonic milliseconds. */
  lookAt: number;
  /** The pause after the next look; each one doubles it. */
  pauseMs: number;
}

export interface HeldBucketParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly telemetry: Telemetry;
  readonly settings: DispatchSettings;
}

export const newlyHeld = (parts: HeldBucketParts, bucket: string, takeover: number): HeldBucket => ({
  bucket,
  takeover,
  queue: createBucketQueue(parts, bucket),
  mustRead: true,
  lookAt: parts.monotonic(),
  pauseMs: parts.settings.shortestPollMs,
});

/** Reads what is planned. A store that does not answer is logged and asked again soon. */
export async function lookInto(
  parts: HeldBucketParts,
  here: HeldBucket,
  mayStart: (waiting: Waiting) => boolean,
): Promise<void> {
  const { monotonic, settings, telemetry } = parts;
  const { bucket } = here;
  here.lookAt = monotonic() + here.pauseMs;
  here.pauseMs = Math.min(here.pauseMs * 2, settings.longestPollMs);
  // Reset before the reading: what is found out meanwhile may ask for another look.
  here.mustRead = false;
  try {
    await here.queue.refresh(mayStart);
  } catch (error) {
    here.mustRead = true;
    here.lookAt = monotonic() + settings.shortestPollMs;
    telemetry.error('outbox.lookFailed', error, { bucket });
  }
}
