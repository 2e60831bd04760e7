import type { FeedBytes, FeedContent } from './feed-content.ts';
import type { FeedFault } from './unreadable-feed.ts';

/** What the feed thread is asked: one feed at a time. */
export interface FeedRequest {
  readonly page: FeedBytes;
  readonly feed: string;
  readonly now: Date;
}

/** What it says: that it can be asked, and then one answer to each request. */
export type FeedReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly content: FeedContent }
  | {
      readonly kind: 'unreadable';
      readonly fault: FeedFault;
      readonly message: string;
      readonly detail: string | undefined;
    };
