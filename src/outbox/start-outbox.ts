import { randomUUID } from 'node:crypto';
import type { Collection } from '../store/collection.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { createAlarm } from '../time/alarm.ts';
import type { Clock } from '../time/clock.ts';
import type { Job } from '../time/job.ts';
import type { Monotonic } from '../time/monotonic.ts';
import { pause } from '../time/pause.ts';
import type { AddressBook } from './address-book.ts';
import { bucketOf, bucketOfName, buckets } from './bucket.ts';
import { deliveries, type Receiver } from './delivery.ts';
import type { DeliveryCard } from './delivery-card.ts';
import { createDispatcher } from './dispatcher.ts';
import { createDoorbellReader } from './doorbell.ts';
import type { Eventful } from './event.ts';
import { createLeases } from './leases.ts';
import type { Listener } from './listener.ts';
import { defaultOutbox, type OutboxSettings } from './outbox-settings.ts';
import { createPace } from './pace.ts';
import { type RelayParts, relayDocument } from './relay.ts';
import { createRelayQueue } from './relay-queue.ts';
import { createRinger } from './ringer.ts';
import type { Sender } from './sender.ts';
import { type EventSource, sweepEvents } from './sweep.ts';
import { wakeReceiver } from './wake.ts';

export interface OutboxParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  /** 0 to 1. */
  readonly random: () => number;
  readonly telemetry: Telemetry;
  readonly sender: Sender;
  readonly addressBook: AddressBook;
  readonly listeners: readonly Listener[];
  readonly deliveryCards: readonly DeliveryCard[];
  /** Where documents that raise events lie; deliveries are added to them. */
  readonly eventSources: readonly EventSource[];
  /**
   * Differs between replicas that run side by side. A process that starts under the id of one that ended goes on
   * with its buckets at once; under a new id it waits until that one is known to be dead.
   */
  readonly replicaId: string;
  readonly settings?: OutboxSettings;
}

export interface Outbox {
  /** A document was written with an event: hands it on, off the caller's way. Faults are logged and swept up later. */
  relay<B extends Eventful>(
    collection: Collection<B>,
    partition: string,
    id: string,
    /** As it was just written: it need not be read. */
    written?: StoredDocument<B>,
  ): void;
  /** Something was planned in these buckets outside of `relay`. Never rejects. */
  ring(planned: readonly string[]): Promise<void>;
  /** A contact came from the receiver: what was parked is tried again. Throws what the store throws. */
  wake(receiver: Receiver): Promise<void>;
  /** Relays what a crash left; to be run with the other jobs. */
  readonly sweep: Job;
  /** Whether this is the replica that runs the job of this name. */
  holdsBucketOf(name: string): boolean;
  /** Starts nothing new, waits for what is under way and hands the buckets over. Never rejects. */
  stop(): Promise<void>;
}

// Enough for a busy day: each one waits for the store a few times.
const relaysAtOnce = 2;

/** Starts to send. Throws RangeError when the pace exceeds what Teams allows. */
export function startOutbox(parts: OutboxParts): Outbox {
  const { store, clock, monotonic, random, telemetry, settings = defaultOutbox } = parts;
  const me = { id: parts.replicaId, incarnation: randomUUID() };
  const stopping = new AbortController();
  const giveUp = new AbortController();
  const sendAlarm = createAlarm();
  const leaseAlarm = createAlarm();
  const readDoorbell = createDoorbellReader(store);
  const ringer = createRinger(store, telemetry);
  const pace = createPace(settings.pace, monotonic);
  const relays = createRelayQueue(relaysAtOnce);

  const leases = createLeases({
    store,
    monotonic,
    telemetry,
    me,
    settings: settings.leases,
    isQuiet: (bucket) => dispatcher.isQuiet(bucket),
  });

  const relayParts: RelayParts = {
    store,
    clock,
    listeners: parts.listeners,
    planned: (bucket, fresh) => dispatcher.look(bucket, fresh),
    heard: ringElsewhere,
  };

  const dispatcher = createDispatcher({
    store,
    clock,
    monotonic,
    random,
    telemetry,
    pace,
    sender: parts.sender,
    addressBook: parts.addressBook,
    cards: new Map(parts.deliveryCards.map((card) => [card.name, card])),
    settings: settings.dispatch,
    held: leases.held,
    isAlone: leases.isAlone,
    mayCall: (bucket) => !stopping.signal.aborted && leases.holds(bucket),
    relayDelivery: (bucket, id) => relaySafely(deliveries, bucket, id),
    giveUp: giveUp.signal,
    alarm: sendAlarm,
  });

  async function relaySafely<B extends Eventful>(
    collection: Collection<B>,
    partition: string,
    id: string,
    written?: StoredDocument<B>,
  ): Promise<void> {
    try {
      await relayDocument(relayParts, collection, partition, id, written);
    } catch (error) {
      telemetry.error('relay.failed', error, { collection: collection.name, document: id });
    }
  }

  async function ringElsewhere(planned: readonly string[]): Promise<void> {
    await ringer.ring(planned.filter((bucket) => !leases.holds(bucket)));
  }

  async function ring(planned: readonly string[]): Promise<void> {
    for (const bucket of planned) dispatcher.look(bucket);
    await ringElsewhere(planned);
  }

  async function keepLeases(): Promise<void> {
    while (!stopping.signal.aborted) {
      let nextMs = settings.leases.doorbellMs;
      try {
        nextMs = await leases.heartbeat();
      } catch (error) {
        telemetry.error('outbox.heartbeatFailed', error);
      }
      pace.share(leases.fraction());
      sendAlarm.sound();
      await leaseAlarm.sleep(nextMs);
    }
  }

  async function answerDoorbell(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const rung = await readDoorbell();
        for (const bucket of rung.buckets) dispatcher.look(bucket);
        if (rung.leases) leaseAlarm.sound();
        await ringer.ring([]);
      } catch (error) {
        telemetry.error('outbox.doorbellFailed', error);
      }
      const { doorbellAloneMs, doorbellMs } = settings.leases;
      await pause(leases.isAlone() ? doorbellAloneMs : doorbellMs, stopping.signal);
    }
  }

  const running = Promise.all([keepLeases(), answerDoorbell(), dispatcher.run(stopping.signal)]);

  return {
    relay(collection, partition, id, written) {
      relays.add(() => relaySafely(collection, partition, id, written));
    },
    ring,
    async wake(receiver) {
      if ((await wakeReceiver(store, receiver)) > 0) await ring([bucketOf(receiver)]);
    },
    sweep: sweepEvents(
      relayParts,
      [...parts.eventSources, { collection: deliveries, partitions: buckets }],
      telemetry,
    ),
    holdsBucketOf: (name) => leases.holds(bucketOfName(name)),
    async stop() {
      stopping.abort();
      leaseAlarm.sound();
      const ended = Promise.all([running, relays.end()]);
      await Promise.race([ended, pause(settings.stopWithinMs)]);
      giveUp.abort();
      try {
        await Promise.race([leases.handOver(), pause(settings.stopWithinMs)]);
      } catch (error) {
        telemetry.error('outbox.handOverFailed', error);
      }
    },
  };
}
