import { beforeAll, expect, test } from '@jest/globals';
import type { Query } from '../../../src/store/document-store.ts';
import type { Subject } from '../document-store.contract.ts';
import { type Sample, sample, samples } from '../sample-collection.ts';
import { freshPartition } from './partition.ts';

type Where = NonNullable<Query<(typeof samples)['indexed'][number]>['where']>;

const documents: Record<string, Sample> = {
  a: sample('a', { state: 'open', rank: 1, urgent: true, at: '2026-01-01', tags: ['x', 'y'] }),
  b: sample('b', { state: 'open', rank: 2.5, urgent: false, at: '2026-01-02', tags: [] }),
  c: sample('c', { state: 'closed', rank: 0, urgent: true, at: '2026-01-10', author: { id: 'p1' } }),
  d: sample('d', { state: 'closed', rank: -4, author: { id: 'p2' }, tags: ['y'] }),
  e: sample('e'),
};

const cases: readonly [what: string, where: Where, ids: string[]][] = [
  ['no condition', {}, ['a', 'b', 'c', 'd', 'e']],
  ['a text', { state: 'open' }, ['a', 'b']],
  ['a number', { rank: 2.5 }, ['b']],
  ['zero', { rank: 0 }, ['c']],
  ['true', { urgent: true }, ['a', 'c']],
  ['false', { urgent: false }, ['b']],
  ['a field inside an object', { 'author.id': 'p2' }, ['d']],
  ['one of several texts', { state: { in: ['open', 'closed'] } }, ['a', 'b', 'c', 'd']],
  ['one of several numbers', { rank: { in: [1, -4, 99] } }, ['a', 'd']],
  ['one of no values', { state: { in: [] } }, []],
  ['at least', { rank: { atLeast: 1 } }, ['a', 'b']],
  ['above', { rank: { above: 1 } }, ['b']],
  ['at most', { rank: { atMost: 0 } }, ['c', 'd']],
  ['below', { rank: { below: 0 } }, ['d']],
  ['between instants', { at: { atLeast: '2026-01-02', below: '2026-01-10' } }, ['b']],
  ['a list that contains', { tags: { contains: 'y' } }, ['a', 'd']],
  ['a list that contains nothing of the kind', { tags: { contains: 'z' } }, []],
  ['a text that is no list', { state: { contains: 'open' } }, []],
  ['several fields', { state: 'open', urgent: true, rank: { atLeast: 0 } }, ['a']],
  ['a value that looks like SQL', { state: "open' OR '1'='1" }, []],
];

export function conditionsContract(subject: () => Subject): void {
  const partition = freshPartition();

  beforeAll(async () => {
    const { store } = subject();
    const all = Object.entries(documents).map(([id, body]) => ({ id, body }));
    await store.createMany(samples, partition, all);
    await store.createMany(samples, freshPartition(), all);
  });

  test.each(cases)('%s finds and counts its documents', async (_, where, ids) => {
    const { store } = subject();
    const page = await store.query(samples, partition, { where, limit: 10 });
    expect(page.documents.map(({ id }) => id)).toEqual(ids);
    expect(page.documents.map(({ body }) => body)).toEqual(ids.map((id) => documents[id]));
    expect(await store.count(samples, partition, where)).toBe(ids.length);
  });

  test.each<[string, object, RegExp]>([
    ['a field without an index', { title: 'a' }, /samples\.title is not indexed/],
    ['a field whose name is SQL', { '1=1 OR state': 'a' }, /is not indexed/],
    ['a condition without a value', { state: undefined }, /condition on state has no value/],
    ['a range without a bound', { rank: {} }, /condition on rank has no value/],
  ])('%s is refused', async (_, where, message) => {
    const { store } = subject();
    await expect(store.query(samples, partition, { where, limit: 10 })).rejects.toThrow(message);
    await expect(store.count(samples, partition, where)).rejects.toThrow(message);
  });
}
