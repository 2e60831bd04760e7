import { z } from 'zod';
import { changeDocument } from '../store/change-document.ts';
import { defineCollection } from '../store/collection.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';

const doorbellSchema = z.object({
  /** Bucket -> how often it was rung for. */
  buckets: z.record(z.string(), z.int().min(0)),
  /** How often the leases have changed hands. */
  leases: z.int().min(0),
});

type Doorbell = z.infer<typeof doorbellSchema>;

/** One small document that every replica reads every other second: what another replica should look at. */
export const doorbells = defineCollection({
  name: 'doorbells',
  schemaVersion: 1,
  schema: doorbellSchema,
  partition: "always 'outbox': one document",
  indexed: [],
  orders: [],
});

const partition = 'outbox';
const id = 'doorbell';
const silent: Doorbell = { buckets: {}, leases: 0 };

/** What was rung: buckets with deliveries to send, and whether leases changed hands. */
export interface Ring {
  readonly buckets: readonly string[];
  readonly leases: boolean;
}

/** Tells whoever holds these buckets that there is something to send. */
export const ringForBuckets = (store: DocumentStore, buckets: readonly string[]): Promise<void> =>
  ring(store, (bell) => ({
    ...bell,
    buckets: {
      ...bell.buckets,
      ...Object.fromEntries(buckets.map((bucket) => [bucket, (bell.buckets[bucket] ?? 0) + 1])),
    },
  }));

/** Tells all replicas to look at the leases. */
export const ringForLeases = (store: DocumentStore): Promise<void> =>
  ring(store, (bell) => ({ ...bell, leases: bell.leases + 1 }));

/** Reads what was rung since the last call; the first call answers that nothing was. */
export function createDoorbellReader(store: DocumentStore): () => Promise<Ring> {
  let seen: Doorbell | undefined;
  return async () => {
    const now = (await store.get(doorbells, partition, id))?.body ?? silent;
    const before = seen ?? now;
    seen = now;
    return {
      buckets: Object.keys(now.buckets).filter((bucket) => now.buckets[bucket] !== before.buckets[bucket]),
      leases: now.leases !== before.leases,
    };
  };
}

async function ring(store: DocumentStore, next: (bell: Doorbell) => Doorbell): Promise<void> {
  if (await changeDocument(store, doorbells, partition, id, next)) return;
  try {
    await store.create(doorbells, partition, { id, body: next(silent) });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    await changeDocument(store, doorbells, partition, id, next);
  }
}
