import { beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries, type PlannedDelivery } from '../../src/outbox/delivery.ts';
import { deliveryKey } from '../../src/outbox/delivery-id.ts';
import type { Listener } from '../../src/outbox/listener.ts';
import { type RelayParts, relayDocument } from '../../src/outbox/relay.ts';
import { sweepEvents } from '../../src/outbox/sweep.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';
import { person, samplePlan } from './sample-delivery.ts';
import { happen, happenings, happeningsPartition, sampleEvent, sampleListener } from './sample-events.ts';
import { type SampleHouse, sampleHouse, useHouseTime } from './sample-house.ts';
import { storeUntilCrash } from './wrap-store.ts';

beforeEach(useHouseTime);

const people = (count: number): PlannedDelivery[] =>
  Array.from({ length: count }, (_, index) => samplePlan(`to ${index}`, { receiver: person(`p${index}`) }));

function relayIn(house: SampleHouse, more: Partial<RelayParts> & { store?: DocumentStore } = {}) {
  const parts: RelayParts = {
    store: house.disk,
    clock: house.clock,
    listeners: [sampleListener],
    planned: () => {},
    heard: async () => {},
    ...more,
  };
  return (id: string) => relayDocument(parts, happenings, happeningsPartition, id);
}

const eventsOf = async (house: SampleHouse, id: string) =>
  (await house.disk.get(happenings, happeningsPartition, id))?.body;

test('every receiver of an event gets one delivery, in the order of the plan', async () => {
  const house = sampleHouse();
  const id = await house.write(people(10));
  await relayIn(house)(id);
  const planned = [...(await house.all()).values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(planned.map(({ about }) => about.subject)).toEqual(people(10).map(({ about }) => about.subject));
  expect(planned[3]).toMatchObject({
    key: deliveryKey(`happenings/${id}/1`, person('p3'), 'sample/answer'),
    state: 'planned',
    attempts: 0,
    expiresAt: '2026-04-01T09:00:00.000Z',
  });
});

test('an event that was heard is taken off, and one that nobody listens for as well', async () => {
  const house = sampleHouse();
  const at = house.clock.now().toISOString();
  await happen(house.disk, 'two', [
    sampleEvent('happenings/two/1', at, people(1)),
    { id: 'happenings/two/2', type: 'unheard', at, data: {} },
  ]);
  await relayIn(house)('two');
  expect(await eventsOf(house, 'two')).toEqual({ name: 'two', events: [], eventsPending: false });
});

test('events of one document in one instant keep their order, the tenth after the ninth', async () => {
  const house = sampleHouse();
  const lists = Array.from({ length: 11 }, (_, index) => [samplePlan(String(index), { key: String(index) })]);
  await relayIn(house)(await house.write(...lists));
  const planned = [...(await house.all()).values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(planned.map(({ key }) => key)).toEqual(lists.map((_, index) => String(index)));
});

test('relaying twice at once, or again, plans nothing twice', async () => {
  const house = sampleHouse();
  const id = await house.write(people(10));
  await Promise.all([relayIn(house)(id), relayIn(house)(id)]);
  await relayIn(house)(id);
  expect((await house.all()).size).toBe(10);
});

test('a delivery that was sent meanwhile stays as it is when its event is relayed again', async () => {
  const house = sampleHouse();
  const outbox = house.replica();
  const store = { ...house.disk, replace: () => Promise.reject(new Error('the event cannot be taken off')) };
  const id = await house.write([samplePlan('once', { key: 'once' })]);
  await expect(relayIn(house, { store })(id)).rejects.toThrow('the event cannot be taken off');
  await house.pass(1_000);
  outbox.relay(happenings, happeningsPartition, id);
  await house.pass(1_000);
  expect(await house.stateOf('once')).toBe('sent');
  expect(house.teams.told()).toEqual(['post once']);
  await outbox.stop();
});

describe('a listener that fails', () => {
  const failing: Listener = {
    event: 'sample',
    plan: () => {
      throw new RangeError('no such idea');
    },
  };

  test('keeps no other from hearing, and the event stays until all have heard', async () => {
    const house = sampleHouse();
    const id = await house.write(people(2));
    const relay = relayIn(house, { listeners: [failing, sampleListener] });
    await expect(relay(id)).rejects.toThrow(AggregateError);
    expect((await house.all()).size).toBe(2);
    expect((await eventsOf(house, id))?.events).toHaveLength(1);
    await relayIn(house)(id);
    expect((await house.all()).size).toBe(2);
  });

  test('is reported by the sweep, which goes on with the next document', async () => {
    const house = sampleHouse();
    const onlyFirst: Listener = {
      event: 'sample',
      plan: (event, reads) => (event.documentId === 'h1' ? failing : sampleListener).plan(event, reads),
    };
    await house.write(people(1));
    await house.write(people(2));
    const telemetry = recordedTelemetry();
    const parts = {
      store: house.disk,
      clock: house.clock,
      listeners: [onlyFirst],
      planned: () => {},
      heard: async () => {},
    };
    const sources = [{ collection: happenings, partitions: [happeningsPartition] }];
    await sweepEvents(parts, sources, telemetry).run(new AbortController().signal);
    expect(telemetry.errors.map(({ event }) => event)).toEqual(['relay.failed']);
    expect((await house.all()).size).toBe(2);
  });
});

test('a crash at any request to the store leads to the same deliveries once it is relayed again', async () => {
  const plans = people(7);
  for (const when of ['before', 'after'] as const) {
    for (let dieAt = 1; ; dieAt++) {
      const house = sampleHouse();
      const id = await house.write(plans, [samplePlan('second', { key: 'second' })]);
      const { store, dead } = storeUntilCrash(house.watched, dieAt, when);
      void relayIn(house, { store })(id);
      await house.quiet();
      const died = dead();
      await relayIn(house)(id);
      expect((await house.all()).size).toBe(8);
      expect((await eventsOf(house, id))?.eventsPending).toBe(false);
      if (!died) break;
      expect(dieAt).toBeLessThan(100);
    }
  }
});

test('other replicas are told before the event is taken off, so that no crash loses the ring', async () => {
  const house = sampleHouse();
  const id = await house.write(people(3));
  const rung: number[] = [];
  await relayIn(house, {
    heard: async () => {
      rung.push((await eventsOf(house, id))?.events.length ?? 0);
    },
  })(id);
  expect(rung).toEqual([1]);
});

test('what a document of another page holds is found by the sweep', async () => {
  const house = sampleHouse();
  for (let index = 0; index < 105; index++) await house.write([samplePlan(`${index}`, { key: `${index}` })]);
  const outbox = house.replica();
  await outbox.sweep.run(new AbortController().signal);
  expect((await house.all()).size).toBe(105);
  await outbox.stop();
});

test('the key a plan names makes one delivery of several events', async () => {
  const house = sampleHouse();
  const id = await house.write([samplePlan('a', { key: 'same' })], [samplePlan('b', { key: 'same' })]);
  await relayIn(house)(id);
  expect((await house.delivery('same'))?.about).toEqual({ subject: 'a' });
  expect((await house.disk.query(deliveries, '0', { limit: 10 })).documents.length).toBeLessThanOrEqual(1);
});
