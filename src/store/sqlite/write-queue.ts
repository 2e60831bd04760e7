import { setImmediate } from 'node:timers';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { StoreUnavailable } from '../document-store.ts';
import type { Database } from './database.ts';
import { asStoreError, whileBusy } from './failure.ts';

const largestGroup = 200;

interface Waiting {
  /** Runs the write inside the group's transaction; gives what settles its caller once that is committed. */
  readonly run: () => () => void;
  readonly refuse: (error: unknown) => void;
}

export interface WriteQueue {
  /**
   * Runs `write` in the next transaction. Resolves to what it returned, or rejects with what it threw, after the commit;
   * a write that throws must not have changed anything. Rejects with StoreUnavailable when the commit fails.
   */
  add<R>(write: () => R): Promise<R>;
}

/** Writes that arrive together share one transaction and so one wait for the disk, yet each fails or succeeds by itself. */
export function createWriteQueue(database: Database, telemetry?: Telemetry): WriteQueue {
  const { connection } = database;
  const waiting: Waiting[] = [];
  let flushing = false;

  async function flush(): Promise<void> {
    flushing = true;
    while (waiting.length > 0) {
      await whileOthersJoin();
      try {
        await whileBusy(writeGroup);
      } catch (error) {
        for (const write of waiting.splice(0)) write.refuse(error);
      }
    }
    flushing = false;
  }

  /** Gives those who were just answered, and all that comes in meanwhile, time to join: as long as some do. */
  async function whileOthersJoin(): Promise<void> {
    for (let before = 0; before < waiting.length && before < largestGroup; ) {
      before = waiting.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Throws when the transaction cannot begin. Nothing else of this process may come in between: it never pauses. */
  function writeGroup(): void {
    connection.exec('BEGIN IMMEDIATE');
    const group = waiting.splice(0, largestGroup);
    const start = performance.now();
    try {
      const settled = group.map((write) => write.run());
      connection.exec('COMMIT');
      for (const settle of settled) settle();
      telemetry?.record('store.commitMs', performance.now() - start, { writes: group.length });
    } catch (cause) {
      if (connection.isTransaction) connection.exec('ROLLBACK');
      const error = new StoreUnavailable('SQLite could not commit: see the cause', { cause });
      for (const write of group) write.refuse(error);
    }
  }

  return {
    add<R>(write: () => R): Promise<R> {
      const { promise, resolve, reject } = Promise.withResolvers<R>();
      const run = () => {
        try {
          const result = write();
          return () => resolve(result);
        } catch (error) {
          // Disk full and the like end the whole transaction, not this write alone.
          if (!connection.isTransaction) throw error;
          return () => reject(asStoreError(error));
        }
      };
      waiting.push({ run, refuse: reject });
      if (!flushing) flush();
      return promise;
    },
  };
}
