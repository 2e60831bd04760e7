import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sendEditions } from '../../src/digests/edition-delivery.ts';
import { editions, subscriptions } from '../../src/digests/model.ts';
import type { DigestParts } from '../../src/digests/parts.ts';
import { planDueEditions } from '../../src/digests/plan-due.ts';
import { postings } from '../../src/digests/posting.ts';
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
import { sampleSubscriptions } from '../content/subscriptions.ts';
import { requestUnits } from '../figures/request-units.ts';
import { rounded } from '../figures/statistics.ts';
import type { Row } from '../row.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const channels = 10_000;
const people = 50_000;
const few = 2_000;
const targetSeconds = 60;
const targetGrowthMb = 64;
const targetUnits = 30;

// What is garbage does not count as growth.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Digests of channels and people that are all due in one minute: until each has its delivery. */
export const digests: Row = {
  name: 'digests',
  target: `${channels + people} due at once planned in ${targetSeconds} s, memory growth under ${targetGrowthMb} MB, under ${targetUnits} request units a delivery`,
  async measure() {
    const light = await planned({ channels: few / 2, people: few / 2 });
    const heavy = await planned({ channels, people });
    const growthMb = rounded((heavy.peakHeap - light.peakHeap) / 2 ** 20);
    const { seconds, units, stored } = heavy;
    return {
      figures: { seconds, growthMb, units, editions: stored },
      met: seconds <= targetSeconds && growthMb < targetGrowthMb && units < targetUnits,
      note: `all share ${stored} stored edition; request units are counted for Cosmos DB by size and indexes, from planning until the delivery is there`,
    };
  },
};

async function planned(due: { readonly channels: number; readonly people: number }) {
  using folder = temporaryFolder();
  const inner = openSqliteStore({ file: join(folder.path, 'digests.sqlite'), clock: systemClock });
  const tenant = randomUUID();
  await seedContent(inner, tenant, systemClock);
  for (const some of sampleSubscriptions(due)) await inner.createMany(subscriptions, tenant, some);

  const counted = requestUnits(inner);
  const { seconds, peakHeap } = await plan(counted.store, tenant);
  const total = due.channels + due.people;
  const units = rounded(counted.units() / total);
  await checkAll(inner, tenant, total);
  const stored = await inner.count(editions, tenant, {});
  await inner.close();
  return { seconds, peakHeap, units, stored };
}

async function plan(store: DocumentStore, tenant: string) {
  const relays = createRelayQueue(8);
  const telemetry = logTelemetry('error');
  const parts: DigestParts = {
    store,
    clock: systemClock,
    telemetry,
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
  let peakHeap = 0;
  const watch = setInterval(() => {
    collect();
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
  }, 2_000);
  const startedAt = performance.now();
  await planDueEditions(parts).run(new AbortController().signal);
  await relays.end();
  const seconds = rounded((performance.now() - startedAt) / 1000);
  clearInterval(watch);
  collect();
  return { seconds, peakHeap: Math.max(peakHeap, process.memoryUsage().heapUsed) };
}

async function checkAll(store: DocumentStore, tenant: string, expected: number): Promise<void> {
  const each = await Promise.all(buckets.map((bucket) => store.count(deliveries, bucket, {})));
  const planned = each.reduce((sum, count) => sum + count, 0);
  const posted = await store.count(postings, tenant, {});
  if (planned !== expected || posted !== expected)
    throw new Error(`${expected} were due, ${posted} were posted and ${planned} deliveries are planned`);
}
