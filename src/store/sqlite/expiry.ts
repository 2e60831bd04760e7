import type { Clock } from '../../time/clock.ts';
import type { Collection } from '../collection.ts';
import type { Database } from './database.ts';
import { tableName } from './table.ts';

const everyMs = 60_000;
const atATime = 100;

export interface Expiry {
  /** Collections are swept from their first use on. */
  watch(collection: Collection<object>): void;
  due(): boolean;
  /** Removes up to a hundred expired documents of each collection. To be run inside a transaction. */
  removeSome(): void;
}

/** Clears away, little by little in the wake of other writes, what readers no longer see. */
export function createExpiry(database: Database, clock: Clock): Expiry {
  const tables = new Set<string>();
  let nextAt = 0;
  return {
    watch(collection) {
      if (collection.expiresAt) tables.add(tableName(collection));
    },
    due: () => tables.size > 0 && clock.now().getTime() >= nextAt,
    removeSome() {
      const now = clock.now();
      const removed = [...tables].map((table) =>
        Number(
          database
            .prepared(
              `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE expires_at <= ? LIMIT ${atATime})`,
            )
            .run(now.toISOString()).changes,
        ),
      );
      nextAt = removed.includes(atATime) ? 0 : now.getTime() + everyMs;
    },
  };
}
