import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ArticleCandidate, Candidates, Moved } from '../../src/digests/candidates.ts';
import { afterEdition, composeEdition } from '../../src/digests/compose-edition.ts';
import { type Edition, type Subscription, usualWish, type Wish } from '../../src/digests/model.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { themes, topics } from '../../src/subjects/codes.ts';
import { placeId, tuesdays } from './sample-place.ts';
import { sampleArticle, sampleCase, thirteenCases } from './sample-reading.ts';

const day = (date: number, time = '09:00') => `2026-11-${String(date).padStart(2, '0')}T${time}:00.000Z`;
const subscription: Subscription = {
  placeId,
  schedule: tuesdays,
  state: 'active',
  dueAt: day(24),
  lastEditionAt: day(17),
  casesTold: {},
  recent: [],
  subscribedBy: 'sample-person',
};
const now = new Date(day(24));
const nothing: Candidates = { articles: [], cases: [], ideas: [], projects: [], spread: [] };
const onlyArticles: Wish = { ...usualWish, include: ['articles'] };

const articlesIn = (
  articles: readonly ArticleCandidate[],
  { wish = onlyArticles, history = subscription }: { wish?: Wish; history?: Subscription } = {},
) => composeEdition(wish, { ...nothing, articles }, history, now)?.articleIds;

const editionOf = (content: NonNullable<ReturnType<typeof composeEdition>>, at: string): Edition => ({
  ...content,
  composedAt: at,
  ...noEvents,
});

describe('the articles of an edition', () => {
  test('are those added until its cut-off, the newest first', () => {
    const told = articlesIn([
      sampleArticle('older', day(18)),
      sampleArticle('newest', day(23)),
      sampleArticle('at-its-own', day(24)),
      sampleArticle('too-late', day(24, '09:01')),
    ]);
    expect(told).toEqual(['article-at-its-own', 'article-newest', 'article-older']);
  });

  test('are never told again, nor is their story from another source', () => {
    const recent = [{ at: day(17), articles: ['article-a'], themes: [] }];
    const told = articlesIn(
      [
        sampleArticle('a', day(16), { sameness: 'one story' }),
        sampleArticle('again', day(18), { sameness: 'one story' }),
        sampleArticle('b', day(15)),
      ],
      { history: { ...subscription, recent } },
    );
    expect(told).toEqual(['article-b']);
  });

  test.each([
    ['short', 3],
    ['usual', 7],
    ['long', 10],
  ] as const)('%s: at most %i, one of each story', (length, most) => {
    const twelve = Array.from({ length: 12 }, (_, n) => sampleArticle(String(n), day(18, `1${n % 10}:00`)));
    const copies = twelve.map((article) => ({ ...article, id: `${article.id}-copy` }));
    expect(articlesIn([...twelve, ...copies], { wish: { ...onlyArticles, length } })).toHaveLength(most);
  });

  test('of a first edition are the newest there are, however old', () => {
    const { lastEditionAt: _, ...history } = subscription;
    const articles = [sampleArticle('old', day(1)), sampleArticle('older', '2020-01-01T00:00:00.000Z')];
    expect(articlesIn(articles, { history })).toEqual(['article-old', 'article-older']);
    expect(articlesIn(articles)).toEqual(['article-old']);
  });

  test('are about the topics that were asked for alone', () => {
    const articles = [sampleArticle('a', day(20)), sampleArticle('b', day(20), { topics: ['offending'] })];
    expect(articlesIn(articles, { wish: { ...onlyArticles, topics: ['offending'] } })).toEqual(['article-b']);
  });

  test('what is featured leads, and what readers found useful comes before what is as new', () => {
    const articles: ArticleCandidate[] = [
      sampleArticle('a', day(23)),
      { ...sampleArticle('useful', day(23)), useful: 6 },
      { ...sampleArticle('featured', day(10)), featured: true },
    ];
    expect(articlesIn(articles)).toEqual(['article-featured', 'article-useful', 'article-a']);
  });
});

const moved = (reference: string, movedAt: string, more: Partial<Moved> = {}): Moved => ({
  reference,
  state: 'trial',
  topics: [],
  movedAt,
  days: 3,
  ...more,
});

describe('you said, we did', () => {
  test('tells the ideas decided since the edition before, those of the own service first, and the median', () => {
    const ideas = [
      moved('BEFORE', day(16), { days: 30 }),
      moved('NEWEST', day(23), { days: 2 }),
      moved('OWNONE', day(18), { service: 'Housing', days: 8 }),
    ];
    const edition = composeEdition(
      { ...usualWish, service: 'Housing' },
      { ...nothing, ideas, projects: [moved('PROJEC', day(20))] },
      subscription,
      now,
    );
    expect(edition).toMatchObject({ ideas: ['OWNONE', 'NEWEST'], projects: ['PROJEC'], medianDays: 8 });
    expect(edition?.why).toMatchObject({ OWNONE: ['near', 'new'], NEWEST: ['new'] });
  });
});

test('what spread since the edition before is told, to the nearest first, and is enough for an edition', () => {
  const spread = [
    { reference: 'new', topics: [], movedAt: day(23) },
    { reference: 'near', topics: [], service: 'Housing', movedAt: day(18) },
    { reference: 'told', topics: [], movedAt: day(16) },
  ];
  const wish: Wish = { ...usualWish, service: 'Housing' };
  const edition = composeEdition(wish, { ...nothing, spread }, subscription, now);
  expect(edition?.spread).toEqual(['near', 'new']);
  expect(edition?.why).toMatchObject({ near: ['near', 'new'], new: ['new'] });
  expect(composeEdition(onlyArticles, { ...nothing, spread }, subscription, now)).toBeUndefined();
});

test('there is no edition when there is nothing to tell, or nothing of what is wished', () => {
  expect(composeEdition(usualWish, nothing, subscription, now)).toBeUndefined();
  expect(
    composeEdition(onlyArticles, { ...nothing, cases: thirteenCases }, subscription, now),
  ).toBeUndefined();
});

test('a case study that was never told is enough for one', () => {
  expect(composeEdition(usualWish, { ...nothing, cases: thirteenCases }, subscription, now)).toMatchObject({
    articleIds: [],
    caseId: 'case-a',
    why: { 'case-a': ['notToldYet'] },
  });
});

describe('having had an edition', () => {
  const edition = (at: string, name = at): Edition => ({
    articleIds: [name],
    caseId: 'case-a',
    ideas: [],
    projects: [],
    spread: [],
    themes: ['engagement'],
    why: {},
    composedAt: at,
    cutOff: at,
    ...noEvents,
  });

  test('twice is as once, and the order in which two are noted makes no difference', () => {
    const [first, second] = [edition(day(20)), edition(day(24))];
    const inOrder = afterEdition(afterEdition(subscription, first), second);
    expect(afterEdition(afterEdition(subscription, second), first)).toEqual(inOrder);
    expect(afterEdition(inOrder, second)).toEqual(inOrder);
    expect(inOrder).toMatchObject({ lastEditionAt: day(24), casesTold: { 'case-a': day(24) } });
    expect(inOrder.recent).toHaveLength(2);
  });

  test('remembers five weeks of editions and the last four however old, so that it stays small', () => {
    let held = subscription;
    for (let n = 0; n < 300; n++) {
      const at = new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
      held = afterEdition(held, edition(at));
    }
    expect(held.recent).toHaveLength(36);
    const monthly = [0, 31, 62, 93, 124].reduce(
      (had, n) => afterEdition(had, edition(new Date(Date.UTC(2026, 0, 1 + n)).toISOString())),
      subscription,
    );
    expect(monthly.recent).toHaveLength(4);
  });
});

const weekMs = 7 * 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 0, 6, 10);

const someArticles = fc.array(
  fc.record({
    theme: fc.option(fc.constantFrom(...themes), { nil: undefined }),
    topics: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 3 }),
    hoursBefore: fc.integer({ min: 0, max: 24 * 40 }),
    story: fc.integer({ min: 0, max: 12 }),
    featured: fc.boolean(),
    useful: fc.nat(20),
  }),
  { maxLength: 14 },
);

const someWish: fc.Arbitrary<Wish> = fc.record({
  topics: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 2 }),
  include: fc.subarray(['articles', 'case', 'ideas', 'projects', 'spread'] as const).map((some) => [...some]),
  length: fc.constantFrom('short' as const, 'usual' as const, 'long' as const),
});

function articlesOf(weeks: readonly (typeof someArticles extends fc.Arbitrary<infer T> ? T : never)[]) {
  return weeks.flatMap((some, week) =>
    some.map(({ theme, topics: about, hoursBefore, story, featured, useful }, n): ArticleCandidate => {
      const added = start + week * weekMs - 60_000;
      const addedAt = new Date(added).toISOString();
      const publishedAt = new Date(added - hoursBefore * 3_600_000).toISOString();
      const more = {
        publishedAt,
        topics: about,
        ...(theme && { theme }),
        sameness: `story ${week} ${story}`,
      };
      return { ...sampleArticle(`${week}-${n}`, addedAt, more), featured, useful };
    }),
  );
}

/** The editions of many weeks in a row, with the articles there are at each. */
function inARow(wish: Wish, candidates: Candidates, weeks: number) {
  const editions: (Edition | undefined)[] = [];
  let history: Subscription = { ...subscription, lastEditionAt: undefined };
  for (let week = 0; week < weeks; week++) {
    const at = new Date(start + week * weekMs);
    const content = composeEdition(wish, candidates, history, at);
    const edition = content && editionOf(content, at.toISOString());
    editions.push(edition);
    if (edition) history = afterEdition(history, edition);
  }
  return editions;
}

describe('over many weeks, whatever comes', () => {
  test('no article, no story and no case study is told twice to one place', () => {
    fc.assert(
      fc.property(fc.array(someArticles, { maxLength: 12 }), someWish, (weeks, wish) => {
        const articles = articlesOf(weeks);
        const told = inARow(wish, { ...nothing, articles, cases: thirteenCases }, 16);
        const ids = told.flatMap((edition) => edition?.articleIds ?? []);
        const stories = ids.map((id) => {
          const body = articles.find((article) => article.id === id)?.body;
          return body?.kind === 'feed' ? body.sameness : id;
        });
        const caseIds = told.flatMap((edition) => edition?.caseId ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(stories).size).toBe(stories.length);
        expect(new Set(caseIds).size).toBe(caseIds.length);
      }),
      { numRuns: 60 },
    );
  });

  test('the same input gives the same edition, and the order of the candidates does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(someArticles, { minLength: 1, maxLength: 4 }),
        someWish,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (weeks, wish, keys) => {
          const shuffled = <T>(all: readonly T[]) =>
            all
              .map((one) => ({ one, key: keys.next().value }))
              .sort((a, b) => a.key - b.key)
              .map(({ one }) => one);
          const articles = articlesOf(weeks);
          const ideas = articles.slice(0, 6).map(({ id, body }) => moved(id, body.addedAt));
          const candidates = { articles, cases: thirteenCases, ideas, projects: ideas, spread: ideas };
          const other = {
            articles: shuffled(articles),
            cases: shuffled(thirteenCases),
            ideas: shuffled(ideas),
            projects: shuffled(ideas),
            spread: shuffled(ideas),
          };
          expect(inARow(wish, other, 5)).toEqual(inARow(wish, candidates, 5));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('while nothing is featured, each theme that has articles waiting comes at least once in five editions', () => {
    fc.assert(
      fc.property(
        fc.array(someArticles, { minLength: 16, maxLength: 16 }),
        fc.constantFrom('short' as const, 'usual' as const, 'long' as const),
        (weeks, length) => {
          // Beside what comes at random, one of each theme a week, never featured nor found useful.
          const plain = weeks.flatMap((_, week) =>
            themes.map((theme) => {
              const at = new Date(start + week * weekMs - 120_000).toISOString();
              return sampleArticle(`plain-${week}-${theme}`, at, { theme });
            }),
          );
          // What editors feature goes before the balance, so here they feature nothing.
          const random = articlesOf(weeks).map((article) => ({ ...article, featured: false }));
          const articles = [...random, ...plain];
          const told = inARow({ ...onlyArticles, length }, { ...nothing, articles }, 16);
          for (let first = 0; first + 5 <= told.length; first++) {
            const seen = new Set(told.slice(first, first + 5).flatMap((edition) => edition?.themes ?? []));
            expect([...seen].sort()).toEqual([...themes].sort());
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('fifty-two in a row: a case study in each of the first, while one is untold, and later for each that is added', () => {
    const added = sampleCase('added', ['offending']);
    const articles = Array.from({ length: 52 }, (_, week) =>
      sampleArticle(`week-${week}`, new Date(start + week * weekMs - 60_000).toISOString()),
    );
    let history: Subscription = subscription;
    const told: (string | undefined)[] = [];
    for (let week = 0; week < 52; week++) {
      const at = new Date(start + week * weekMs);
      const cases = week < 30 ? thirteenCases : [...thirteenCases, added];
      const content = composeEdition(usualWish, { ...nothing, articles, cases }, history, at);
      if (!content) throw new Error(`week ${week} has no edition`);
      expect(content.articleIds).toEqual([`article-week-${week}`]);
      told.push(content.caseId);
      history = afterEdition(history, editionOf(content, at.toISOString()));
    }
    expect(told.slice(0, 13).toSorted()).toEqual(thirteenCases.map(({ id }) => id));
    expect(told.filter((id) => id !== undefined)).toHaveLength(14);
    expect(told[30]).toBe('case-added');
  });
});
