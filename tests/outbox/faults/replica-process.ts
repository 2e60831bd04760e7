import type { AddressBook } from '../../../src/outbox/address-book.ts';
import type { Delivery } from '../../../src/outbox/delivery.ts';
import type { DeliveryCard } from '../../../src/outbox/delivery-card.ts';
import { startOutbox } from '../../../src/outbox/start-outbox.ts';
import { type DocumentStore, StoreUnavailable } from '../../../src/store/document-store.ts';
import type { Telemetry } from '../../../src/telemetry/telemetry.ts';
import { runJobs } from '../../../src/time/job-runner.ts';
import { systemMonotonic } from '../../../src/time/monotonic.ts';
import { happenings, happeningsPartition, sampleListener } from '../sample-events.ts';
import { wrapStore } from '../wrap-store.ts';
import { openFaultStore } from './fault-store.ts';
import { httpSender } from './http-sender.ts';
import { faultRunSettings, replicaSettingsSchema, sendTimeoutMs } from './replica-settings.ts';
import { between, seededRandom } from './seeded-random.ts';

// One replica of the outbox, run by a fault run as a process of its own so that it can be killed.

const settings = replicaSettingsSchema.parse(JSON.parse(process.argv[2] ?? ''));
const random = seededRandom(settings.seed);

const skew = { ms: 0 };
const clock = { now: () => new Date(Date.now() + skew.ms) };
if (settings.clockJumpsMs > 0) {
  setInterval(
    () => {
      skew.ms = between(random, -settings.clockJumpsMs, settings.clockJumpsMs);
    },
    between(random, 1_000, 3_000),
  ).unref();
}

const refusingShare = settings.refuseWritesMs > 0 ? 0.3 : 0;
const refusing = { writes: false };
if (random() < refusingShare) {
  setTimeout(
    () => {
      refusing.writes = true;
      setTimeout(() => {
        refusing.writes = false;
      }, settings.refuseWritesMs).unref();
    },
    between(random, 500, 4_000),
  ).unref();
}
const reads: readonly (keyof DocumentStore)[] = ['get', 'query', 'count', 'ping'];
const disk = openFaultStore(settings.store, clock);
const store = wrapStore(disk, (method, run) =>
  refusing.writes && !reads.includes(method) ? Promise.reject(new StoreUnavailable('no writes')) : run(),
);

const logged = (event: string, error: unknown) => {
  const reason = error instanceof AggregateError ? error.cause : error;
  process.stderr.write(
    `${event}: ${reason instanceof Error ? `${reason.name} ${reason.message}` : reason}\n`,
  );
};
const telemetry: Telemetry = {
  info: () => {},
  warn: () => {},
  error: logged,
  count: () => {},
  record: () => {},
};

const chats = new Map<string, string>();
const addressBook: AddressBook = {
  async find(receiver) {
    const { tenantId } = receiver;
    const serviceUrl = settings.connectorUrl;
    if (receiver.kind === 'mail') return 'unreachable';
    if (receiver.kind === 'place') return { tenantId, serviceUrl, conversationId: receiver.placeId };
    return {
      tenantId,
      serviceUrl,
      conversationId: chats.get(receiver.personId),
      memberId: receiver.personId,
    };
  },
  async opened(receiver, conversationId) {
    if (receiver.kind === 'person') chats.set(receiver.personId, conversationId);
  },
  async park() {},
};

const card = (name: string, whenInDoubt: DeliveryCard['whenInDoubt']): DeliveryCard => ({
  name,
  whenInDoubt,
  draw: async ({ key }: Delivery) => ({ card: name, data: { key }, summary: key }),
});

const outbox = startOutbox({
  store,
  clock,
  monotonic: systemMonotonic,
  random,
  telemetry,
  sender: httpSender(settings.connectorUrl, sendTimeoutMs),
  addressBook,
  listeners: [sampleListener],
  deliveryCards: [card('sample/answer', 'sendAgain'), card('sample/edition', 'leave')],
  eventSources: [{ collection: happenings, partitions: [happeningsPartition] }],
  replicaId: settings.replicaId,
  settings: faultRunSettings(settings),
});

const stopping = new AbortController();
const jobs = runJobs({
  jobs: [{ ...outbox.sweep, everySeconds: 0.5 }],
  holdsBucketOf: outbox.holdsBucketOf,
  telemetry,
  monotonic: systemMonotonic,
  random,
  signal: stopping.signal,
});

process.once('SIGTERM', async () => {
  stopping.abort();
  await jobs;
  await outbox.stop();
  await disk.close();
  process.exit(0);
});
process.stdout.write('started\n');
