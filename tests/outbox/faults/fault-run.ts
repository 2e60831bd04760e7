import { buckets } from '../../../src/outbox/bucket.ts';
import { type Delivery, deliveries } from '../../../src/outbox/delivery.ts';
import { leasePartition, leases, leaseTableId } from '../../../src/outbox/lease-table.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { pause } from '../../../src/time/pause.ts';
import { happen, happenings, happeningsPartition, sampleEvent } from '../sample-events.ts';
import { type ConnectorStub, startConnectorStub } from './connector-stub.ts';
import { type FaultStore, openFaultStore } from './fault-store.ts';
import { createHerd } from './replica-herd.ts';
import { between, seededRandom } from './seeded-random.ts';
import { deliveriesEach, type Expected, type Workload, workloadOf } from './workload.ts';

export interface FaultRun {
  readonly store: FaultStore;
  readonly replicas: number;
  /** At least this many. */
  readonly deliveries: number;
  /** Ends of processes: nine of ten by SIGKILL, the others by SIGTERM. */
  readonly kills: number;
  readonly clockJumpsMs: number;
  readonly refuseWritesMs: number;
  readonly seed: number;
  readonly patienceMs: number;
}

export interface FaultReport {
  /** Every promise that was broken; empty when all is well. */
  readonly faults: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
  /** What replicas reported, counted by event and message. */
  readonly errors: ReadonlyMap<string, number>;
}

const longestBetweenKillsMs = 10_000;

/** Runs replicas as processes over one store, kills them, and holds what arrived against what was planned. */
export async function faultRun(run: FaultRun): Promise<FaultReport> {
  const random = seededRandom(run.seed);
  const stub = await startConnectorStub(random);
  const store = openFaultStore(run.store, systemClock);
  const errors = new Map<string, number>();
  const herd = createHerd(
    {
      store: run.store,
      connectorUrl: stub.url,
      clockJumpsMs: run.clockJumpsMs,
      refuseWritesMs: run.refuseWritesMs,
    },
    random,
    (kind) => errors.set(kind, (errors.get(kind) ?? 0) + 1),
  );
  const started = performance.now();
  try {
    for (let index = 0; index < run.replicas; index++) herd.startNew();
    const workloads = Array.from({ length: Math.ceil(run.deliveries / deliveriesEach) }, (_, index) =>
      workloadOf(index),
    );
    const expected = workloads.flatMap((workload) => workload.expected);
    const feeding = feed(store, workloads);
    for (let kill = 0; kill < run.kills; kill++) {
      // While messages are on their way, wherever that is.
      const arrived = stub.accepted.length + between(random, 0.2, 1) * (expected.length / run.kills);
      await until(() => stub.accepted.length >= arrived, longestBetweenKillsMs);
      await pause(between(random, 0, 100));
      await herd.replaceOne(random() < 0.9 ? 'SIGKILL' : 'SIGTERM', random() < 0.7);
    }
    await feeding;
    stub.behave();
    const lastKill = performance.now();
    const finished = await allSettled(store, expected.length, run.patienceMs);
    const seconds = { all: secondsSince(started), 'after the last kill': secondsSince(lastKill) };
    const held = (await store.get(leases, leasePartition, leaseTableId))?.body;
    await herd.endAll();
    const stored = await storedDeliveries(store);
    const unsettled = `not everything was settled ${run.patienceMs / 1000} s after the last kill; leases: ${JSON.stringify(held)}`;
    const faults = [...(finished ? [] : [unsettled]), ...faultsOf(expected, stored, stub)];
    return { faults, figures: figuresOf(expected, stored, stub, seconds), errors };
  } finally {
    await herd.endAll();
    await stub.close();
    await store.close();
  }
}

/** Writes the documents as use cases would, one after the other. */
async function feed(store: DocumentStore, workloads: readonly Workload[]): Promise<void> {
  for (const { name, events } of workloads) {
    const at = new Date().toISOString();
    const pending = events.map((plans, index) => sampleEvent(`happenings/${name}/${index + 1}`, at, plans));
    await happen(store, name, pending);
    await pause(50);
  }
}

async function until(condition: () => boolean, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!condition() && performance.now() < end) await pause(20);
}

async function allSettled(store: DocumentStore, expected: number, patienceMs: number): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    await pause(1_000);
    if ((await store.count(happenings, happeningsPartition, { eventsPending: true })) > 0) continue;
    const counts = await Promise.all(
      buckets.flatMap((bucket) => [
        store.count(deliveries, bucket, { state: { in: ['sent', 'inDoubt', 'dead', 'dropped', 'parked'] } }),
      ]),
    );
    if (counts.reduce((sum, count) => sum + count, 0) >= expected) return true;
  }
  return false;
}

async function storedDeliveries(store: DocumentStore): Promise<ReadonlyMap<string, Delivery>> {
  const stored = new Map<string, Delivery>();
  for (const bucket of buckets) {
    let after: string | undefined;
    do {
      const page = await store.query(deliveries, bucket, { limit: 1000, after });
      for (const { body } of page.documents) stored.set(body.key, body);
      after = page.continuation;
    } while (after !== undefined);
  }
  return stored;
}

function faultsOf(
  expected: readonly Expected[],
  stored: ReadonlyMap<string, Delivery>,
  { accepted }: ConnectorStub,
): readonly string[] {
  const faults: string[] = [];
  const times = timesAccepted(accepted);
  const firstAt = new Map<string, number>();
  accepted.forEach(({ key, what }, index) => {
    if (what === 'post' && !firstAt.has(key)) firstAt.set(key, index);
  });
  const messages = new Set(accepted.map(({ message }) => message));
  const lastOfLane = new Map<string, { readonly key: string; readonly at: number }>();
  for (const { key, isEdition, lane } of expected) {
    const delivery = stored.get(key);
    const arrived = times.get(key) ?? 0;
    if (delivery?.state !== 'sent' && !(isEdition && delivery?.state === 'inDoubt'))
      faults.push(`${key} is ${delivery?.state ?? 'lost'}: ${delivery?.reason ?? ''}`);
    if (delivery?.state === 'sent' && arrived === 0) faults.push(`${key} counts as sent and never arrived`);
    if (delivery?.state === 'sent' && !messages.has(delivery.message?.activityId ?? ''))
      faults.push(`${key} names a message that nobody posted`);
    if (isEdition && arrived > 1) faults.push(`${key} is an edition and arrived ${arrived} times`);
    const at = firstAt.get(key);
    if (lane === undefined || at === undefined) continue;
    const before = lastOfLane.get(lane);
    if (before && before.at > at) faults.push(`${key} arrived before ${before.key}`);
    lastOfLane.set(lane, { key, at });
  }
  if (stored.size !== expected.length)
    faults.push(`${stored.size} deliveries are stored, ${expected.length} were planned`);
  return faults;
}

function figuresOf(
  expected: readonly Expected[],
  stored: ReadonlyMap<string, Delivery>,
  { accepted, answers }: ConnectorStub,
  seconds: { readonly all: number; readonly 'after the last kill': number },
): FaultReport['figures'] {
  const times = timesAccepted(accepted);
  const inDoubt = [...stored.values()].filter(({ state }) => state === 'inDoubt');
  return {
    deliveries: expected.length,
    seconds: seconds.all,
    'seconds after the last kill': seconds['after the last kill'],
    calls: [...answers.values()].reduce((sum, count) => sum + count, 0),
    'calls that went wrong': [...answers].reduce(
      (sum, [name, count]) => sum + (name === 'sent' ? 0 : count),
      0,
    ),
    'editions in doubt': inDoubt.length,
    'of these arrived': inDoubt.filter(({ key }) => times.has(key)).length,
    'answers and notices that arrived twice': expected.filter(
      ({ key, isEdition, lane }) => !isEdition && lane !== undefined && (times.get(key) ?? 0) > 1,
    ).length,
  };
}

const secondsSince = (start: number): number => Math.round((performance.now() - start) / 100) / 10;

function timesAccepted(accepted: ConnectorStub['accepted']): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { key } of accepted) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
