import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@jest/globals';
import { DocumentChanged } from '../../../src/store/document-store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-store.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { until } from '../../teams/simulator/until.ts';
import { manualClock } from '../manual-clock.ts';
import { sample, samples } from '../sample-collection.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('the file and its folder are made, for their owner alone', async () => {
  const file = join(folder, 'data', 'store.db');
  const store = openSqliteStore({ file, clock: systemClock });
  await store.create(samples, 'p', { id: 'a', body: sample('a') });
  expect(modeOf(join(folder, 'data'))).toBe('700');
  expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(['600', '600', '600']);
  await store.close();
});

test('documents are there when the file is opened again', async () => {
  const file = join(folder, 'again.db');
  const first = openSqliteStore({ file, clock: systemClock });
  const created = await first.create(samples, 'p', { id: 'a', body: sample('a') });
  await first.close();
  const second = openSqliteStore({ file, clock: systemClock });
  expect(await second.get(samples, 'p', 'a')).toEqual(created);
  await second.close();
});

test('what was committed is carried over to the file beside the commits, long before the store is closed', async () => {
  const file = join(folder, 'carried.db');
  const store = openSqliteStore({ file, clock: systemClock });
  const many = Array.from({ length: 600 }, (_, n) => ({ id: `d${n}`, body: sample('x'.repeat(500)) }));
  await store.createMany(samples, 'p', many);
  const pages = Math.floor((600 * 500) / 4096);
  await until('the file to hold the documents', () =>
    statSync(file).size > pages * 4096 ? true : undefined,
  );
  expect((await store.query(samples, 'p', { limit: 10 })).documents).toHaveLength(10);
  await store.close();
});

test('expired documents leave the file in the wake of other writes', async () => {
  const file = join(folder, 'expiry.db');
  const clock = manualClock();
  const store = openSqliteStore({ file, clock });
  const body = sample('short', { expiresAt: new Date(clock.now().getTime() + 1000).toISOString() });
  const many = Array.from({ length: 250 }, (_, n) => ({ id: `d${n}`, body }));
  await store.createMany(samples, 'p', many);
  clock.advance(120_000);
  const other = new DatabaseSync(file);
  const left = () => other.prepare('SELECT count(*) AS n FROM samples').get()?.n;
  expect(left()).toBe(250);
  for (const id of ['w1', 'w2', 'w3']) await store.create(samples, 'p', { id, body: sample('stays') });
  expect(left()).toBe(3);
  other.close();
  await store.close();
});

test('an expired document cannot be replaced, although it is still in the file', async () => {
  const clock = manualClock();
  const store = openSqliteStore({ file: ':memory:', clock });
  const body = sample('short', { expiresAt: new Date(clock.now().getTime() + 1000).toISOString() });
  const created = await store.create(samples, 'p', { id: 'a', body });
  clock.advance(1000);
  await expect(store.replace(samples, created, sample('late'))).rejects.toThrow(DocumentChanged);
  await store.close();
});

test('a release with other indexes finds them made and the old ones dropped', async () => {
  const file = join(folder, 'indexes.db');
  const first = openSqliteStore({ file, clock: systemClock });
  await first.create(samples, 'p', { id: 'a', body: sample('a', { rank: 2 }) });
  await first.close();
  const second = openSqliteStore({ file, clock: systemClock });
  const changed = { ...samples, indexed: ['rank', 'title'] as const, orders: [['title', 'rank']] as const };
  expect(await second.count(changed, 'p', { title: 'Sample: a' })).toBe(1);
  await second.close();
  const other = new DatabaseSync(file);
  const names = other
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`)
    .all()
    .map(({ name }) => name);
  expect(names).toEqual(['samples:expiry', 'samples:rank', 'samples:title,rank']);
  other.close();
});
