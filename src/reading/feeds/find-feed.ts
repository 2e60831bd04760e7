import { tagsIn } from '../html-tags.ts';
import { decodeFeed } from './decode-feed.ts';
import type { FeedContent } from './feed-content.ts';
import type { ParseFeed } from './feed-thread.ts';
import { type Fetched, type FetchSettings, fetchFeed } from './fetch-feed.ts';
import { UnreadableFeed } from './unreadable-feed.ts';

export interface FoundFeed extends FeedContent {
  readonly feed: string;
  /** The address given is a page that links to the feed. */
  readonly linked: boolean;
}

type Page = Extract<Fetched, { kind: 'read' }>;

// A page links to its news first and then to comments, sections and the like.
const mostTried = 3;

/** Reads the feed at an address, or the first readable one that the page there links to. Throws UnreadableFeed. */
export async function findFeed(
  address: string,
  settings: FetchSettings,
  now: Date,
  parse: ParseFeed,
): Promise<FoundFeed> {
  const page = await whole(address, settings);
  try {
    return { feed: address, linked: false, ...(await parse(page, address, now)) };
  } catch (error) {
    if (!(error instanceof UnreadableFeed) || !isPage(page)) throw error;
    return linkedFeed(page, settings, now, parse);
  }
}

async function linkedFeed(
  page: Page,
  settings: FetchSettings,
  now: Date,
  parse: ParseFeed,
): Promise<FoundFeed> {
  let fault = new UnreadableFeed('noFeedLinked', 'The address serves a page that links to no feed');
  for (const feed of feedsLinkedBy(decodeFeed(page.bytes, page.contentType), page.address)) {
    try {
      if (!/^https?:/iu.test(feed))
        throw new UnreadableFeed('addressRefused', 'The page links to no web address');
      return { feed, linked: true, ...(await parse(await whole(feed, settings), feed, now)) };
    } catch (error) {
      if (!(error instanceof UnreadableFeed)) throw error;
      fault = error;
    }
  }
  throw fault;
}

/** Where a page says that its feeds are, those of comments last. */
function feedsLinkedBy(html: string, address: string): readonly string[] {
  const tags = tagsIn(html, ['base', 'link']);
  const base = tags.find(({ name, attributes }) => name === 'base' && attributes.href)?.attributes.href;
  const start = URL.parse(base ?? '', address)?.href ?? address;
  const found = tags
    .filter(({ name, attributes: { rel = '', type = '' } }) => {
      const isFeed = /^application\/(?:(?:rss|atom|rdf)\+xml|(?:feed\+)?json)\b/iu.test(type.trim());
      return name === 'link' && isFeed && /\balternate\b/iu.test(rel);
    })
    .map(({ attributes: { href = '', title = '' } }) => ({
      href: URL.parse(href, start)?.href ?? '',
      late: /comment/iu.test(`${href} ${title}`),
    }))
    .filter(({ href }) => href !== '')
    .toSorted((a, b) => Number(a.late) - Number(b.late));
  return [...new Set(found.map(({ href }) => href))].slice(0, mostTried);
}

const isPage = ({ bytes, contentType }: Page): boolean =>
  /\bhtml\b/iu.test(contentType) ||
  /<html\b/iu.test(Buffer.from(bytes.subarray(0, 2_000)).toString('latin1'));

async function whole(address: string, settings: FetchSettings): Promise<Page> {
  const fetched = await fetchFeed(address, {}, settings);
  // Nobody said what is known already, so a server that answers so is broken.
  if (fetched.kind === 'unchanged')
    throw new UnreadableFeed('refusedByServer', 'The server answered 304', { detail: '304' });
  return fetched;
}
