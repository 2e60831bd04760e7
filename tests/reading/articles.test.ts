import { beforeEach, describe, expect, test } from '@jest/globals';
import { type ArticlePage, articleById, articlePage } from '../../src/reading/articles.ts';
import { articles } from '../../src/reading/model.ts';
import { type Sought, soughtBy } from '../../src/reading/sought.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { englishWords } from '../../src/words/words.ts';
import { memoryStore } from '../store/memory-store.ts';
import { addSampleArticles, sampleArticle, tenant } from './sample-articles.ts';

const words = englishWords('Europe/London');
const everything: Sought = { kind: 'everything' };
const about = (text: string) => soughtBy(words, text);
let store: DocumentStore;

beforeEach(() => {
  store = memoryStore();
});

const numbers = (page: ArticlePage) => page.articles.map(({ id }) => Number(id.replace('sample-', '')));

/** All pages from the newest, as a reader turns them. */
async function readThrough(sought: Sought, turn: 'older' | 'newer', place?: string) {
  const pages: ArticlePage[] = [];
  for (let next = place; pages.length === 0 || next; ) {
    const page = await articlePage(store, tenant, sought, next);
    pages.push(page);
    next = page[turn];
  }
  return pages;
}

describe('the pages of all articles', () => {
  test.each([
    [0, 1],
    [1, 1],
    [5, 1],
    [6, 2],
    [10, 2],
    [1_000, 200],
  ])('of %i articles are %i, show each once, newest first, and lead back again', async (count, pageCount) => {
    await addSampleArticles(store, count);
    const onwards = await readThrough(everything, 'older');
    expect(onwards).toHaveLength(pageCount);
    expect(onwards.flatMap(numbers)).toEqual(Array.from({ length: count }, (_, index) => count - index));
    expect(onwards[0]?.newer).toBeUndefined();
    expect(onwards.at(-1)?.older).toBeUndefined();
    const back = await readThrough(everything, 'newer', onwards.at(-1)?.newer);
    expect(back.at(-1)).toEqual(onwards[0]);
    expect(back.map(numbers)).toEqual(
      onwards
        .slice(0, Math.max(1, pageCount - 1))
        .map(numbers)
        .reverse(),
    );
  });

  test('keep articles of one instant apart', async () => {
    await addSampleArticles(store, 23, () => ({ publishedAt: '2026-11-23T08:30:00.000Z' }));
    const shown = (await readThrough(everything, 'older')).flatMap(numbers);
    expect(new Set(shown).size).toBe(23);
    expect(shown).toHaveLength(23);
  });

  test('neither skip nor repeat when articles come and go meanwhile', async () => {
    await addSampleArticles(store, 12);
    const first = await articlePage(store, tenant, everything);
    await store.createMany(articles, tenant, [sampleArticle(100), sampleArticle(101)]);
    await store.remove(articles, tenant, 'sample-8');
    const second = await articlePage(store, tenant, everything, first.older);
    expect(numbers(first)).toEqual([12, 11, 10, 9, 8]);
    expect(numbers(second)).toEqual([7, 6, 5, 4, 3]);
  });

  test('start anew from a place that is none', async () => {
    await addSampleArticles(store, 7);
    for (const place of ['nonsense', 'older', 'sideways 7', 'newer ', ''])
      expect(numbers(await articlePage(store, tenant, everything, place))).toEqual([7, 6, 5, 4, 3]);
  });

  test('are a tenant’s own', async () => {
    await addSampleArticles(store, 3);
    expect((await articlePage(store, 'other-tenant', everything)).articles).toEqual([]);
  });
});

describe('articles that are sought', () => {
  test('by a topic or a theme have it', async () => {
    await addSampleArticles(store, 20, (number) => ({
      topics: number % 2 === 0 ? ['older-people', 'health-care'] : ['early-years'],
      ...(number > 15 && { theme: 'engagement' }),
    }));
    expect((await readThrough(about('older people'), 'older')).flatMap(numbers)).toEqual([
      20, 18, 16, 14, 12, 10, 8, 6, 4, 2,
    ]);
    expect((await readThrough(about('Engagement'), 'older')).flatMap(numbers)).toEqual([20, 19, 18, 17, 16]);
  });

  test('by words have all of them, in any inflection, however rare', async () => {
    await addSampleArticles(store, 400, (number) => ({
      teaser: number % 133 === 0 ? 'Sample: a nursery in a garden.' : 'Sample: a garden without end.',
    }));
    expect((await readThrough(about('about gardens and nurseries'), 'older')).flatMap(numbers)).toEqual([
      399, 266, 133,
    ]);
    expect((await articlePage(store, tenant, about('swimming'))).articles).toEqual([]);
  });

  test('by common words in a large store are found a page after the other', async () => {
    await addSampleArticles(store, 2_500, (number) => ({
      teaser: number < 3 ? 'Sample: endlessness of nurses.' : 'Sample: endlessness.',
    }));
    const pages = await readThrough(about('endlessness nurse'), 'older');
    expect(pages.flatMap(numbers)).toEqual([2, 1]);
    expect(pages.length).toBeLessThanOrEqual(4);
  });
});

test('an article is found by its id in its tenant alone', async () => {
  await addSampleArticles(store, 1);
  expect((await articleById(store, tenant, 'sample-1'))?.title).toBe('Sample article 1');
  expect(await articleById(store, 'other-tenant', 'sample-1')).toBeUndefined();
  expect(await articleById(store, tenant, 'nothing')).toBeUndefined();
});
