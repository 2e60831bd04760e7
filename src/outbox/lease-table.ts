import { z } from 'zod';
import { defineCollection } from '../store/collection.ts';
import { buckets } from './bucket.ts';

const leaseTableSchema = z.object({
  /** Every living replica by its id. `incarnation` tells two processes of one id apart; `counter` grows while it lives. */
  replicas: z.record(z.string(), z.object({ incarnation: z.string(), counter: z.int().min(0) })),
  /** Bucket -> id of the replica that holds it. */
  holders: z.record(z.string(), z.string()),
});

/** Who sends what: one document, so that all replicas agree. */
export type LeaseTable = z.infer<typeof leaseTableSchema>;

export const leaseTableId = 'lease-table';
export const leasePartition = 'outbox';

export const leases = defineCollection({
  name: 'leases',
  schemaVersion: 1,
  schema: leaseTableSchema,
  partition: "always 'outbox': one document",
  indexed: [],
  orders: [],
});

export const noLeases: LeaseTable = { replicas: {}, holders: {} };

export interface Replica {
  readonly id: string;
  readonly incarnation: string;
}

/** How many buckets a replica should hold: the first in the order of ids take what does not divide evenly. */
export function fairShare(table: LeaseTable, replicaId: string): number {
  const ids = Object.keys(table.replicas).sort();
  const even = Math.floor(buckets.length / ids.length);
  return ids.indexOf(replicaId) < buckets.length % ids.length ? even + 1 : even;
}

export const heldBy = (table: LeaseTable, replicaId: string): readonly string[] =>
  buckets.filter((bucket) => table.holders[bucket] === replicaId);

/** Another process runs under this replica's id and has taken its place. */
export const isSuperseded = (table: LeaseTable, me: Replica): boolean =>
  table.replicas[me.id] !== undefined && table.replicas[me.id]?.incarnation !== me.incarnation;

/**
 * The table after a heartbeat of `me`: its counter grows, the dead are gone, `given` are free, and it takes free
 * buckets up to its fair share. A process that starts under the id of one that ended goes on with its buckets.
 */
export function afterHeartbeat(
  table: LeaseTable,
  me: Replica,
  dead: ReadonlySet<string>,
  given: ReadonlySet<string>,
): LeaseTable {
  const living = Object.entries(table.replicas).filter(([id]) => id === me.id || !dead.has(id));
  const counter = (table.replicas[me.id]?.counter ?? 0) + 1;
  const replicas = { ...Object.fromEntries(living), [me.id]: { incarnation: me.incarnation, counter } };
  const holders = Object.fromEntries(
    Object.entries(table.holders).filter(
      ([bucket, holder]) => replicas[holder] !== undefined && !(holder === me.id && given.has(bucket)),
    ),
  );
  const share = fairShare({ replicas, holders }, me.id);
  const missing = share - heldBy({ replicas, holders }, me.id).length;
  const free = buckets.filter((bucket) => holders[bucket] === undefined && !given.has(bucket));
  for (const bucket of free.slice(0, Math.max(0, missing))) holders[bucket] = me.id;
  return { replicas, holders };
}

/** What `me` holds beyond its fair share and should give to others. */
export const surplus = (table: LeaseTable, me: Replica): readonly string[] =>
  heldBy(table, me.id).slice(fairShare(table, me.id));

/** The table without `me`: its buckets go to those who live on, evenly, or are free when nobody does. */
export function afterHandOver(table: LeaseTable, me: Replica): LeaseTable {
  const replicas = Object.fromEntries(Object.entries(table.replicas).filter(([id]) => id !== me.id));
  const holders = Object.fromEntries(Object.entries(table.holders).filter(([, holder]) => holder !== me.id));
  for (const bucket of heldBy(table, me.id)) {
    const next = Object.keys(replicas)
      .sort()
      .find((id) => heldBy({ replicas, holders }, id).length < fairShare({ replicas, holders }, id));
    if (next !== undefined) holders[bucket] = next;
  }
  return { replicas, holders };
}
