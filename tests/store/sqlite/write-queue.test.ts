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

test('when the commit fails, every write of the group is unavailable and none is kept', async () => {
  const database = openDatabase(':memory:');
  database.connection.exec(`CREATE TABLE parent (id INTEGER PRIMARY KEY);
    CREATE TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)`);
  const queue = createWriteQueue(database);
  const insert = (table: string) => () => database.prepared(`INSERT INTO ${table} VALUES (7)`).run();
  const group = [queue.add(insert('child')), queue.add(() => database.prepared('SELECT 1').get())];
  for (const write of group) await expect(write).rejects.toThrow(StoreUnavailable);
  await queue.add(insert('parent'));
  await queue.add(insert('child'));
  expect(database.prepared('SELECT count(*) AS n FROM child').get()).toEqual({ n: 1 });
  database.connection.close();
});

test('an error inside one write leaves its neighbours alone', async () => {
  const database = openDatabase(':memory:');
  database.connection.exec('CREATE TABLE t (id INTEGER PRIMARY KEY)');
  const queue = createWriteQueue(database);
  const insert = (id: number) => queue.add(() => database.prepared('INSERT INTO t VALUES (?)').run(id));
  const [first, again, other] = await Promise.allSettled([insert(1), insert(1), insert(2)]);
  expect([first?.status, again?.status, other?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(database.prepared('SELECT count(*) AS n FROM t').get()).toEqual({ n: 2 });
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
