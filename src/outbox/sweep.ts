import type { Collection } from '../store/collection.ts';
import { everyDocument } from '../store/every-document.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Job } from '../time/job.ts';
import type { Eventful } from './event.ts';
import { type RelayParts, relayDocument } from './relay.ts';

/** Where documents with events lie. */
export interface EventSource {
  readonly collection: Collection<Eventful>;
  readonly partitions: readonly string[];
}

const pageSize = 100;

/** Relays what a crash left: every document of the sources that still has events. One bad document stops no other. */
export function sweepEvents(parts: RelayParts, sources: readonly EventSource[], telemetry: Telemetry): Job {
  return {
    name: 'outbox.sweep',
    everySeconds: 240,
    async run(signal) {
      for (const { collection, partitions } of sources) {
        for (const partition of partitions) {
          const failed = (error: unknown, document?: string) =>
            telemetry.error('relay.failed', error, { collection: collection.name, document });
          const pending = everyDocument(parts.store, collection, partition, {
            where: { eventsPending: true },
            limit: pageSize,
            onUnreadable: failed,
          });
          for await (const { id } of pending) {
            if (signal.aborted) return;
            try {
              await relayDocument(parts, collection, partition, id);
            } catch (error) {
              failed(error, id);
            }
          }
        }
      }
    },
  };
}
