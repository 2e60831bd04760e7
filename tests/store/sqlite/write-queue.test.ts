import { expect, test } from '@jest/globals';
import { DocumentChanged, DocumentExists, StoreUnavailable } from '../../../src/store/document-store.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-store.ts';
import { createWriteQueue } from '../../../src/store/sqlite/write-queue.ts';
import { manualClock } from '../manual-clock.ts';
import { recordedTelemetry } from '../recorded-telemetry.ts';
import { sample, samples } from '../sample-collection.ts';

test('writes that arrive together share one commit, and each fails or succeeds by itself', async () => {
  const telemetry = recordedTelemetry();
  const store = openSqliteStore({ file: ':memory:', clock: manualClock(), telemetry });
  const first = await store.create(samples, 'p', { id: 'taken', body: sample('taken') });
  telemetry.records.length = 0;
  const outcomes = await Promise.allSettled([
    store.create(samples, 'p', { id: 'a', body: sample('a') }),
    store.create(samples, 'p', { id: 'taken', body: sample('b') }),
    store.replace(samples, { ...first, etag: 'old' }, sample('c')),
    store.remove(samples, 'p', 'taken', 'old'),
    store.createMany(samples, 'p', [{ id: 'd', body: sample('d') }]),
    store.create(samples, 'p', { id: 'e', body: sample('e') }),
  ]);
  expect(outcomes.map((o) => (o.status === 'fulfilled' ? 'done' : o.reason.constructor))).toEqual([
    'done',
    DocumentExists,
    DocumentChanged,
    DocumentChanged,
    'done',
    'done',
  ]);
  expect(telemetry.records).toEqual([
    { metric: 'store.commitMs', value: expect.any(Number), facts: { writes: 6 } },
  ]);
  const page = await store.query(samples, 'p', { limit: 10 });
  expect(page.documents.map(({ id }) => id)).toEqual(['a', 'd', 'e', 'taken']);
  await store.close();
});

/** A database with a table of documents in which some ids are refused. */
function tableWith(rule: string) {
  const database = openDatabase(':memory:');
  database.connection.exec(`CREATE TABLE parent (id TEXT PRIMARY KEY);
    CREATE TABLE child (partition TEXT, id TEXT ${rule}, etag TEXT, schema_version INTEGER, expires_at TEXT, body TEXT,
      PRIMARY KEY (partition, id))`);
  const queue = createWriteQueue(database);
  const row = { partition: 'p', etag: 'e', schemaVersion: 1, expiresAt: null, json: '{}' };
  return {
    database,
    insert: (id: string) => queue.add({ what: 'insert', table: 'child', row: { ...row, id }, now: '' }),
    ids: () =>
      database
        .prepared('SELECT id FROM child ORDER BY id')
        .all()
        .map(({ id }) => id),
  };
}

test('when the commit fails, every write of the group is unavailable and none is kept', async () => {
  const { database, insert, ids } = tableWith('REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED');
  database.connection.exec(`INSERT INTO parent VALUES ('known')`);
  const group = await Promise.allSettled([insert('unknown'), insert('known')]);
  for (const write of group)
    expect(write).toEqual({ status: 'rejected', reason: expect.any(StoreUnavailable) });
  expect(ids()).toEqual([]);
  await insert('known');
  expect(ids()).toEqual(['known']);
  database.connection.close();
});

test('an error inside one write leaves its neighbours alone', async () => {
  const { database, insert, ids } = tableWith(`CHECK (id <> 'refused')`);
  const group = await Promise.allSettled([insert('a'), insert('refused'), insert('b')]);
  expect(group.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(ids()).toEqual(['a', 'b']);
  database.connection.close();
});

test('closing finishes the writes that wait, and nothing is taken after it', async () => {
  const store = openSqliteStore({ file: ':memory:', clock: manualClock() });
  await store.ping();
  const writes = [1, 2, 3].map((n) => store.create(samples, 'p', { id: `d${n}`, body: sample('late') }));
  await store.close();
  await expect(Promise.all(writes)).resolves.toHaveLength(3);
  await expect(store.create(samples, 'p', { id: 'x', body: sample('x') })).rejects.toThrow(StoreUnavailable);
  await expect(store.get(samples, 'p', 'd1')).rejects.toThrow(StoreUnavailable);
  await expect(store.ping()).rejects.toThrow(StoreUnavailable);
  await store.close();
});
