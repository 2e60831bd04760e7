import type { Clock } from '../../time/clock.ts';
import type { Collection } from '../collection.ts';
import { tableName } from './table.ts';
import type { WriteQueue } from './write-queue.ts';

const everyMs = 60_000;
const atATime = 100;

export interface Expiry {
  /** Collections are swept from their first use on. */
  watch(collection: Collection<object>): void;
  /** When it is time again: removes up to a hundred expired documents of each collection. Rejects as `add` does. */
  removeSomeIfDue(): Promise<void>;
}

/** Clears away, little by little in the wake of other writes, what readers no longer see. */
export function createExpiry(queue: WriteQueue, clock: Clock): Expiry {
  const tables = new Set<string>();
  let nextAt = 0;
  return {
    watch(collection) {
      if (collection.expiresAt) tables.add(tableName(collection));
    },
    async removeSomeIfDue() {
      const now = clock.now();
      if (tables.size === 0 || now.getTime() < nextAt) return;
      // Others that come meanwhile leave it to this one.
      nextAt = now.getTime() + everyMs;
      const removals = [...tables].map((table) =>
        queue.add({ what: 'removeExpired', table, most: atATime, now: now.toISOString() }),
      );
      const filled = await Promise.all(removals);
      if (filled.includes(true)) nextAt = 0;
    },
  };
}
