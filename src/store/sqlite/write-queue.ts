import { setImmediate } from 'node:timers/promises';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { commitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import { whileBusy } from './failure.ts';
import type { Write } from './run-write.ts';
import { settle, unavailable, type WaitingWrite } from './waiting-write.ts';

/** Carries writes out. Those that arrive together share one transaction and so one wait for the disk. */
export interface WriteQueue {
  /**
   * Makes the change in the next transaction. Resolves after the commit, to what `runWrite` returned; rejects with
   * StoreUnavailable when the commit fails.
   */
  add(write: Write): Promise<boolean>;
  /** Resolves when nothing is under way any more; nothing may be added after that. */
  close(): Promise<void>;
}

/** The queue of a database that only this thread sees. */
export function createWriteQueue(database: Database, telemetry?: Telemetry): WriteQueue {
  const waiting: WaitingWrite[] = [];
  let flushing: Promise<void> | undefined;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      // Gives those who were just answered, and all that came in meanwhile, time to join.
      await setImmediate();
      await commit(waiting.splice(0));
    }
    flushing = undefined;
  }

  async function commit(group: readonly WaitingWrite[]): Promise<void> {
    const start = performance.now();
    try {
      const writes = group.map(({ write }) => write);
      const outcomes = await whileBusy(() => commitGroup(database, writes));
      telemetry?.record('store.commitMs', performance.now() - start, { writes: group.length });
      settle(group, outcomes);
    } catch (cause) {
      for (const { reject } of group) reject(unavailable(cause));
    }
  }

  return {
    add(write) {
      const { promise, resolve, reject } = Promise.withResolvers<boolean>();
      waiting.push({ write, resolve, reject });
      flushing ??= flush();
      return promise;
    },
    close: async () => flushing,
  };
}
