import { setImmediate } from 'node:timers';
import { jest } from '@jest/globals';
import { buckets } from '../../src/outbox/bucket.ts';
import { type Delivery, deliveries, type PlannedDelivery } from '../../src/outbox/delivery.ts';
import type { DeliveryCard } from '../../src/outbox/delivery-card.ts';
import type { PendingEvent } from '../../src/outbox/event.ts';
import type { Listener } from '../../src/outbox/listener.ts';
import { defaultOutbox } from '../../src/outbox/outbox-settings.ts';
import { relayDocument } from '../../src/outbox/relay.ts';
import { type Outbox, startOutbox } from '../../src/outbox/start-outbox.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { memoryStore } from '../store/memory-store.ts';
import { type RecordedTelemetry, recordedTelemetry } from '../store/recorded-telemetry.ts';
import { sampleAddressBook } from './sample-address-book.ts';
import { samplePlan } from './sample-delivery.ts';
import { happen, happenings, happeningsPartition, sampleEvent, sampleListener } from './sample-events.ts';
import { scriptedSender } from './scripted-sender.ts';
import { wrapStore } from './wrap-store.ts';

const start = '2026-03-02T09:00:00.000Z';

/** The timers of a test file are then moved by its houses; the store's own work goes on in real time. */
export function useHouseTime(): void {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask'] });
  jest.setSystemTime(new Date(start));
}

/** The subject is the key as well. */
type Planned = string | (Partial<PlannedDelivery> & { readonly subject: string });

function planOf(planned: Planned): PlannedDelivery {
  const { subject, ...rest } = typeof planned === 'string' ? { subject: planned } : planned;
  return samplePlan(subject, { key: subject, ...rest });
}

export interface HouseOptions {
  readonly addresses?: ReturnType<typeof sampleAddressBook>;
  readonly listeners?: readonly Listener[];
}

/** A store, a Teams that does as it is told, and as many replicas of the outbox as a test starts. */
export function sampleHouse({ addresses = sampleAddressBook(), listeners = [] }: HouseOptions = {}) {
  const skew = { ms: 0 };
  const clock = { now: () => new Date(Date.now() + skew.ms) };
  const disk = memoryStore(clock);
  const teams = scriptedSender();
  const state = { drawn: 'as planned' };
  const drawings = new Map<string, DeliveryCard['draw']>();
  const telemetry: RecordedTelemetry = recordedTelemetry();
  const requests: string[] = [];
  let pending = 0;
  const watched = wrapStore(disk, async (method, run) => {
    pending++;
    requests.push(method);
    try {
      return await run();
    } finally {
      pending--;
    }
  });

  const card = (name: string, whenInDoubt: DeliveryCard['whenInDoubt']): DeliveryCard => ({
    name,
    whenInDoubt,
    async draw(delivery) {
      const subject = delivery.about.subject ?? '';
      const own = drawings.get(subject);
      if (own) return own(delivery);
      return { card: name, data: { subject, drawn: state.drawn }, summary: subject };
    },
  });

  function replica(replicaId = 'a', store: DocumentStore = watched): Outbox {
    return startOutbox({
      store,
      clock,
      monotonic: () => performance.now(),
      random: () => 0.5,
      telemetry,
      sender: teams.sender,
      addressBook: addresses.book,
      listeners: [sampleListener, ...listeners],
      deliveryCards: [card('sample/answer', 'sendAgain'), card('sample/edition', 'leave')],
      eventSources: [{ collection: happenings, partitions: [happeningsPartition] }],
      replicaId,
      settings: { ...defaultOutbox, stopWithinMs: 200 },
    });
  }

  /** Lets everything that needs no time happen. */
  async function quiet(): Promise<void> {
    for (let calm = 0; calm < 4; calm = pending === 0 ? calm + 1 : 0)
      await new Promise((resolve) => setImmediate(resolve));
  }

  async function pass(ms: number, stepMs = 25): Promise<void> {
    for (let passed = 0; passed < ms; passed += stepMs) {
      jest.advanceTimersByTime(Math.min(stepMs, ms - passed));
      await quiet();
    }
  }

  let happened = 0;
  /** Writes a document with one event for each plan list; nothing is relayed yet. Returns the document's id. */
  async function write(...planLists: readonly (readonly PlannedDelivery[])[]): Promise<string> {
    const name = `h${++happened}`;
    const events: PendingEvent[] = planLists.map((plans, index) =>
      sampleEvent(`happenings/${name}/${index + 1}`, clock.now().toISOString(), plans),
    );
    await happen(disk, name, events);
    return name;
  }

  /** Writes and relays at once, as a use case does. */
  async function plan(outbox: Outbox, ...planned: readonly Planned[]): Promise<void> {
    outbox.relay(happenings, happeningsPartition, await write(planned.map(planOf)));
    await quiet();
  }

  /** What a process leaves that crashed after it had relayed: planned deliveries that nobody has seen yet. */
  async function leavePlanned(...planned: readonly Planned[]): Promise<void> {
    const parts = {
      store: disk,
      clock,
      listeners: [sampleListener],
      planned: () => {},
      heard: async () => {},
    };
    await relayDocument(parts, happenings, happeningsPartition, await write(planned.map(planOf)));
  }

  async function all(): Promise<ReadonlyMap<string, Delivery>> {
    const found = new Map<string, Delivery>();
    for (const bucket of buckets) {
      let after: string | undefined;
      do {
        const page = await disk.query(deliveries, bucket, { limit: 1000, after });
        for (const { body } of page.documents) found.set(body.key, body);
        after = page.continuation;
      } while (after !== undefined);
    }
    return found;
  }

  return {
    disk,
    watched,
    clock,
    skew,
    teams,
    addresses,
    state,
    drawings,
    telemetry,
    requests,
    replica,
    quiet,
    pass,
    write,
    plan,
    leavePlanned,
    all,
    delivery: async (key: string) => (await all()).get(key),
    stateOf: async (key: string) => (await all()).get(key)?.state,
  };
}

export type SampleHouse = ReturnType<typeof sampleHouse>;
