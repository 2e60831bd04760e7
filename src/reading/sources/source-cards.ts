import type { CardView } from '../../bot/answer.ts';
import { type FormState, formData } from '../../bot/dialog.ts';
import { sayPart } from '../../bot/list-part.ts';
import type { Words } from '../../words/words.ts';
import { subjectsLine } from '../article-words.ts';
import { cutAtWord } from '../cut-at-word.ts';
import { hostOf } from '../feeds/feed-address.ts';
import { newSince } from '../feeds/feed-state.ts';
import { type FeedState, longestName } from '../model.ts';
import { intervals, sayEvery, sayFault, sayHealth } from './source-words.ts';
import { type Source, sourceName } from './sources.ts';
import type { Trial } from './trial-model.ts';

const pageSize = 5;

/** @param start how many sources come before the page. */
export function sourcesCard(words: Words, all: readonly Source[], start: number, now: Date): CardView {
  const first = start < all.length ? start : 0;
  const shown = all.slice(first, first + pageSize);
  const failing = all.filter(({ body }) => body.failing && !body.paused).length;
  return {
    card: 'reading/sources',
    data: {
      count: all.length > 0 ? words.say('sources.list.count', { count: all.length, failing }) : '',
      part: sayPart(words, { all: all.length, before: first, shown: shown.length }),
      empty: all.length === 0,
      sources: shown.map(({ id, body }) => ({
        id,
        name: cutAtWord(sourceName(body), longestName),
        ...sayHealth(words, body),
        meta: itemLine(words, body, now),
      })),
      next: first + pageSize < all.length ? String(first + pageSize) : '',
      previous: first > 0 ? String(Math.max(0, first - pageSize)) : '',
    },
    summary: words.say('sources.list.summary', { count: all.length }),
  };
}

/** Where it is, unless that is its name, and what it has brought. */
function itemLine(words: Words, source: FeedState, now: Date): string {
  const news = words.say('sources.news', { count: newSince(source, now) });
  const host = hostOf(source.address);
  return host === sourceName(source) ? news : words.say('sources.item', { host, news });
}

interface Circumstances {
  readonly now: Date;
  /** Minutes between two polls unless the source has its own. */
  readonly pollMinutes: number;
  /** The settings name it. */
  readonly set: boolean;
}

export function sourceCard(
  words: Words,
  id: string,
  source: FeedState,
  { now, pollMinutes, set }: Circumstances,
): CardView {
  const { added, paused, lastSuccess, lastFault, address, nextPollAt } = source;
  const lines = [
    words.say('sources.news', { count: newSince(source, now) }),
    words.say('sources.one.every', { every: sayEvery(words, source.everyMinutes ?? pollMinutes) }),
    lastSuccess
      ? words.say('sources.one.success', { when: words.dateTime(lastSuccess) })
      : words.say('sources.one.noSuccess'),
    lastFault &&
      words.say('sources.one.fault', {
        when: words.dateTime(lastFault.at),
        what: sayFault(words, lastFault),
      }),
    paused ? '' : words.say('sources.one.next', { when: words.dateTime(nextPollAt) }),
    set
      ? words.say('sources.one.set')
      : added && words.say('sources.one.added', { name: added.by.name, date: words.date(added.at) }),
    address.startsWith('http:') && words.say('sources.one.plain'),
  ];
  return {
    card: 'reading/source',
    data: {
      id,
      name: cutAtWord(sourceName(source), longestName),
      address,
      ...sayHealth(words, source),
      lines: lines.flatMap((line) => (line ? [{ line }] : [])),
      mayPause: !paused,
      mayResume: paused !== undefined,
      mayRemove: !set,
    },
    summary: sourceName(source),
  };
}

export const removeSourceCard = (words: Words, id: string, source: FeedState): CardView => ({
  card: 'reading/source-remove',
  data: { id, name: sourceName(source) },
  summary: words.say('sources.remove.heading'),
});

/** @param suggested what is suggested and not followed yet. */
export const addSourceCard = (
  words: Words,
  state: FormState<object>,
  suggested: readonly { readonly name: string; readonly address: string }[],
): CardView => ({
  card: 'reading/source-add',
  data: { ...formData(state, ['address', 'suggested']), suggested },
  summary: words.say('sources.add.heading'),
});

export const intervalCard = (
  words: Words,
  state: FormState<object>,
  source: FeedState | undefined,
): CardView => ({
  card: 'reading/source-interval',
  data: {
    ...formData(state, ['every']),
    name: source ? sourceName(source) : '',
    choices: intervals.map((minutes) => ({ minutes, title: words.say(`sources.every.${minutes}`) })),
  },
  summary: words.say('sources.interval.heading'),
});

/** What came of a trial. @param followed the source is followed already. */
export function trialCard(
  words: Words,
  id: string,
  { address, outcome }: Trial,
  followed: boolean,
): CardView {
  const read = outcome.kind === 'read' ? outcome : undefined;
  return {
    card: 'reading/source-trial',
    data: {
      id,
      name: read?.name ?? hostOf(address),
      address: read?.feed ?? address,
      linked: read?.linked ? words.say('sources.trial.linked', { address }) : '',
      reading: outcome.kind === 'reading',
      failed: outcome.kind === 'failed' ? sayFault(words, outcome) : '',
      plain: (read?.feed ?? address).startsWith('http:') ? words.say('sources.one.plain') : '',
      found: read ? words.say('sources.trial.found', { count: read.total }) : '',
      unusable: read?.unusable ? words.say('sources.trial.unusable', { count: read.unusable }) : '',
      articles: (read?.articles ?? []).map((article) => ({
        title: article.title,
        teaser: article.teaser,
        meta: words.say('reading.meta', {
          source: article.source.name,
          date: words.date(article.publishedAt),
        }),
        subjects: subjectsLine(words, article),
      })),
      followed,
      mayAdd: read !== undefined && !followed,
    },
    summary: words.say('sources.trial.summary'),
  };
}

/** What the innovation team is told of a source that failed for three days. */
export const failingCard = (words: Words, id: string, source: FeedState): CardView => ({
  card: 'reading/source-failing',
  data: {
    id,
    text: words.say('sources.failing.text', {
      name: sourceName(source),
      date: words.date(source.failing?.since ?? source.nextPollAt),
      what: source.lastFault ? sayFault(words, source.lastFault) : '',
    }),
  },
  summary: words.say('sources.failing.summary', { name: sourceName(source) }),
});
