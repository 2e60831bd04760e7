import type { FeedContent } from './feed-content.ts';
import type { ParseFeed } from './feed-thread.ts';
import { type FetchSettings, fetchFeed, type Validators } from './fetch-feed.ts';

export type ReadFeed =
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'read' } & FeedContent & Validators);

/** The newest articles of a feed, newest first. Throws UnreadableFeed; when `signal` is aborted, its reason. */
export async function readFeed(
  address: string,
  known: Validators,
  settings: FetchSettings,
  { now, parse, signal }: { now: Date; parse: ParseFeed; signal?: AbortSignal },
): Promise<ReadFeed> {
  const fetched = await fetchFeed(address, known, settings, signal);
  if (fetched.kind === 'unchanged') return fetched;
  const content = await parse(fetched, address, now);
  return { kind: 'read', ...content, etag: fetched.etag, lastModified: fetched.lastModified };
}
