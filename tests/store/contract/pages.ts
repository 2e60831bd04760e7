import { expect, test } from '@jest/globals';
import { UnknownContinuation } from '../../../src/store/continuation.ts';
import type { Query } from '../../../src/store/document-store.ts';
import type { Subject } from '../document-store.contract.ts';
import { type Sample, sample, samples } from '../sample-collection.ts';
import { freshPartition } from './partition.ts';

type SampleQuery = Query<(typeof samples)['indexed'][number]>;

export function pagesContract(subject: () => Subject): void {
  async function filled(documents: Record<string, Sample>): Promise<string> {
    const partition = freshPartition();
    const all = Object.entries(documents).map(([id, body]) => ({ id, body }));
    await subject().store.createMany(samples, partition, all);
    return partition;
  }

  async function allPages(partition: string, query: SampleQuery): Promise<string[][]> {
    const pages: string[][] = [];
    for (let after: string | undefined; ; ) {
      const page = await subject().store.query(samples, partition, { ...query, after });
      pages.push(page.documents.map(({ id }) => id));
      after = page.continuation;
      if (after === undefined) return pages;
    }
  }

  const ranked = {
    d: sample('d', { rank: 10, state: 'open' }),
    a: sample('a', { rank: 9, state: 'open' }),
    c: sample('c', { rank: 9, state: 'closed' }),
    b: sample('b', { rank: 9, state: 'open' }),
    e: sample('e', { rank: -1, state: 'open' }),
    f: sample('f', { state: 'open' }),
  };

  test('without an order documents come by id', async () => {
    expect(await allPages(await filled(ranked), { limit: 4 })).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e', 'f'],
    ]);
  });

  test('an ascending order settles ties by id and leaves out documents without the field', async () => {
    const orderBy = { field: 'rank', direction: 'ascending' } as const;
    expect(await allPages(await filled(ranked), { orderBy, limit: 2 })).toEqual([
      ['e', 'a'],
      ['b', 'c'],
      ['d'],
    ]);
  });

  test('a descending order settles ties by id too, ascending', async () => {
    const orderBy = { field: 'rank', direction: 'descending' } as const;
    expect(await allPages(await filled(ranked), { orderBy, limit: 2 })).toEqual([
      ['d', 'a'],
      ['b', 'c'],
      ['e'],
    ]);
  });

  test('an order inside a filter', async () => {
    const orderBy = { field: 'rank', direction: 'descending' } as const;
    expect(await allPages(await filled(ranked), { where: { state: 'open' }, orderBy, limit: 3 })).toEqual([
      ['d', 'a', 'b'],
      ['e'],
    ]);
  });

  test('an order inside a filter of several values', async () => {
    const orderBy = { field: 'rank', direction: 'ascending' } as const;
    const where = { state: { in: ['open', 'closed'] }, rank: { atLeast: 0 } };
    expect(await allPages(await filled(ranked), { where, orderBy, limit: 10 })).toEqual([
      ['a', 'b', 'c', 'd'],
    ]);
  });

  test('instants are ordered by time, and a field inside an object orders too', async () => {
    const partition = await filled({
      a: sample('a', { at: '2026-10-01T00:00:00.000Z', author: { id: 'p2' } }),
      b: sample('b', { at: '2026-09-30T23:59:59.999Z', author: { id: 'p10' } }),
    });
    const byTime = { field: 'at', direction: 'ascending' } as const;
    expect(await allPages(partition, { orderBy: byTime, limit: 1 })).toEqual([['b'], ['a']]);
    const byAuthor = { field: 'author.id', direction: 'descending' } as const;
    expect(await allPages(partition, { orderBy: byAuthor, limit: 1 })).toEqual([['a'], ['b']]);
  });

  test.each(['ascending', 'descending'] as const)(
    'pages in %s order stay good when documents come and go: nothing is shown twice or missed',
    async (direction) => {
      const { store } = subject();
      const ids = Array.from({ length: 30 }, (_, n) => `d${String(n).padStart(2, '0')}`);
      const partition = await filled(
        Object.fromEntries(ids.map((id, n) => [id, sample(id, { rank: n % 5 })])),
      );
      const query = { orderBy: { field: 'rank', direction }, limit: 7 } as const;
      const seen: string[] = [];
      for (let after: string | undefined, page = 0; ; page++) {
        const { documents, continuation } = await store.query(samples, partition, { ...query, after });
        seen.push(...documents.map(({ id }) => id));
        if (!continuation) break;
        after = continuation;
        await store.create(samples, partition, { id: `a-new${page}`, body: sample('new', { rank: page }) });
        const last = documents.at(-1);
        if (last) await store.remove(samples, partition, last.id);
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => ids.includes(id)).toSorted()).toEqual(ids);
    },
  );

  test('the last page says so even when it is full', async () => {
    const partition = await filled({ a: sample('a'), b: sample('b') });
    expect(await allPages(partition, { limit: 2 })).toEqual([['a', 'b']]);
  });

  test('a continuation of another list, or a damaged one, is refused', async () => {
    const { store } = subject();
    const partition = await filled(ranked);
    const orderBy = { field: 'rank', direction: 'ascending' } as const;
    const { continuation } = await store.query(samples, partition, { orderBy, limit: 1 });
    const turned = { field: 'rank', direction: 'descending' } as const;
    const others: SampleQuery[] = [
      { limit: 1, after: continuation },
      { orderBy: turned, limit: 1, after: continuation },
      { orderBy, limit: 1, after: 'nonsense' },
      { orderBy, limit: 1, after: '' },
    ];
    for (const query of others) {
      await expect(store.query(samples, partition, query)).rejects.toThrow(UnknownContinuation);
    }
  });

  test('an order that no index serves is refused and names what to add', async () => {
    const { store } = subject();
    const orderBy = { field: 'urgent', direction: 'ascending' } as const;
    await expect(
      store.query(samples, freshPartition(), { where: { state: 'open' }, orderBy, limit: 1 }),
    ).rejects.toThrow(/samples has no order \[state, urgent\]/);
  });

  test.each([0, 1001, 1.5, -1])('a page of %d documents is refused', async (limit) => {
    await expect(subject().store.query(samples, freshPartition(), { limit })).rejects.toThrow(RangeError);
  });
}
