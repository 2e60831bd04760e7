import { classify } from '../../subjects/classify.ts';
import { articleOrder, findableIn, samenessOf } from '../article.ts';
import { cutAtWord } from '../cut-at-word.ts';
import { languageTag } from '../language.ts';
import { type Article, longestName, longestTeaser, longestTitle } from '../model.ts';
import { pictureIn, pictureOf } from '../picture.ts';
import { readingId } from '../reading-id.ts';
import { pageOf, webAddress } from '../web-address.ts';
import { feedDate } from './feed-date.ts';
import type { FeedEntry } from './parse-feed.ts';
import { plainText } from './plain-text.ts';

type FeedArticle = Extract<Article, { kind: 'feed' }>;

export interface NewArticle {
  readonly id: string;
  readonly body: FeedArticle;
}

/** Where an entry comes from. */
export interface EntrySource {
  readonly name: string;
  readonly site?: string | undefined;
  /** The feed's address as it is set, which does not change when the publisher moves it. */
  readonly feed: string;
  /** Where relative addresses start. */
  readonly base: string;
}

// A little more than the teaser tells better what an article is about; a whole page tells of everything.
const classified = 1_500;

// Of an entry without a title the first words stand for one.
const titleFromText = 80;

/**
 * The article that an entry makes. Undefined when nothing names it (no address, no guid) or it says nothing (no title,
 * no text). A date that is missing or in the future becomes `now`. The id is made from the page's address, else
 * from feed and guid, so the same entry makes the same article at every poll.
 */
export function articleFromEntry(entry: FeedEntry, source: EntrySource, now: Date): NewArticle | undefined {
  const link = webAddress(entry.link, source.base) ?? webAddress(entry.guid);
  const name = link ? pageOf(link) : entry.guid?.trim() && `${source.feed} ${entry.guid.trim()}`;
  const text = entry.texts.map(plainText).find((plain) => plain !== '') ?? '';
  const title = plainText(entry.title ?? '') || cutAtWord(text, titleFromText);
  if (!name || title === '') return undefined;
  const id = readingId(name);
  const publishedAt = new Date(
    Math.min(now.getTime(), feedDate(entry.published)?.getTime() ?? now.getTime()),
  ).toISOString();
  const author = cutAtWord(authorName(entry.author ?? ''), longestName);
  const told = {
    title: cutAtWord(title, longestTitle),
    teaser: cutAtWord(text, longestTeaser),
    source: { name: cutAtWord(source.name, longestName), ...(source.site && { address: source.site }) },
  };
  return {
    id,
    body: {
      kind: 'feed',
      ...told,
      ...(author && { author }),
      publishedAt,
      addedAt: now.toISOString(),
      order: articleOrder(publishedAt, id),
      ...(link && { link }),
      ...toldBesides(entry, source.base),
      ...subjectsOf(`${title}\n${text.slice(0, classified)}`),
      findable: findableIn(told),
      sameness: samenessOf(withoutSource(told.title, source.name), publishedAt),
    },
  };
}

/** Who wrote it, without an e-mail address that stands around, before or in place of the name. */
const authorName = (author: string): string =>
  plainText(author.replace(/^\s*\S+@\S+\s+\((.{1,200})\)\s*$/u, '$1'))
    .replace(/\S+@\S+/gu, '')
    .trim();

/** Many sources write their name behind each title. */
function withoutSource(title: string, source: string): string {
  const [, own = title, behind = ''] = /^(.+)\s[|–—-]\s(.+)$/u.exec(title) ?? [];
  return behind.toLowerCase() === source.toLowerCase() ? own : title;
}

function toldBesides(entry: FeedEntry, base: string): Pick<FeedArticle, 'language' | 'picture'> {
  const language = languageTag(entry.language);
  const picture =
    pictureOf(entry.picture?.address, entry.picture && plainText(entry.picture.alt), base) ??
    entry.texts.map((html) => pictureIn(html, base)).find((found) => found);
  return { ...(language && { language }), ...(picture && { picture }) };
}

function subjectsOf(text: string): Pick<FeedArticle, 'theme' | 'topics'> {
  const { theme, topics } = classify(text);
  return { ...(theme && { theme }), topics: [...topics] };
}
