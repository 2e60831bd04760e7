import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openCosmosStores } from '../../../src/store/cosmos/open-stores.ts';
import { provision } from '../../../src/store/cosmos/provision.ts';
import { DocumentExists, type DocumentStore, StoreUnavailable } from '../../../src/store/document-store.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { freshPartition } from '../contract/partition.ts';
import { type RecordedTelemetry, recordedTelemetry } from '../recorded-telemetry.ts';
import { sample, samples } from '../sample-collection.ts';
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let standIn: StandIn;
let proxy: FaultyProxy;
let telemetry: RecordedTelemetry;
let invoke: DocumentStore;
let worker: DocumentStore;

const open = (database: string) =>
  openCosmosStores({ endpoint: proxy.endpoint, key: proxy.key, database, clock: systemClock, telemetry });

beforeAll(async () => {
  standIn = await startStandIn();
  proxy = await startFaultyProxy(standIn);
  telemetry = recordedTelemetry();
  await provision(standIn, 'inews', [samples]);
  ({ invoke, worker } = open('inews'));
  await invoke.create(samples, 'warm', { id: 'a', body: sample('warm') });
});

afterEach(() => proxy.fail([]));

afterAll(async () => {
  await invoke.close();
  await proxy.stop();
  await standIn.stop();
});

const throttled = { kind: 'answer', status: 429, headers: { 'x-ms-retry-after-ms': '10' } } as const;

test('a throttled request is sent again after the time that Cosmos DB asks for', async () => {
  proxy.fail([throttled, throttled]);
  const created = await invoke.create(samples, freshPartition(), { id: 'a', body: sample('a') });
  expect(await invoke.get(samples, created.partition, 'a')).toEqual(created);
});

test('while a person waits a throttled store is given up in time, and a worker waits longer', async () => {
  proxy.fail([{ ...throttled, headers: { 'x-ms-retry-after-ms': '2600' } }]);
  await expect(invoke.get(samples, 'warm', 'a')).rejects.toThrow(/get on samples: 429, too much load/);
  proxy.fail([{ ...throttled, headers: { 'x-ms-retry-after-ms': '2600' } }]);
  expect((await worker.get(samples, 'warm', 'a'))?.id).toBe('a');
});

test('a store that does not answer is unavailable within the time of an invoke', async () => {
  proxy.fail([{ kind: 'silence' }], true);
  await expect(invoke.get(samples, 'warm', 'a')).rejects.toThrow(/get on samples: no answer in time/);
  await expect(invoke.query(samples, 'warm', { limit: 1 })).rejects.toThrow(StoreUnavailable);
});

test('a write whose answer is lost is unavailable, and its repetition says that it was written', async () => {
  const partition = freshPartition();
  proxy.fail([{ kind: 'lostAnswer' }]);
  await expect(invoke.create(samples, partition, { id: 'a', body: sample('a') })).rejects.toThrow(
    StoreUnavailable,
  );
  await expect(invoke.create(samples, partition, { id: 'a', body: sample('a') })).rejects.toThrow(
    DocumentExists,
  );
});

test.each([
  [403, {}, /403, not allowed: check the role "Cosmos DB Built-in Data Contributor"/],
  [404, { 'x-ms-substatus': '1003' }, /the database or container is missing: deploy the infrastructure/],
  [503, {}, /503; see the cause/],
])('an answer %d is told to operators with advice', async (status, headers, advice) => {
  proxy.fail([{ kind: 'answer', status, headers }]);
  const reading = invoke.get(samples, 'warm', 'a');
  await expect(reading).rejects.toThrow(StoreUnavailable);
  await expect(reading).rejects.toThrow(advice);
});

test('a database or container that was not deployed is unavailable, not empty', async () => {
  const bare = open('nowhere').invoke;
  await expect(bare.ping()).rejects.toThrow(/no database nowhere: deploy the infrastructure/);
  await expect(bare.create(samples, 'p', { id: 'a', body: sample('a') })).rejects.toThrow(StoreUnavailable);
  await expect(bare.query(samples, 'p', { limit: 1 })).rejects.toThrow(/no container samples/);
  await bare.close();
  await expect(bare.ping()).rejects.toThrow('The store is closed');
});

test('single documents cost one request each, and what they cost is recorded', async () => {
  const partition = freshPartition();
  telemetry.records.length = 0;
  proxy.requests.length = 0;
  const created = await invoke.create(samples, partition, { id: 'a/b', body: sample('a') });
  await invoke.get(samples, partition, 'a/b');
  await invoke.replace(samples, created, sample('b'));
  await invoke.remove(samples, partition, 'a/b');
  expect(proxy.requests.map((request) => request.split(' ')[0])).toEqual(['POST', 'GET', 'PUT', 'DELETE']);
  expect(telemetry.records.map(({ metric, value, facts }) => [metric, value, facts?.operation])).toEqual([
    ['store.requestCharge', 1, 'create'],
    ['store.requestCharge', 1, 'get'],
    ['store.requestCharge', 1, 'replace'],
    ['store.requestCharge', 1, 'remove'],
  ]);
});

test('what one of the two handles has written the other reads', async () => {
  const created = await invoke.create(samples, freshPartition(), { id: 'a', body: sample('a') });
  expect(await worker.get(samples, created.partition, 'a')).toEqual(created);
});
