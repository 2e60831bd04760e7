import {
  DocumentChanged,
  DocumentExists,
  type DocumentStore,
  type StoredDocument,
} from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Monotonic } from '../time/monotonic.ts';
import { buckets } from './bucket.ts';
import { ringForLeases } from './doorbell.ts';
import type { LeaseSettings } from './lease-settings.ts';
import {
  afterHandOver,
  afterHeartbeat,
  heldBy,
  isSuperseded,
  type LeaseTable,
  leasePartition,
  leases,
  leaseTableId,
  noLeases,
  type Replica,
  surplus,
} from './lease-table.ts';

export interface LeaseParts {
  readonly store: DocumentStore;
  readonly monotonic: Monotonic;
  readonly telemetry: Telemetry;
  readonly me: Replica;
  readonly settings: LeaseSettings;
  /** True when nothing of the bucket is under way here, so that it can be given away. */
  readonly isQuiet: (bucket: string) => boolean;
}

/** The buckets this replica holds. */
export interface Leases {
  /** Whether a send of this bucket may start now. */
  holds(bucket: string): boolean;
  /** The buckets held now, each with a number that changes when it is taken anew: then look at what was left there. */
  held(): ReadonlyMap<string, number>;
  /** The share of all buckets, 0 to 1. */
  fraction(): number;
  /** No other replica is known. */
  isAlone(): boolean;
  /** One heartbeat: shows that this replica lives, takes and gives. Returns the milliseconds until the next one. */
  heartbeat(): Promise<number>;
  /** Gives everything to those who live on. The replica holds nothing from the call on. */
  handOver(): Promise<void>;
}

const attempts = 8;

export function createLeases({ store, monotonic, telemetry, me, settings, isQuiet }: LeaseParts): Leases {
  let known: StoredDocument<LeaseTable> | undefined;
  let holdUntil = Number.NEGATIVE_INFINITY;
  let stoodDown = false;
  let registered = false;
  let takeovers = 0;
  let alone = false;
  const taken = new Map<string, number>();
  const leaving = new Set<string>();
  const observed = new Map<string, { readonly life: string; readonly since: number }>();

  const isValid = () => !stoodDown && monotonic() < holdUntil;

  /** A replica is dead when what it writes has not changed for long enough on our own clock, whatever clock it has. */
  function deadAmong(table: LeaseTable): ReadonlySet<string> {
    const now = monotonic();
    const dead = new Set<string>();
    for (const [id, { incarnation, counter }] of Object.entries(table.replicas)) {
      const life = `${incarnation} ${counter}`;
      const before = observed.get(id);
      if (before?.life !== life) observed.set(id, { life, since: now });
      else if (id !== me.id && now - before.since >= settings.deadAfterMs) dead.add(id);
    }
    for (const id of observed.keys()) if (!table.replicas[id]) observed.delete(id);
    return dead;
  }

  async function write(next: (table: LeaseTable) => LeaseTable | undefined): Promise<LeaseTable | undefined> {
    for (let attempt = 1; ; attempt++) {
      known ??= await store.get(leases, leasePartition, leaseTableId);
      const table = next(known?.body ?? noLeases);
      if (!table) return undefined;
      try {
        known = known
          ? await store.replace(leases, known, table)
          : await store.create(leases, leasePartition, { id: leaseTableId, body: table });
        return table;
      } catch (error) {
        known = undefined;
        const lost = error instanceof DocumentChanged || error instanceof DocumentExists;
        if (!lost || attempt === attempts) throw error;
      }
    }
  }

  /** Sets what is held to what the table says; a bucket taken anew gets a new number. */
  function adopt(table: LeaseTable): void {
    const mine = new Set(heldBy(table, me.id));
    for (const bucket of taken.keys()) if (!mine.has(bucket)) taken.delete(bucket);
    for (const bucket of mine) if (!taken.has(bucket)) taken.set(bucket, ++takeovers);
    alone = Object.keys(table.replicas).every((id) => id === me.id);
    leaving.clear();
    for (const bucket of surplus(table, me)) leaving.add(bucket);
  }

  function standDown(): void {
    stoodDown = true;
    taken.clear();
    telemetry.error(
      'outbox.superseded',
      new Error(
        `Another process has started as replica ${me.id}: this one sends nothing any more. Give each process its own replica id`,
      ),
    );
  }

  return {
    holds: (bucket) => isValid() && taken.has(bucket) && !leaving.has(bucket),
    held: () => new Map(isValid() ? [...taken].filter(([bucket]) => !leaving.has(bucket)) : []),
    fraction: () => (isValid() ? taken.size / buckets.length : 0),

    isAlone: () => alone,

    async heartbeat() {
      if (stoodDown) return settings.heartbeatMs;
      // Taken before the write: others count from when they see it, which is later.
      const startedAt = monotonic();
      const given = new Set([...leaving].filter(isQuiet));
      const expired = !isValid();
      let before = noLeases;
      const table = await write((current) => {
        before = current;
        if (registered && isSuperseded(current, me)) return undefined;
        return afterHeartbeat(current, me, deadAmong(current), given);
      });
      if (!table) {
        standDown();
        return settings.heartbeatMs;
      }
      // After a gap others may have held and given back a bucket: all are taken anew.
      if (expired) taken.clear();
      registered = true;
      holdUntil = startedAt + settings.holdMs;
      adopt(table);
      await tellOthers(before, table);
      return leaving.size > 0 ? settings.giveAwayMs : settings.heartbeatMs;
    },

    async handOver() {
      stoodDown = true;
      taken.clear();
      if (!registered) return;
      let before = noLeases;
      const table = await write((current) => {
        before = current;
        return isSuperseded(current, me) ? undefined : afterHandOver(current, me);
      });
      if (table) await tellOthers(before, table);
    },
  };

  async function tellOthers(before: LeaseTable, after: LeaseTable): Promise<void> {
    const others = Object.keys(after.replicas).some((id) => id !== me.id);
    const joined = before.replicas[me.id] === undefined;
    const changed = buckets.some((bucket) => before.holders[bucket] !== after.holders[bucket]);
    if (!others || !(joined || changed)) return;
    try {
      await ringForLeases(store);
    } catch (error) {
      telemetry.error('outbox.ringFailed', error);
    }
  }
}
