import { expect, test } from '@jest/globals';
import { everyDocument } from '../../src/store/every-document.ts';
import { manualClock } from './manual-clock.ts';
import { memoryStore } from './memory-store.ts';
import { samples } from './sample-collection.ts';

async function ranksFrom(ranks: readonly number[], until = Number.POSITIVE_INFINITY) {
  const store = memoryStore(manualClock());
  let queries = 0;
  const documents = ranks.map((rank) => ({ id: `r${rank}`, body: { title: 'Sample', rank } }));
  await store.createMany(samples, 'p', documents);
  const counted: typeof store = {
    ...store,
    query(collection, partition, query) {
      queries++;
      return store.query(collection, partition, query);
    },
  };
  const seen: (number | undefined)[] = [];
  const order = { field: 'rank', direction: 'ascending' } as const;
  for await (const { body } of everyDocument(counted, samples, 'p', { orderBy: order, limit: 2 })) {
    seen.push(body.rank);
    if (seen.length >= until) break;
  }
  return { seen, queries };
}

test('everything that a query finds comes once, in its order, over all pages', async () => {
  expect((await ranksFrom([3, 1, 5, 2, 4])).seen).toEqual([1, 2, 3, 4, 5]);
  expect((await ranksFrom([])).seen).toEqual([]);
});

test('no page is read that nobody asked for', async () => {
  expect(await ranksFrom([1, 2, 3, 4, 5], 2)).toEqual({ seen: [1, 2], queries: 1 });
});
