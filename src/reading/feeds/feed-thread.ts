import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { oneAfterAnother } from '../one-after-another.ts';
import type { FeedBytes, FeedContent } from './feed-content.ts';
import type { FeedReply, FeedRequest } from './feed-messages.ts';
import { UnreadableFeed } from './unreadable-feed.ts';

/** Makes articles of a feed's bytes. Rejects with UnreadableFeed: of what it says, and of what takes too much. */
export type ParseFeed = (page: FeedBytes, feed: string, now: Date) => Promise<FeedContent>;

export interface FeedThreadLimits {
  /** How long one feed may take, from when the thread has begun with it. */
  readonly withinMs: number;
  /** How much memory the thread may take. */
  readonly megabytes: number;
  /** The thread is let go when nothing has been asked for so long. */
  readonly idleMs: number;
}

export const feedThreadLimits: FeedThreadLimits = { withinMs: 5_000, megabytes: 256, idleMs: 30_000 };

/**
 * Parses feeds one after another in a thread that is started when it is needed and let go when it is idle. What takes
 * too long or too much memory ends the thread and is the feed's own fault; the next feed gets a new one.
 */
export function feedThread(
  { withinMs, megabytes, idleMs }: FeedThreadLimits = feedThreadLimits,
  program = new URL('./feed-worker.ts', import.meta.url),
): ParseFeed {
  const inTurn = oneAfterAnother();
  let running: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  function letGo(): void {
    void running?.terminate();
    running = undefined;
  }

  async function started(): Promise<Worker> {
    if (running) return running;
    const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    worker.unref();
    const gone = () => {
      if (running === worker) running = undefined;
    };
    // An error of a thread that nobody waits for must not end the process.
    worker.on('exit', gone).on('error', gone);
    await nextReply(worker);
    running = worker;
    return worker;
  }

  return (page, feed, now) =>
    inTurn(async () => {
      clearTimeout(idle);
      const worker = await started();
      const request: FeedRequest = { page, feed, now };
      worker.postMessage(request);
      try {
        return contentIn(await nextReply(worker, withinMs));
      } finally {
        idle = setTimeout(letGo, idleMs).unref();
      }
    });
}

/** What the thread says next. One that is late is ended. */
async function nextReply(worker: Worker, withinMs?: number): Promise<FeedReply> {
  const { promise, resolve, reject } = Promise.withResolvers<FeedReply>();
  const late = () => {
    reject(new UnreadableFeed('tooHard', `The feed was not parsed after ${withinMs} milliseconds`));
    void worker.terminate();
  };
  const ended = () => reject(new Error('The feed thread has ended'));
  const failed = (error: unknown) =>
    reject(outOfMemorySchema.safeParse(error).success ? tooMuchMemory(error) : error);
  const timer = withinMs === undefined ? undefined : setTimeout(late, withinMs);
  worker.once('message', resolve).once('error', failed).once('exit', ended);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', resolve).off('exit', ended).off('error', failed);
  }
}

const outOfMemorySchema = z.object({ code: z.literal('ERR_WORKER_OUT_OF_MEMORY') });

const tooMuchMemory = (cause: unknown) =>
  new UnreadableFeed('tooHard', 'The feed took more memory to parse than there is for it', { cause });

function contentIn(said: FeedReply): FeedContent {
  switch (said.kind) {
    case 'read':
      return said.content;
    case 'unreadable':
      throw new UnreadableFeed(said.fault, said.message, { detail: said.detail });
    case 'ready':
      throw new Error('The feed thread said that it is ready instead of what it read');
  }
}
