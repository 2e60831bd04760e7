import { once } from 'node:events';
import { setImmediate } from 'node:timers';
import { Worker } from 'node:worker_threads';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { StoreUnavailable } from '../document-store.ts';
import { checkpointsOf } from './checkpoints.ts';
import type { Outcome } from './commit-group.ts';
import { errorOf, type Fault } from './failure.ts';
import { settle, unavailable, type WaitingWrite } from './waiting-write.ts';
import type { WriteQueue } from './write-queue.ts';

/** What the thread tells of the writes it has been given longest ago: it takes them in their order. */
export type Committed = { readonly writes: number; readonly ms: number } & (
  | { readonly outcomes: readonly Outcome[] }
  | { readonly fault: Fault }
);

/** While the thread works on one message it has the next; more would cost this thread's time for nothing. */
const mostPosted = 2;

/**
 * The queue of a file, in a thread of its own: waiting for the disk, or for another process that writes, holds up no
 * turn. While it commits some, the next ones gather. A thread that ends is started anew for the next write.
 */
export function writerThread(file: string, telemetry?: Telemetry): WriteQueue {
  const unsent: WaitingWrite[] = [];
  const waiting: WaitingWrite[] = [];
  /** How many writes each message had that the thread has not concluded. */
  const posted: number[] = [];
  const checkpoints = checkpointsOf(file, telemetry);
  let thread: Worker | undefined = start();

  function start(): Worker {
    const worker = new Worker(new URL('./writer-program.ts', import.meta.url), { workerData: file });
    worker.unref();
    worker.on('message', (committed: Committed) => conclude(worker, committed));
    worker.on('error', (error) => telemetry?.error('store.writerFailed', error));
    worker.once('exit', () => lose(worker));
    return worker;
  }

  function send(): void {
    if (unsent.length === 0 || posted.length >= mostPosted) return;
    thread ??= start();
    if (waiting.length === 0) thread.ref();
    thread.postMessage(unsent.map(({ write }) => write));
    posted.push(unsent.length);
    waiting.push(...unsent.splice(0));
  }

  function conclude(worker: Worker, committed: Committed): void {
    const group = waiting.splice(0, committed.writes);
    for (let left = committed.writes; left > 0; ) left -= posted.shift() ?? left;
    send();
    // The process stays alive while somebody waits.
    if (waiting.length === 0) worker.unref();
    checkpoints.committed(committed.writes);
    telemetry?.record('store.commitMs', committed.ms, { writes: committed.writes });
    if ('outcomes' in committed) settle(group, committed.outcomes);
    else for (const { reject } of group) reject(unavailable(errorOf(committed.fault)));
  }

  function lose(worker: Worker): void {
    if (thread !== worker) return;
    thread = undefined;
    posted.length = 0;
    setImmediate(send);
    const error = new StoreUnavailable('The thread that writes to SQLite has ended');
    for (const { reject } of waiting.splice(0)) reject(error);
  }

  return {
    add(write) {
      const { promise, resolve, reject } = Promise.withResolvers<boolean>();
      // A thread with nothing to do begins at once; what comes meanwhile gathers.
      if (unsent.length === 0) {
        if (posted.length === 0) queueMicrotask(send);
        else setImmediate(send);
      }
      unsent.push({ write, resolve, reject });
      return promise;
    },
    async close() {
      posted.length = 0;
      send();
      if (thread) {
        thread.ref();
        thread.postMessage('close');
        await once(thread, 'exit');
      }
      await checkpoints.close();
    },
  };
}
