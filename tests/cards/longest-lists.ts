import type { CardView } from '../../src/bot/answer.ts';
import { reportsCard } from '../../src/digests/report/report-cards.ts';
import { previewCard } from '../../src/exchange/import-cards.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { curateListCard } from '../../src/reading/curate/curate-cards.ts';
import { firstState } from '../../src/reading/feeds/feed-state.ts';
import { longestName, longestTeaser, longestTitle } from '../../src/reading/model.ts';
import { longestSearch } from '../../src/reading/sought.ts';
import { sourcesCard } from '../../src/reading/sources/source-cards.ts';
import { proposalsCard } from '../../src/reading/write/write-cards.ts';
import { placeSchema } from '../../src/triage/queue/filter.ts';
import { listCard } from '../../src/triage/queue/list-card.ts';
import { queueLine } from '../../src/triage/queue/queue-line.ts';
import { todayCard } from '../../src/triage/today/today-card.ts';
import { sections } from '../../src/triage/today/worklist.ts';
import type { Words } from '../../src/words/words.ts';
import { sampleArticle } from '../reading/sample-articles.ts';
import { type Long, longestSubmission } from './longest-inputs.ts';

const now = new Date('2027-03-01T10:00:00Z');
const due = { acknowledge: now, decide: new Date('2027-02-01T10:00:00Z'), near: now };

/** Lists of the innovation team, a page of which all entries are as long as they may be. */
export function longestListViews(words: Words, long: Long): Readonly<Record<string, CardView>> {
  const owner = { personId: 'p'.repeat(36), name: long(100) };
  const submission = longestSubmission(long, {
    state: 'inReview',
    owner,
    counts: { supports: 1000, comments: 9 },
  });
  const place = placeSchema.parse({
    show: 'waiting',
    owner: owner.personId,
    service: long(120),
    challenge: 'c'.repeat(43),
    find: long(longestSearch),
    after: 'c'.repeat(400),
    from: 992,
  });
  const done = { by: owner, at: now.toISOString() };
  const article = sampleArticle(1, {
    title: long(longestTitle),
    teaser: long(longestTeaser),
    author: long(longestName),
    source: { name: long(longestName) },
    hidden: done,
  });
  const five = <Body extends object>(body: Body) =>
    Array.from({ length: 5 }, () => ({ id: 'i'.repeat(43), partition: '', etag: '', body }));
  const written = { title: long(longestTitle), teaser: '', text: long(100), topics: [] };
  const proposal = { written, proposed: done, state: 'proposed' as const, ...noEvents };
  const source = {
    ...firstState(`https://${'a'.repeat(60)}.example/${'b'.repeat(400)}`, now, done),
    name: long(longestName),
    paused: done,
  };
  return {
    queue: listCard(words, {
      place,
      lines: Array(8).fill(queueLine(words, submission, due, now)),
      after: 'c'.repeat(400),
      unfinished: false,
      count: 1000,
      named: { owner: owner.name, challenge: long(120) },
      personal: true,
    }),
    today: todayCard(
      words,
      {
        listed: sections.map((section) => ({ section, submissions: Array(9).fill(submission) })),
        absent: Array(9).fill({ person: owner, absence: { kind: 'away', until: '2027-03-12' }, count: 99 }),
      },
      () => due,
      now,
    ),
    curate: curateListCard(
      words,
      { articles: five(article.body), older: 'c'.repeat(400), newer: 'c'.repeat(400) },
      { find: '', after: 'c'.repeat(400) },
      now,
    ),
    sources: sourcesCard(words, [...five(source), ...five(source), ...five(source)], 5, now),
    proposals: proposalsCard(words, [...five(proposal), ...five(proposal), ...five(proposal)], 5),
    reports: reportsCard(words, {
      lines: Array(8).fill({ id: 'e'.repeat(43), title: long(longestTitle), places: 60_000, at: done.at }),
      after: 'c'.repeat(400),
      next: 'c'.repeat(400),
    }),
    importPreview: previewCard(words, 'i'.repeat(43), Array(3).fill(long(120)), {
      taken: 10_000,
      known: 10_000,
      faulty: 10_000,
      faults: Array(10).fill({ row: 10_000, kind: 'unknownState', text: long(40) }),
    }),
  };
}
