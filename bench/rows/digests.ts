import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sendEditions } from '../../src/digests/edition-delivery.ts';
import { editions } from '../../src/digests/model.ts';
import type { DigestParts } from '../../src/digests/parts.ts';
import { planDueEditions } from '../../src/digests/plan-due.ts';
import { gatherAlike } from '../../src/digests/together/gather.ts';
import { countPosted } from '../../src/digests/together/members.ts';
import { buckets } from '../../src/outbox/bucket.ts';
import { deliveries } from '../../src/outbox/delivery.ts';
import { relayDocument } from '../../src/outbox/relay.ts';
import { createRelayQueue } from '../../src/outbox/relay-queue.ts';
import { seedContent } from '../../src/reading/seed-content.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-store.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import { systemClock } from '../../src/time/clock.ts';
import { englishWords } from '../../src/words/words.ts';
import { type Due, fillAddresses, fillSubscriptions } from '../content/subscriptions.ts';
import { requestUnits } from '../figures/request-units.ts';
import { sendingUnits } from '../figures/sending-units.ts';
import { rounded } from '../figures/statistics.ts';
import type { Row } from '../row.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const channels = 10_000;
const people = 50_000;
const few = 2_000;
const targetSeconds = 60;
const targetGrowthMb = 64;
const targetUnits = 30;

const hourMs = 3_600_000;

// What is garbage does not count as growth.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Digests of channels and people that are all due in one minute: until each has its delivery, and what each costs. */
export const digests: Row = {
  name: 'digests',
  target: `${channels + people} due at once planned in ${targetSeconds} s, memory growth under ${targetGrowthMb} MB, planned and sent for at most ${targetUnits} request units each`,
  async measure() {
    const light = await planned({ channels: few / 2, people: few / 2 }, true);
    const heavy = await planned({ channels, people }, false);
    const growthMb = rounded((heavy.peakHeap - light.peakHeap) / 2 ** 20);
    const { seconds, stored } = heavy;
    const planning = rounded(heavy.planning);
    const sending = rounded(light.sending);
    const units = rounded(planning + sending);
    const gathering = rounded(heavy.gathering);
    return {
      figures: { seconds, growthMb, units, planning, sending, gathering, editions: stored },
      met: seconds <= targetSeconds && growthMb < targetGrowthMb && units <= targetUnits,
      note: `all share ${stored} stored edition; request units are counted for Cosmos DB by size and indexes, and ${gathering} once more for each that begins to share its planning`,
    };
  },
};

async function planned(many: Omit<Due, 'dueAt'>, sends: boolean) {
  using folder = temporaryFolder();
  const inner = openSqliteStore({ file: join(folder.path, 'digests.sqlite'), clock: systemClock });
  const tenant = randomUUID();
  const due = { ...many, dueAt: new Date(Date.now() + hourMs).toISOString() };
  await seedContent(inner, tenant, systemClock);
  await fillSubscriptions(inner, tenant, due);
  if (sends) await fillAddresses(inner, tenant, due);

  const total = due.channels + due.people;
  const counted = requestUnits(inner);
  const { parts, ended } = digestParts(counted.store, tenant);
  await gatherAlike(parts).run(new AbortController().signal);
  const gathering = counted.units();
  const later = { ...parts, clock: { now: () => new Date(Date.now() + 2 * hourMs) } };
  const { seconds, peakHeap } = await plan(later, ended);
  const planning = counted.units() - gathering;
  await checkAll(inner, tenant, total);
  const stored = await inner.count(editions, tenant, {});
  const sending = sends ? await sendingUnits(inner, parts) : 0;
  await inner.close();
  return { seconds, peakHeap, planning: planning / total, gathering: gathering / total, sending, stored };
}

function digestParts(store: DocumentStore, tenant: string) {
  const relays = createRelayQueue(8);
  const parts: DigestParts = {
    store,
    clock: systemClock,
    telemetry: logTelemetry('error'),
    words: englishWords('Europe/London'),
    tenants: [tenant],
    timeZone: 'Europe/London',
    services: [],
    relay: (collection, partition, id) =>
      relays.add(() => relayDocument(relayParts, collection, partition, id)),
  };
  const relayParts = {
    store,
    clock: systemClock,
    listeners: [sendEditions(parts)],
    planned: () => {},
    heard: async () => {},
  };
  return { parts, ended: () => relays.end() };
}

async function plan(parts: DigestParts, ended: () => Promise<void>) {
  let peakHeap = 0;
  const watch = setInterval(() => {
    collect();
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
  }, 2_000);
  const startedAt = performance.now();
  await planDueEditions(parts).run(new AbortController().signal);
  await ended();
  const seconds = rounded((performance.now() - startedAt) / 1000);
  clearInterval(watch);
  collect();
  return { seconds, peakHeap: Math.max(peakHeap, process.memoryUsage().heapUsed) };
}

async function checkAll(store: DocumentStore, tenant: string, expected: number): Promise<void> {
  const each = await Promise.all(buckets.map((bucket) => store.count(deliveries, bucket, {})));
  const planned = each.reduce((sum, count) => sum + count, 0);
  const { documents } = await store.query(editions, tenant, { limit: 1_000 });
  const counts = await Promise.all(documents.map(({ id }) => countPosted(store, tenant, id)));
  const posted = counts.reduce((sum, count) => sum + count, 0);
  if (planned !== expected || posted !== expected)
    throw new Error(`${expected} were due, ${posted} were posted and ${planned} deliveries are planned`);
}
