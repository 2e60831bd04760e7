import { webAddress } from '../web-address.ts';
import { articleFromEntry, type NewArticle } from './article-from-entry.ts';
import { decodeFeed } from './decode-feed.ts';
import { hostOf } from './feed-address.ts';
import { feedDate } from './feed-date.ts';
import { type FeedEntry, parseFeed } from './parse-feed.ts';
import { plainText } from './plain-text.ts';

/** What was fetched, and the address that it came from. */
export interface FeedBytes {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly address: string;
}

export interface FeedContent {
  /** What the feed calls itself, else its host. */
  readonly name: string;
  readonly articles: readonly NewArticle[];
  /** Entries of which no article can be made: nothing names them, or they say nothing. */
  readonly unusable: number;
}

// Of a long feed only these count, at every poll: were the limit for the first poll alone, the second would bring in
// what the first left out.
const newestEntries = 50;

/**
 * The newest articles of a feed's bytes, newest first. Throws UnreadableFeed. A hostile feed keeps it busy for long: a
 * thread that answers people leaves this to the feed thread.
 * @param feed the address that the feed is known by; its bytes may have come from another one.
 */
export function feedContent(
  { bytes, contentType, address }: FeedBytes,
  feed: string,
  now: Date,
): FeedContent {
  const parsed = parseFeed(decodeFeed(bytes, contentType));
  const site = webAddress(parsed.site, address);
  const source = {
    name: plainText(parsed.title ?? '') || hostOf(address),
    site,
    feed,
    base: site ?? address,
  };
  const entries = newestFirst(parsed.entries, now).slice(0, newestEntries);
  const articles = entries.flatMap((entry) => articleFromEntry(entry, source, now) ?? []);
  return { name: source.name, articles, unusable: entries.length - articles.length };
}

/** Entries without a date count as new and keep their order. */
function newestFirst(entries: readonly FeedEntry[], now: Date): FeedEntry[] {
  const time = (entry: FeedEntry) => (feedDate(entry.published) ?? now).getTime();
  return entries.toSorted((a, b) => time(b) - time(a));
}
