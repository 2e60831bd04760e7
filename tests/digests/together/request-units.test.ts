import { setImmediate } from 'node:timers';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Due, fillAddresses, fillSubscriptions } from '../../../bench/content/subscriptions.ts';
import { requestUnits } from '../../../bench/figures/request-units.ts';
import { editionDeliveries, sendEditions } from '../../../src/digests/edition-delivery.ts';
import { editions } from '../../../src/digests/model.ts';
import type { DigestParts } from '../../../src/digests/parts.ts';
import { planDueEditions } from '../../../src/digests/plan-due.ts';
import { gatherAlike } from '../../../src/digests/together/gather.ts';
import { buckets } from '../../../src/outbox/bucket.ts';
import { deliveries } from '../../../src/outbox/delivery.ts';
import { defaultOutbox } from '../../../src/outbox/outbox-settings.ts';
import type { Sender } from '../../../src/outbox/sender.ts';
import { startOutbox } from '../../../src/outbox/start-outbox.ts';
import { addressBook } from '../../../src/people/address-book.ts';
import { recentContacts } from '../../../src/people/recent-contacts.ts';
import { seedContent } from '../../../src/reading/seed-content.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { memoryStore } from '../../store/memory-store.ts';
import { recordedTelemetry } from '../../store/recorded-telemetry.ts';
import { timeZone, words } from '../sample-place.ts';

const tenantId = '5a3f1e0c-7b7d-4d52-9c1e-2f60b1a4c8d7';
const target = 30;
/** A sixth of them channels, as of those for which the service is made. */
const due: Due = { channels: 100, people: 500, dueAt: '2026-12-01T10:00:00.000Z' };
const total = due.channels + due.people;

const clock = { now: () => new Date() };

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A Teams that takes everything; ids are as long as its own. */
const sender: Sender = {
  open: async () => ({ kind: 'unclear', reason: 'everybody has a chat' }),
  post: async ({ conversationId }) => ({ kind: 'sent', conversationId, activityId: '1764583200000' }),
  update: async () => ({ kind: 'messageGone' }),
};

async function sentIn(store: DocumentStore): Promise<number> {
  const sent = await Promise.all(buckets.map((bucket) => store.count(deliveries, bucket, { state: 'sent' })));
  return sent.reduce((sum, n) => sum + n, 0);
}

async function pass(ms: number): Promise<void> {
  jest.advanceTimersByTime(ms);
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Plans all that is due and sends it. Returns the request units of a delivery from the planning until it is sent. */
async function unitsOfDelivery(gathered: boolean): Promise<number> {
  jest.setSystemTime(new Date('2026-12-01T09:00:00.000Z'));
  const inner = memoryStore(clock);
  await seedContent(inner, tenantId, clock);
  await fillSubscriptions(inner, tenantId, due);
  await fillAddresses(inner, tenantId, due);
  const { store, units } = requestUnits(inner);
  const telemetry = recordedTelemetry();
  const parts: DigestParts = {
    store,
    clock,
    telemetry,
    words,
    tenants: [tenantId],
    timeZone,
    services: [],
    relay: (collection, partition, id) => outbox.relay(collection, partition, id),
  };
  const outbox = startOutbox({
    store,
    clock,
    telemetry,
    sender,
    monotonic: () => performance.now(),
    random: () => 0.5,
    addressBook: addressBook(store, clock, recentContacts(clock)),
    listeners: [sendEditions(parts)],
    deliveryCards: editionDeliveries(parts),
    eventSources: [{ collection: editions, partitions: [tenantId] }],
    replicaId: 'a',
    settings: defaultOutbox,
  });
  const { signal } = new AbortController();
  if (gathered) await gatherAlike({ ...parts, store: inner }).run(signal);
  jest.setSystemTime(new Date('2026-12-01T10:00:20.000Z'));
  await pass(1_000);
  const before = units();
  await planDueEditions(parts).run(signal);
  for (let waited = 0; waited < 1_000 && (await sentIn(inner)) < total; waited++) await pass(100);
  expect(await sentIn(inner)).toBe(total);
  const each = (units() - before) / total;
  await Promise.all([outbox.stop(), pass(100)]);
  expect(telemetry.errors).toEqual([]);
  return each;
}

test('a digest costs no more than 30 request units a delivery, planning and sending together', async () => {
  const units = await unitsOfDelivery(true);
  expect(units).toBeLessThanOrEqual(target);
  expect(units).toBeGreaterThan(15);
}, 120_000);

test('which those that share the planning save on what each would cost by itself', async () => {
  expect(await unitsOfDelivery(false)).toBeGreaterThan((await unitsOfDelivery(true)) + 10);
}, 120_000);
