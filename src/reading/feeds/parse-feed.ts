import {
  type AnyFeed,
  type AtomFeed,
  type JsonFeed,
  parseFeed as parseText,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';
import { mendMarkup } from './mend-markup.ts';
import { UnreadableFeed } from './unreadable-feed.ts';

/** One entry as published: texts may be HTML, addresses relative, dates in any form, everything missing. */
export interface FeedEntry {
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  /** What the publisher names it by; often an address. */
  readonly guid?: string | undefined;
  /** Shortest first: what the publisher gives as a summary, then the whole. */
  readonly texts: readonly string[];
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  /** As published; of the entry, else of the whole feed. */
  readonly language?: string | undefined;
  /** A picture that the publisher describes in words. */
  readonly picture?: { readonly address: string; readonly alt: string } | undefined;
}

export interface ParsedFeed {
  readonly title?: string | undefined;
  /** The publisher's site. */
  readonly site?: string | undefined;
  readonly entries: readonly FeedEntry[];
}

// Feeds order their entries newest first, with few exceptions; what stands behind this many is history.
const mostEntries = 500;

/**
 * Reads RSS, Atom, RDF or JSON Feed. A text that declares a document type or entities is refused unread: that is
 * how XML bombs and stolen files begin, and no feed needs it. Throws UnreadableFeed `unsafe` or `notAFeed`.
 */
export function parseFeed(text: string): ParsedFeed {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') && /<!(?:DOCTYPE|ENTITY)/iu.test(trimmed))
    throw new UnreadableFeed('unsafe', 'The feed declares a document type or entities, which are not read');
  return flatten(recognise(trimmed));
}

function recognise(text: string): AnyFeed {
  try {
    return readMended(text);
  } catch (error) {
    const what =
      text === '' ? 'nothing' : text.startsWith('<') ? 'markup that is no feed' : 'something that is no feed';
    throw new UnreadableFeed('notAFeed', `The address serves ${what}`, { cause: error });
  }
}

/** Reads it as it is; when it is not well-formed, once more with the usual slips mended. */
function readMended(text: string): AnyFeed {
  try {
    return parseText(text, { maxItems: mostEntries });
  } catch (error) {
    const mended = mendMarkup(text);
    if (mended === text) throw error;
    return parseText(mended, { maxItems: mostEntries });
  }
}

function flatten(parsed: AnyFeed): ParsedFeed {
  const feed = entriesOf(parsed);
  const language = languageOf(parsed);
  return { ...feed, entries: feed.entries.map((entry) => ({ language, ...entry })) };
}

function languageOf(parsed: AnyFeed): string | undefined {
  switch (parsed.format) {
    case 'rss':
      return parsed.feed.language ?? parsed.feed.dc?.languages?.[0];
    case 'rdf':
      return parsed.feed.dc?.languages?.[0];
    case 'atom':
      return parsed.feed.xml?.lang;
    case 'json':
      return parsed.feed.language;
  }
}

function entriesOf(parsed: AnyFeed): ParsedFeed {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        site: parsed.feed.link,
        entries: (parsed.feed.items ?? []).map(fromRss),
      };
    case 'rdf':
      return {
        title: parsed.feed.title,
        site: parsed.feed.link,
        entries: (parsed.feed.items ?? []).map(fromRdf),
      };
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        site: atomLink(parsed.feed.links),
        entries: (parsed.feed.entries ?? []).map(fromAtom),
      };
    case 'json':
      return {
        title: parsed.feed.title,
        site: parsed.feed.home_page_url,
        entries: (parsed.feed.items ?? []).map(fromJson),
      };
  }
}

const fromRss = (item: RssFeed.Item<string>): FeedEntry => ({
  title: item.title ?? item.dc?.titles?.[0],
  link: item.link ?? atomLink(item.atom?.links),
  guid: item.guid?.value,
  texts: present(item.description, item.content?.encoded, item.atom?.summary?.value),
  author: item.dc?.creators?.[0] ?? item.authors?.[0]?.name,
  published: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
  ...languageIfTold(item.dc?.languages?.[0]),
  picture: describedPicture(item.media),
});

const fromRdf = (item: RdfFeed.Item<string>): FeedEntry => ({
  title: item.title,
  link: item.link,
  guid: item.rdf?.about,
  texts: present(item.description, item.content?.encoded, item.dc?.descriptions?.[0]),
  author: item.dc?.creators?.[0],
  published: item.dc?.dates?.[0] ?? item.dcterms?.created?.[0],
  ...languageIfTold(item.dc?.languages?.[0]),
  picture: describedPicture(item.media),
});

const fromAtom = (entry: AtomFeed.Entry<string>): FeedEntry => ({
  title: entry.title?.value,
  link: atomLink(entry.links),
  guid: entry.id,
  texts: present(entry.summary?.value, entry.content?.value),
  author: entry.authors?.[0]?.name ?? entry.dc?.creators?.[0],
  published: entry.published ?? entry.updated,
  ...languageIfTold(entry.xml?.lang),
  picture: describedPicture(entry.media),
});

const fromJson = (item: JsonFeed.Item<string>): FeedEntry => ({
  title: item.title,
  link: item.url ?? item.external_url,
  guid: item.id,
  texts: present(item.summary, item.content_html, item.content_text && asHtml(item.content_text)),
  author: item.authors?.[0]?.name,
  published: item.date_published ?? item.date_modified,
  ...languageIfTold(item.language),
});

/** The page itself: other relations lead to comments, sound files or the feed. */
const atomLink = (links: readonly { href?: string; rel?: string }[] | undefined): string | undefined =>
  links?.find(({ href, rel }) => href && (rel ?? 'alternate') === 'alternate')?.href;

const present = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text) => text !== undefined && text.trim() !== '').map(String);

const languageIfTold = (language: string | undefined) => (language ? { language } : {});

interface Media {
  readonly url?: string;
  readonly medium?: string;
  readonly type?: string;
  readonly description?: { readonly value?: string };
}

function describedPicture(media: { readonly contents?: readonly Media[] } | undefined): FeedEntry['picture'] {
  for (const { url, medium, type = '', description } of media?.contents ?? []) {
    const isPicture = medium === 'image' || type.startsWith('image/');
    if (isPicture && url && description?.value) return { address: url, alt: description.value };
  }
  return undefined;
}

const asHtml = (plain: string): string => plain.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
