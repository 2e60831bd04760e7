import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Telemetry } from '../../telemetry/telemetry.ts';

const everyWrites = 500;

/**
 * Carries what was committed over from the log to the file, in a thread of its own: done by the thread that writes,
 * as SQLite does by itself, it would make everybody wait who waits for a commit (sqlite.org/wal.html, 2.1).
 */
export interface Checkpoints {
  /** So many writes were committed. A checkpoint follows when there have been enough; the first starts the thread. */
  committed(writes: number): void;
  close(): Promise<void>;
}

export function checkpointsOf(file: string, telemetry?: Telemetry): Checkpoints {
  let since = 0;
  let thread: Worker | undefined;
  let isAtIt = false;

  function start(): Worker {
    const worker = new Worker(new URL('./checkpoint-program.ts', import.meta.url), { workerData: file });
    worker.unref();
    worker.on('message', () => {
      isAtIt = false;
    });
    worker.on('error', (error) => telemetry?.error('store.checkpointFailed', error));
    worker.once('exit', () => {
      thread = undefined;
      isAtIt = false;
    });
    return worker;
  }

  return {
    committed(writes) {
      since += writes;
      if (since < everyWrites || isAtIt) return;
      since = 0;
      isAtIt = true;
      thread ??= start();
      thread.postMessage('checkpoint');
    },
    async close() {
      if (!thread) return;
      thread.ref();
      thread.postMessage('close');
      await once(thread, 'exit');
    },
  };
}
