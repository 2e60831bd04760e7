import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { ringForBuckets } from './doorbell.ts';

/** Rings the doorbell of other replicas, for many callers with one write at a time. */
export interface Ringer {
  /** Resolves when these buckets, and any that an earlier call could not ring for, were rung for or that failed. */
  ring(buckets: readonly string[]): Promise<void>;
}

export function createRinger(store: DocumentStore, telemetry: Telemetry): Ringer {
  const waiting = new Set<string>();
  let ringing: Promise<void> | undefined;

  async function ringAll(): Promise<void> {
    while (waiting.size > 0) {
      const now = [...waiting];
      waiting.clear();
      try {
        await ringForBuckets(store, now);
      } catch (error) {
        for (const bucket of now) waiting.add(bucket);
        telemetry.error('outbox.ringFailed', error);
        return;
      }
    }
  }

  return {
    async ring(buckets) {
      for (const bucket of buckets) waiting.add(bucket);
      ringing ??= ringAll().finally(() => {
        ringing = undefined;
      });
      await ringing;
    },
  };
}
