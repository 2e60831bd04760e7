import { describe, expect, test } from '@jest/globals';
import { type BucketQueue, createBucketQueue } from '../../src/outbox/bucket-queue.ts';
import { deliveries, type PlannedDelivery } from '../../src/outbox/delivery.ts';
import { deliveryId } from '../../src/outbox/delivery-id.ts';
import { manualClock } from '../store/manual-clock.ts';
import { memoryStore } from '../store/memory-store.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';
import { person, sampleDelivery } from './sample-delivery.ts';

const bucket = '3';
const always = () => true;

async function queueOf(...planned: readonly (readonly [key: string, plan?: Partial<PlannedDelivery>])[]) {
  const clock = manualClock();
  const store = memoryStore(clock);
  const time = { now: 0 };
  await store.createMany(
    deliveries,
    bucket,
    planned.map(([key, plan], index) => {
      const at = new Date(Date.parse('2026-03-02T08:00:00.000Z') + index).toISOString();
      return { id: deliveryId(key), body: sampleDelivery(key, plan, at) };
    }),
  );
  const telemetry = recordedTelemetry();
  const queue = createBucketQueue({ store, clock, telemetry, monotonic: () => time.now }, bucket);
  await queue.refresh(always);
  return { store, clock, telemetry, time, queue };
}

const keys = (queue: BucketQueue) => queue.heads().map(({ document }) => document.body.key);

async function retryIn(ms: number, { store, clock }: Awaited<ReturnType<typeof queueOf>>, key: string) {
  const document = await store.get(deliveries, bucket, deliveryId(key));
  if (!document) throw new Error(`${key} is not there`);
  const notBefore = new Date(clock.now().getTime() + ms).toISOString();
  return store.replace(deliveries, document, { ...document.body, attempts: 1, notBefore });
}

test('the first of each receiver and urgency has its turn, urgent ones first', async () => {
  const { queue } = await queueOf(
    ['edition', { urgency: 'digest' }],
    ['first'],
    ['second'],
    ['other', { receiver: person('q') }],
  );
  expect(keys(queue)).toEqual(['first', 'other', 'edition']);
});

test('one that waits for a retry holds back later ones of its receiver and urgency only', async () => {
  const given = await queueOf(['first'], ['second'], ['notice', { urgency: 'notice' }]);
  given.queue.put(await retryIn(5_000, given, 'first'));
  expect(given.queue.heads().map(({ readyAt }) => readyAt)).toEqual([5_000, 0]);
  expect(keys(given.queue)).toEqual(['first', 'notice']);
});

test('one that waits for another message lets later ones pass', async () => {
  const { queue } = await queueOf(['redraw'], ['second']);
  const [redraw] = queue.heads();
  if (!redraw) throw new Error('nothing is planned');
  queue.put(redraw.document, { waitMs: 1_000, passable: true });
  expect(keys(queue)).toEqual(['redraw', 'second']);
});

describe('a jump of the wall clock', () => {
  test('back by hours does not keep a new delivery waiting', async () => {
    const { queue, clock } = await queueOf(['first']);
    clock.advance(-5 * 3_600_000);
    await queue.refresh(always);
    expect(queue.heads()[0]?.readyAt).toBe(0);
  });

  test('back by hours keeps a retry waiting a minute at most, and one already read no longer than before', async () => {
    const given = await queueOf(['known'], ['unknown', { receiver: person('q') }]);
    given.queue.put(await retryIn(5_000, given, 'known'));
    await retryIn(5_000, given, 'unknown');
    given.clock.advance(-5 * 3_600_000);
    await given.queue.refresh(always);
    expect(given.queue.heads().map(({ readyAt }) => readyAt)).toEqual([5_000, 60_000]);
  });
});

describe('more than a page', () => {
  const many = (count: number, urgency: PlannedDelivery['urgency']) =>
    Array.from(
      { length: count },
      (_, index) => [`${urgency} ${index}`, { urgency, receiver: person(`${urgency} ${index}`) }] as const,
    );

  test('does not hide an answer behind a large edition', async () => {
    const { queue } = await queueOf(...many(150, 'digest'), ['answer']);
    expect(keys(queue)[0]).toBe('answer');
    expect(queue.hasMore()).toBe(true);
  });

  test('is read on past those that cannot start', async () => {
    const { queue } = await queueOf(...many(230, 'digest'));
    await queue.refresh(({ document }) => document.body.key === 'digest 229');
    expect(queue.heads()).toHaveLength(230);
    expect(queue.hasMore()).toBe(false);
  });
});

test('what is put back or taken out while it is read anew is not undone by what was read before', async () => {
  const given = await queueOf(['sent'], ['again', { receiver: person('q') }]);
  const refreshed = given.queue.refresh(always);
  given.queue.remove(deliveryId('sent'));
  const again = await retryIn(5_000, given, 'again');
  given.queue.put(again);
  await refreshed;
  expect(given.queue.heads().map(({ document }) => document.etag)).toEqual([again.etag]);
});
