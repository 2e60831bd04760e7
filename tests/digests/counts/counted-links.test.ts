import { describe, expect, jest, test } from '@jest/globals';
import { countedLinks, linkRoutes } from '../../../src/digests/counts/counted-links.ts';
import { gatheredCounts } from '../../../src/digests/counts/gathered-counts.ts';
import { tallies } from '../../../src/digests/counts/tally.ts';
import { articles } from '../../../src/reading/model.ts';
import { changeDocument } from '../../../src/store/change-document.ts';
import { until } from '../../teams/simulator/until.ts';
import { bench } from '../sample-place.ts';
import { addArticle, sampleArticle, tenantId } from '../sample-reading.ts';
import { countingStore } from './counting-store.ts';

const edition = 'sample-edition';
const publicAddress = 'https://inews.council.example';
const at = '2026-12-01T08:00:00.000Z';

/** The route and the address of one article, over a store whose requests are counted. */
async function links({ gatherForMs = 60_000, ...article }: { gatherForMs?: number; link?: string } = {}) {
  const parts = bench();
  const { store, asked } = countingStore(parts.store);
  const told = sampleArticle('a', at, article);
  await addArticle(parts.store, told);
  const counts = gatheredCounts({ ...parts, store, gatherForMs });
  const on = { ...parts, store, linkCounting: { publicAddress, counts } };
  const routes = linkRoutes(on);
  const address = (await countedLinks(on)(tenantId, edition, [told])).get('article-a') ?? '';
  const token = address.split('/').at(-1) ?? '';
  const open = async (opened = token, method: 'get' | 'head' = 'get') => {
    const route = routes.find((one) => one.method === method);
    if (!route) throw new Error(`no route takes ${method}`);
    return route.handle({ '*': opened });
  };
  const tally = async () => {
    await counts.finished();
    return (await store.get(tallies, tenantId, edition))?.body;
  };
  return { ...parts, address, token, open, asked, counts, tally };
}

describe('a link of a digest', () => {
  test('leads to the article and is counted, once for each time it is opened', async () => {
    const { address, open, tally } = await links();
    expect(address).toMatch(/^https:\/\/inews\.council\.example\/r\/[\w.-]+$/u);
    expect(await open()).toMatchObject({ status: 302, location: 'https://news.example/a' });
    await open();
    expect(await tally()).toMatchObject({ clicks: { 'article-a': 2 }, reactions: 0 });
    await open();
    expect(await tally()).toMatchObject({ clicks: { 'article-a': 3 } });
  });

  test('that a mail program looks at is answered the same and not counted', async () => {
    const { open, token, tally } = await links();
    expect(await open(token, 'head')).toMatchObject({ status: 302, location: 'https://news.example/a' });
    expect(await tally()).toBeUndefined();
  });

  test('of an article that the editors took back leads nowhere and says so', async () => {
    const { open, store, tally } = await links();
    await changeDocument(store, articles, tenantId, 'article-a', (article) => ({
      ...article,
      hidden: { by: { personId: 'sample-editor', name: 'Sample Editor' }, at },
    }));
    const page = await open();
    expect(page).toMatchObject({ status: 410, html: expect.stringContaining('taken this article back') });
    expect(page.location).toBeUndefined();
    expect(await tally()).toBeUndefined();
  });

  test('that was altered in any part leads nowhere', async () => {
    const { open, token } = await links();
    const [tenant = '', of = '', article = '', signature = ''] = token.split('.');
    const forged = [
      [tenant, of, 'article-b', signature],
      [tenant, 'other-edition', article, signature],
      ['other-tenant', of, article, signature],
      [tenant, of, article, `${signature.slice(0, -2)}AA`],
      [tenant, of, article, ''],
      [tenant, of, article],
      [tenant, of, article, signature, 'more'],
      ['https://evil.example/'],
      ['a'.repeat(20_000)],
    ];
    for (const parts of forged) {
      const page = await open(parts.join('.'));
      expect(page.status).toBe(404);
      expect(page.location).toBeUndefined();
      expect(page.html).not.toContain('evil');
    }
  });
});

describe('what is hostile costs little', () => {
  test('a hundred thousand forged addresses ask nothing of the store', async () => {
    const { open, token, asked } = await links();
    const [tenant, of, article, signature = ''] = token.split('.');
    await open();
    asked();
    for (let n = 0; n < 100_000; n++)
      await open([tenant, of, article, n.toString(36).padEnd(signature.length, 'A')].join('.'));
    expect(asked()).toEqual([]);
  });

  test('a flood of clicks is one read and, after some seconds, one write', async () => {
    const { open, asked, tally } = await links({ gatherForMs: 5_000 });
    asked();
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask'] });
    for (let n = 0; n < 2_000; n++) await open();
    expect(asked().filter((one) => one !== 'get linkKeys')).toEqual(['get articles']);
    jest.advanceTimersByTime(5_000);
    jest.useRealTimers();
    const writes: string[] = [];
    await until('the write', () => {
      writes.push(...asked().filter((one) => !one.startsWith('get')));
      return writes.length > 0 || undefined;
    });
    expect(await tally()).toMatchObject({ clicks: { 'article-a': 2_000 } });
    expect(writes).toEqual(['create tallies']);
    expect(asked().filter((one) => !one.startsWith('get'))).toEqual([]);
  });
});

test('counts of two replicas add up, and what could not be written is written later', async () => {
  const parts = bench();
  let down = true;
  const store: typeof parts.store = {
    ...parts.store,
    get: (collection, ...rest) =>
      down && collection.name === tallies.name
        ? Promise.reject(new Error('The store is down for this test'))
        : parts.store.get(collection, ...rest),
  };
  const [one, other] = [store, parts.store].map((on) =>
    gatheredCounts({ ...parts, store: on, gatherForMs: 60_000 }),
  );
  one?.add(tenantId, edition, { clicks: { a: 2 }, reactions: 1 });
  await one?.finished();
  other?.add(tenantId, edition, { clicks: { a: 1, b: 1 }, reactions: -1 });
  await other?.finished();
  down = false;
  await one?.finished();
  const tally = await parts.store.get(tallies, tenantId, edition);
  expect(tally?.body).toMatchObject({ clicks: { a: 3, b: 1 }, reactions: 0 });
});
