import { describe, expect, test } from '@jest/globals';
import { afterEdition, composeEdition } from '../../src/digests/compose-edition.ts';
import type { Edition, Subscription } from '../../src/digests/model.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { placeId, tuesdays } from './sample-place.ts';
import { sampleArticle, thirteenCases } from './sample-reading.ts';

const day = (date: number, time = '09:00') => `2026-11-${String(date).padStart(2, '0')}T${time}:00.000Z`;
const subscription: Subscription = {
  placeId,
  schedule: tuesdays,
  state: 'active',
  dueAt: day(24),
  lastEditionAt: day(17),
  casesTold: {},
  subscribedBy: 'sample-person',
};
const cutOff = new Date(day(24));

const articlesIn = (
  articles: Parameters<typeof composeEdition>[1]['articles'],
  since: Pick<Subscription, 'lastEditionAt' | 'casesTold'> = subscription,
) => composeEdition(since, { articles, cases: thirteenCases }, cutOff)?.articleIds;

describe('an edition', () => {
  test('tells articles added after the last cut-off and until its own, the newest first', () => {
    const told = articlesIn([
      sampleArticle('at-the-last-cut-off', day(17)),
      sampleArticle('just-after', day(17, '09:01')),
      sampleArticle('newest', day(23)),
      sampleArticle('between', day(20)),
      sampleArticle('at-its-own', day(24)),
      sampleArticle('too-late', day(24, '09:01')),
    ]);
    expect(told).toEqual(['article-at-its-own', 'article-newest', 'article-between', 'article-just-after']);
  });

  test('tells what was published long ago and added lately, after what is newer', () => {
    const told = articlesIn([
      sampleArticle('old', day(1), { addedAt: day(20) }),
      sampleArticle('new', day(20)),
      sampleArticle('told', day(21), { addedAt: day(16) }),
    ]);
    expect(told).toEqual(['article-new', 'article-old']);
  });

  test('tells at most seven', () => {
    const nine = Array.from({ length: 9 }, (_, n) => sampleArticle(String(n), day(18, `1${n}:00`)));
    expect(articlesIn(nine)).toEqual([8, 7, 6, 5, 4, 3, 2].map((n) => `article-${n}`));
  });

  test('tells one story once, though two sources brought it', () => {
    const told = articlesIn([
      sampleArticle('first', day(20), { sameness: 'one story' }),
      sampleArticle('second', day(20, '11:00'), { sameness: 'one story' }),
      sampleArticle('other', day(19)),
    ]);
    expect(told).toEqual(['article-second', 'article-other']);
  });

  test('the first of a subscription tells the newest there are, however old', () => {
    const articles = [sampleArticle('old', day(1)), sampleArticle('older', '2020-01-01T00:00:00.000Z')];
    expect(articlesIn(articles, { casesTold: {} })).toEqual(['article-old', 'article-older']);
  });

  test('is none without an article, even when a case study was never told', () => {
    expect(
      composeEdition(
        subscription,
        { articles: [sampleArticle('told', day(10))], cases: thirteenCases },
        cutOff,
      ),
    ).toBeUndefined();
  });

  test('goes without a case study where there is none', () => {
    const edition = composeEdition(
      subscription,
      { articles: [sampleArticle('a', day(20))], cases: [] },
      cutOff,
    );
    expect(edition).toEqual({ articleIds: ['article-a'], cutOff: day(24) });
  });
});

describe('having had an edition', () => {
  const edition = (at: string, caseId = 'case-a'): Edition => ({
    subscriptionId: 's',
    placeId,
    articleIds: ['article-a'],
    caseId,
    composedAt: at,
    cutOff: at,
    because: 'due',
    ...noEvents,
  });

  test('moves the cut-off and notes the case study', () => {
    const { lastEditionAt, casesTold } = afterEdition(subscription, edition(day(24)));
    expect({ lastEditionAt, casesTold }).toEqual({
      lastEditionAt: day(24),
      casesTold: { 'case-a': day(24) },
    });
  });

  test('twice is as once, and the order in which two are noted makes no difference', () => {
    const [first, second] = [edition(day(20)), edition(day(24))];
    const inOrder = afterEdition(afterEdition(subscription, first), second);
    expect(afterEdition(afterEdition(subscription, second), first)).toEqual(inOrder);
    expect(afterEdition(inOrder, second)).toEqual(inOrder);
    expect(inOrder.lastEditionAt).toBe(day(24));
    expect(inOrder.casesTold).toEqual({ 'case-a': day(24) });
  });

  test('leaves when the next is due, and all else, as it is', () => {
    expect(afterEdition(subscription, edition(day(24)))).toMatchObject({
      dueAt: subscription.dueAt,
      schedule: tuesdays,
      state: 'active',
    });
  });
});
