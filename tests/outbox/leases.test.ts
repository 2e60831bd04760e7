import { beforeEach, describe, expect, test } from '@jest/globals';
import { bucketOf, bucketOfName, buckets } from '../../src/outbox/bucket.ts';
import type { Receiver } from '../../src/outbox/delivery.ts';
import type { Outbox } from '../../src/outbox/start-outbox.ts';
import { StoreUnavailable } from '../../src/store/document-store.ts';
import { person } from './sample-delivery.ts';
import { type SampleHouse, sampleHouse, useHouseTime } from './sample-house.ts';
import { storeUntilCrash, wrapStore } from './wrap-store.ts';

beforeEach(useHouseTime);

const names = Array.from({ length: 500 }, (_, index) => `name ${index}`);
const nameIn = (bucket: string) => names.find((name) => bucketOfName(name) === bucket) ?? '';
const held = (outbox: Outbox) => buckets.filter((bucket) => outbox.holdsBucketOf(nameIn(bucket)));

function receiverIn(bucketsOfIt: readonly string[]): Receiver {
  const found = names.map((name) => person(name)).find((one) => bucketsOfIt.includes(bucketOf(one)));
  if (!found) throw new Error('no receiver in these buckets');
  return found;
}

/** A store that can be cut off from one replica. */
function cuttable(house: SampleHouse) {
  const line = { cut: false };
  const store = wrapStore(house.watched, (_method, run) =>
    line.cut ? Promise.reject(new StoreUnavailable('cut off')) : run(),
  );
  return { line, store };
}

test('one replica holds everything within a second of its start', async () => {
  const house = sampleHouse();
  const outbox = house.replica();
  await house.pass(1_000);
  expect(held(outbox)).toEqual(buckets);
  await outbox.stop();
});

test('a second one gets its half within ten seconds, and no bucket is ever held by both', async () => {
  const house = sampleHouse();
  const a = house.replica('a');
  await house.pass(3_300);
  const b = house.replica('b');
  for (let step = 0; step < 100; step++) {
    await house.pass(100);
    expect(held(a).filter((bucket) => held(b).includes(bucket))).toEqual([]);
  }
  expect([held(a).length, held(b).length]).toEqual([8, 8]);
  await Promise.all([a.stop(), b.stop()]);
});

test('one that stops hands over: the other has everything within three seconds', async () => {
  const house = sampleHouse();
  const [a, b] = [house.replica('a'), house.replica('b')];
  await house.pass(10_000);
  await b.stop();
  expect(held(b)).toEqual([]);
  await house.pass(3_000);
  expect(held(a)).toEqual(buckets);
  await a.stop();
});

describe('one that dies', () => {
  async function houseWithDeadReplica() {
    const house = sampleHouse();
    const a = house.replica('a');
    const { line, store } = cuttable(house);
    const b = house.replica('b', store);
    await house.pass(15_000);
    const itsBuckets = held(b);
    line.cut = true;
    return { house, a, b, itsBuckets, line };
  }

  test('stops sending before another starts, whatever became of it', async () => {
    const { house, a, b, itsBuckets } = await houseWithDeadReplica();
    expect(itsBuckets).toHaveLength(8);
    let lastHeldByB = 0;
    let firstHeldByA = 0;
    for (let second = 1; second <= 50; second++) {
      await house.pass(1_000);
      if (held(b).length > 0) lastHeldByB = second;
      if (firstHeldByA === 0 && held(a).length === 16) firstHeldByA = second;
    }
    expect(lastHeldByB).toBeLessThanOrEqual(20);
    expect(firstHeldByA).toBeGreaterThanOrEqual(20);
    expect(firstHeldByA).toBeLessThanOrEqual(42);
    await Promise.all([a.stop(), b.stop()]);
  });

  test('loses nothing: what was planned for its buckets is sent by the other', async () => {
    const { house, a, b, itsBuckets } = await houseWithDeadReplica();
    await house.leavePlanned({ subject: 'orphan', receiver: receiverIn(itsBuckets) });
    await house.pass(45_000);
    expect(house.teams.told()).toEqual(['post orphan']);
    await Promise.all([a.stop(), b.stop()]);
  });

  test('and comes back takes its share again', async () => {
    const { house, a, b, line } = await houseWithDeadReplica();
    await house.pass(60_000);
    expect(held(a)).toEqual(buckets);
    line.cut = false;
    await house.pass(15_000);
    expect([held(a).length, held(b).length]).toEqual([8, 8]);
    await Promise.all([a.stop(), b.stop()]);
  });
});

test('an answer for a bucket of another replica is sent by that one within about two seconds', async () => {
  const house = sampleHouse();
  const [a, b] = [house.replica('a'), house.replica('b')];
  await house.pass(70_000);
  await house.plan(a, { subject: 'answer', receiver: receiverIn(held(b)) });
  expect(house.teams.told()).toEqual([]);
  await house.pass(2_100);
  expect(house.teams.told()).toEqual(['post answer']);
  await Promise.all([a.stop(), b.stop()]);
});

test('a replica whose hold ends between drawing and calling does not call, and says so', async () => {
  const house = sampleHouse();
  const { line, store } = cuttable(house);
  const outbox = house.replica('a', store);
  await house.pass(100);
  house.drawings.set('slow', async () => {
    line.cut = true;
    await new Promise((resolve) => setTimeout(resolve, 25_000));
    line.cut = false;
    return { card: 'sample/answer', data: { subject: 'slow', drawn: '' }, summary: '' };
  });
  await house.plan(outbox, 'slow');
  await house.pass(25_000);
  expect(house.teams.told()).toEqual([]);
  expect(await house.delivery('slow')).toMatchObject({ state: 'planned', attempts: 0 });
  house.drawings.clear();
  await house.pass(15_000);
  expect(house.teams.told()).toEqual(['post slow']);
  await outbox.stop();
});

describe('a process that starts under the id of another', () => {
  test('goes on at once with what a killed one held', async () => {
    const house = sampleHouse();
    const { store } = storeUntilCrash(house.watched, 12, 'after');
    house.replica('a', store);
    await house.pass(30_000);
    await house.leavePlanned('waiting');
    const outbox = house.replica('a');
    await house.pass(1_000);
    expect(house.teams.told()).toEqual(['post waiting']);
    await outbox.stop();
  });

  test('makes one that still lives stand down, and that is reported', async () => {
    const house = sampleHouse();
    const older = house.replica('a');
    await house.pass(5_000);
    const newer = house.replica('a');
    await house.pass(60_000);
    expect(held(older)).toEqual([]);
    expect(held(newer)).toEqual(buckets);
    expect(house.telemetry.errors.map(({ event }) => event)).toContain('outbox.superseded');
    await Promise.all([older.stop(), newer.stop()]);
    expect(held(newer)).toEqual([]);
  });
});

describe('an idle minute', () => {
  test('of a lone replica costs fewer than sixty requests, its sweep included', async () => {
    const house = sampleHouse();
    const outbox = house.replica();
    await house.pass(180_000);
    const before = house.requests.length;
    await house.pass(180_000);
    await outbox.sweep.run(new AbortController().signal);
    expect((house.requests.length - before) / 3).toBeLessThan(60);
    await outbox.stop();
  });

  test('of two replicas costs fewer than sixty requests each', async () => {
    const house = sampleHouse();
    const [a, b] = [house.replica('a'), house.replica('b')];
    await house.pass(180_000);
    const before = house.requests.length;
    await house.pass(180_000);
    await a.sweep.run(new AbortController().signal);
    expect((house.requests.length - before) / 6).toBeLessThan(60);
    await Promise.all([a.stop(), b.stop()]);
  });
});

test('a job belongs to one replica at a time', async () => {
  const house = sampleHouse();
  const replicas = ['a', 'b', 'c'].map((id) => house.replica(id));
  await house.pass(30_000);
  for (const name of names.slice(0, 50))
    expect(replicas.filter((outbox) => outbox.holdsBucketOf(name))).toHaveLength(1);
  await Promise.all(replicas.map((outbox) => outbox.stop()));
});
