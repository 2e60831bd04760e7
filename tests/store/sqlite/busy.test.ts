import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../../src/store/document-store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-store.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { sample, samples } from '../sample-collection.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();

async function lockedStore(name: string) {
  const file = join(folder, name);
  const store = openSqliteStore({ file, clock: systemClock });
  await store.create(samples, 'p', { id: 'before', body: sample('before') });
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  return { store, other };
}

test('a write waits while another process writes, and reads go on meanwhile', async () => {
  const { store, other } = await lockedStore('waits.db');
  const write = store.create(samples, 'p', { id: 'a', body: sample('a') });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await store.get(samples, 'p', 'a')).toBeUndefined();
  expect(await store.get(samples, 'p', 'before')).toBeDefined();
  other.exec('ROLLBACK');
  await write;
  expect(await store.get(samples, 'p', 'a')).toBeDefined();
  other.close();
  await store.close();
});

test('a write is unavailable when another process never lets go, and a later one succeeds', async () => {
  const { store, other } = await lockedStore('gives-up.db');
  await expect(store.create(samples, 'p', { id: 'a', body: sample('a') })).rejects.toThrow(StoreUnavailable);
  other.exec('ROLLBACK');
  await store.create(samples, 'p', { id: 'a', body: sample('a') });
  other.close();
  await store.close();
});
