import { parentPort } from 'node:worker_threads';
import { feedContent } from './feed-content.ts';
import type { FeedReply, FeedRequest } from './feed-messages.ts';
import { UnreadableFeed } from './unreadable-feed.ts';

// The feed thread: what strangers publish is parsed apart from the thread that answers turns.

const reply = (said: FeedReply) => parentPort?.postMessage(said);

parentPort?.on('message', ({ page, feed, now }: FeedRequest) => {
  try {
    reply({ kind: 'read', content: feedContent(page, feed, now) });
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error;
    const { fault, message, detail } = error;
    reply({ kind: 'unreadable', fault, message, detail });
  }
});

reply({ kind: 'ready' });
