import { expect, test } from '@jest/globals';
import { addArticles } from '../../../src/reading/feeds/add-articles.ts';
import { articleFromEntry, type NewArticle } from '../../../src/reading/feeds/article-from-entry.ts';
import { articles } from '../../../src/reading/model.ts';
import { memoryStore } from '../../store/memory-store.ts';

const tenant = 'sample-tenant';

function article(
  link: string,
  title: string,
  published = '2026-11-23T08:30:00Z',
  name = 'Sample source',
): NewArticle {
  const made = articleFromEntry(
    { title, link, texts: [], published },
    { name, feed: 'https://news.example/feed', base: 'https://news.example/' },
    new Date('2026-11-24T09:00:00.000Z'),
  );
  if (!made) throw new Error('No article was made');
  return made;
}

const one = article('https://news.example/1', 'Sample: the first');
const two = article('https://news.example/2', 'Sample: the second');

test('adds what is new and counts it, once', async () => {
  const store = memoryStore();
  expect(await addArticles(store, tenant, [one])).toBe(1);
  expect(await addArticles(store, tenant, [one, two])).toBe(1);
  expect(await addArticles(store, tenant, [one, two])).toBe(0);
  expect(await addArticles(store, tenant, [])).toBe(0);
  expect(await store.count(articles, tenant, {})).toBe(2);
});

test('one page under two titles is one article', async () => {
  const store = memoryStore();
  const renamed = article('https://news.example/1?utm_source=mail', 'Sample: another title');
  expect(await addArticles(store, tenant, [one, renamed])).toBe(1);
});

test('one piece of news of one day under two addresses is one article', async () => {
  const store = memoryStore();
  const copy = article('https://copies.example/9', 'SAMPLE – the firsts', '2026-11-23T20:00:00Z');
  expect(await addArticles(store, tenant, [one, copy])).toBe(1);
  expect(await addArticles(store, tenant, [copy])).toBe(0);
});

test('the same title on another day is another article', async () => {
  const store = memoryStore();
  const nextDay = article('https://news.example/3', 'Sample: the first', '2026-11-24T08:30:00Z');
  expect(await addArticles(store, tenant, [one, nextDay])).toBe(2);
});

test.each([
  ['on the day after', 'Sample: the first', '2026-11-24T08:30:00Z'],
  ['on the day before', 'Sample: the first', '2026-11-22T08:30:00Z'],
  ['with its name behind the title', 'Sample: the first | Another source', '2026-11-23T08:30:00Z'],
])('the story of one source told by another %s is one article', async (_, title, published) => {
  const store = memoryStore();
  const retold = article('https://other.example/1', title, published, 'Another source');
  expect(await addArticles(store, tenant, [one])).toBe(1);
  expect(await addArticles(store, tenant, [retold])).toBe(0);
});

test('two days later another source tells another story', async () => {
  const store = memoryStore();
  const later = article(
    'https://other.example/1',
    'Sample: the first',
    '2026-11-25T08:30:00Z',
    'Another source',
  );
  await addArticles(store, tenant, [one]);
  expect(await addArticles(store, tenant, [later])).toBe(1);
});

test('tenants do not share articles', async () => {
  const store = memoryStore();
  expect(await addArticles(store, tenant, [one])).toBe(1);
  expect(await addArticles(store, 'other-tenant', [one])).toBe(1);
});
