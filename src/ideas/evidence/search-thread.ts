import { Worker } from 'node:worker_threads';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { SearchReply, SearchRequest, SearchText, Shelf } from './search-messages.ts';
import type { Found } from './word-index.ts';

/** The index of all that can be sought, in a thread of its own. It holds nothing that the store does not hold. */
export interface SearchThread {
  /** Starts the thread where none runs, and tells whether it did: the new one is empty. */
  revive(): boolean;
  add(shelf: Shelf, texts: readonly SearchText[]): void;
  /** A text takes the place of an older one of its id. */
  change(shelf: Shelf, text: SearchText): void;
  remove(shelf: Shelf, id: string): void;
  /** The likest first; nothing when the thread does not run or does not answer in time. Never rejects. */
  find(shelf: Shelf, text: string, most: number): Promise<readonly Found[]>;
  /** Those with every word, of which the last may be unfinished. Otherwise as `find`. */
  findAll(shelf: Shelf, text: string, most: number): Promise<readonly Found[]>;
  stop(): Promise<void>;
}

/** @param answerWithinMs how long a person is made to wait for a search at the most. */
export function searchThread(
  telemetry: Telemetry,
  answerWithinMs: number,
  program = new URL('./search-worker.ts', import.meta.url),
): SearchThread {
  let running: Worker | undefined;
  let question = 0;
  const asked = new Map<number, (found: readonly Found[]) => void>();
  const tell = (request: SearchRequest) => running?.postMessage(request);

  function lost(worker: Worker): void {
    if (running !== worker) return;
    running = undefined;
    telemetry.warn('evidence.threadLost');
    for (const answer of asked.values()) answer([]);
  }

  async function ask(
    what: 'find' | 'findAll',
    shelf: Shelf,
    text: string,
    most: number,
  ): Promise<readonly Found[]> {
    if (!running) return [];
    const number = ++question;
    const startedAt = performance.now();
    const { promise, resolve } = Promise.withResolvers<readonly Found[]>();
    const timer = setTimeout(() => {
      telemetry.warn('evidence.late');
      resolve([]);
    }, answerWithinMs);
    asked.set(number, resolve);
    tell({ what, shelf, text, most, question: number });
    const found = await promise;
    clearTimeout(timer);
    asked.delete(number);
    telemetry.record('evidence.findMs', performance.now() - startedAt);
    return found;
  }

  return {
    revive() {
      if (running) return false;
      const worker = new Worker(program);
      worker.on('message', ({ question: answered, found }: SearchReply) => asked.get(answered)?.(found));
      worker.on('error', (error) => telemetry.error('evidence.threadFailed', error));
      worker.on('exit', () => lost(worker));
      worker.unref();
      running = worker;
      return true;
    },
    add: (shelf, texts) => tell({ what: 'add', shelf, texts }),
    change: (shelf, text) => tell({ what: 'change', shelf, text }),
    remove: (shelf, id) => tell({ what: 'remove', shelf, id }),
    find: (shelf, text, most) => ask('find', shelf, text, most),
    findAll: (shelf, text, most) => ask('findAll', shelf, text, most),
    async stop() {
      const worker = running;
      running = undefined;
      await worker?.terminate();
      for (const answer of asked.values()) answer([]);
    },
  };
}
