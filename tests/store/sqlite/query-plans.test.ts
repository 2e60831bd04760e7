import { expect, test } from '@jest/globals';
import { writeContinuation } from '../../../src/store/continuation.ts';
import type { Query } from '../../../src/store/document-store.ts';
import { planQuery } from '../../../src/store/query-plan.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { selectCount, selectPage } from '../../../src/store/sqlite/select.ts';
import { createTables } from '../../../src/store/sqlite/table.ts';
import { samples } from '../sample-collection.ts';

type SampleQuery = Query<(typeof samples)['indexed'][number]>;

const database = openDatabase(':memory:');
createTables(database)(samples);

const explained = ({ text, values }: ReturnType<typeof selectPage>): string[] =>
  database.connection
    .prepare(`EXPLAIN QUERY PLAN ${text}`)
    .all(...values)
    .map(({ detail }) => String(detail));

const now = '2026-03-02T09:00:00.000Z';

const lists: readonly [
  what: string,
  where: NonNullable<SampleQuery['where']>,
  field: 'rank' | 'at' | 'author.id',
  prefix: string,
][] = [
  ['one field', {}, 'rank', 'samples:'],
  ['an instant', {}, 'at', 'samples:'],
  ['a field inside an object', {}, 'author.id', 'samples:'],
  ['a field within an equality', { state: 'open' }, 'rank', 'samples:state,'],
  ['a field within two equalities', { state: 'open', urgent: true }, 'at', 'samples:state,urgent,'],
];

test.each(lists)('a list by %s is read from its index, page after page', (_, where, field, prefix) => {
  for (const direction of ['ascending', 'descending'] as const) {
    const after = writeContinuation({ collection: 'samples', field, direction }, { value: 3, id: 'a' });
    const orderBy = { field, direction };
    for (const query of [
      { where, orderBy, limit: 20 },
      { where, orderBy, limit: 20, after },
    ]) {
      const plan = explained(selectPage(samples, 'p', planQuery(samples, query), now));
      const sortsTies = direction === 'ascending' ? [] : ['USE TEMP B-TREE FOR LAST TERM OF ORDER BY'];
      expect(plan).toEqual([
        expect.stringContaining(`SEARCH samples USING INDEX ${prefix}${field} (partition=?`),
        ...sortsTies,
      ]);
    }
  }
});

test('a later page starts in the index where the page before ended', () => {
  const after = writeContinuation(
    { collection: 'samples', field: 'rank', direction: 'descending' },
    { value: 3, id: 'a' },
  );
  const orderBy = { field: 'rank', direction: 'descending' } as const;
  const plan = explained(selectPage(samples, 'p', planQuery(samples, { orderBy, limit: 20, after }), now));
  expect(plan[0]).toMatch(/partition=\? AND <expr><\?\)/);
});

test('a list without an order is read from the primary key', () => {
  const plan = explained(selectPage(samples, 'p', planQuery(samples, { limit: 20 }), now));
  expect(plan).toEqual([
    expect.stringMatching(/^SEARCH samples USING INDEX sqlite_autoindex_samples_1 \(partition=\?\)/),
  ]);
});

test('counting by an indexed field searches its index', () => {
  const comparisons = [{ field: 'urgent', operator: '=', value: true }] as const;
  expect(explained(selectCount(samples, 'p', comparisons, now))[0]).toMatch(
    /^SEARCH samples USING INDEX samples:urgent \(partition=\? AND <expr>=\?\)/,
  );
});
