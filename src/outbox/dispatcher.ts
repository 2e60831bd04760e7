import { setImmediate } from 'node:timers/promises';
import type { StoredDocument } from '../store/document-store.ts';
import type { Alarm } from '../time/alarm.ts';
import { type AttemptOutcome, attemptDelivery } from './attempt.ts';
import type { AttemptParts } from './attempt-parts.ts';
import type { Waiting } from './bucket-queue.ts';
import { type Delivery, urgencies } from './delivery.ts';
import { headsInTurn } from './heads-in-turn.ts';
import { type HeldBucket, type HeldBucketParts, lookInto, newlyHeld } from './held-bucket.ts';
import { pacedReceiver } from './pace.ts';
import type { PlannedNow } from './relay.ts';

export interface DispatcherParts extends AttemptParts, HeldBucketParts {
  /** The buckets held now, each with a number that changes when it is taken anew. */
  readonly held: () => ReadonlyMap<string, number>;
  /** No other replica is known. */
  readonly isAlone: () => boolean;
  readonly alarm: Alarm;
}

/** Sends the due deliveries of the buckets that are held. */
export interface Dispatcher {
  /** Something was planned in the bucket: look for it at once, or for all there is when it is not known what. */
  look(bucket: string, planned?: PlannedNow): void;
  /** Nothing of the bucket is being sent. */
  isQuiet(bucket: string): boolean;
  /** Works until `stopping` aborts, then resolves when what is under way has ended. */
  run(stopping: AbortSignal): Promise<void>;
}

/** After a start, or when another replica has ended, many are new. */
const lookedIntoAtOnce = 2;

/** A bucket that has fewer ready to start is read again. */
const fewReady = 15;

/** More than this is read with everything else. */
const mostTakenIn = 20;
/** A bucket that has fallen behind so far is read by pages. */
const mostWaitingHere = 500;

/** What others wrote meanwhile may take a moment to show up in a query. */
const afterChangeMs = 100;

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { monotonic, telemetry, settings, pace, alarm } = parts;
  const bucketsHere = new Map<string, HeldBucket>();
  /** By receiver: one call at a time to a conversation, because Teams answers 412 to concurrent ones. */
  const underWay = new Map<
    string,
    { readonly document: StoredDocument<Delivery>; readonly work: Promise<void> }
  >();

  function followLeases(): void {
    const held = parts.held();
    for (const [bucket, { takeover }] of bucketsHere)
      if (held.get(bucket) !== takeover) bucketsHere.delete(bucket);
    for (const [bucket, takeover] of held)
      if (!bucketsHere.has(bucket)) bucketsHere.set(bucket, newlyHeld(parts, bucket, takeover));
  }

  const readBuckets = () => [...bucketsHere.values()].filter(({ mustRead }) => !mustRead);

  const mayStart = (waiting: Waiting) =>
    waiting.readyAt <= monotonic() && pace.waitMs(pacedReceiver(waiting.document.body)) < settings.soonMs;

  async function lookWhereDue(): Promise<void> {
    const due = [...bucketsHere.values()].filter(({ lookAt }) => lookAt <= monotonic());
    for (let at = 0; at < due.length; at += lookedIntoAtOnce) {
      // The embedded store reads without pausing: what came in meanwhile goes first.
      if (at > 0) await setImmediate();
      const some = due.slice(at, at + lookedIntoAtOnce);
      await Promise.all(some.map((here) => lookInto(parts, here, mayStart)));
    }
  }

  /** Starts what may start, urgent ones first. Returns the milliseconds until the next may. */
  function startWhatMay(): number {
    let nextMs = settings.longestPollMs;
    const closed = new Set<string>();
    const isOut = ({ document }: Waiting) => closed.has(document.body.receiver.tenantId);
    const isOpen = (tenant: string) => {
      const closedMs = closed.has(tenant) ? 0 : pace.opensInMs(tenant);
      if (closedMs > 0) {
        closed.add(tenant);
        nextMs = Math.min(nextMs, closedMs);
      }
      return !closed.has(tenant);
    };
    // As a rule the pace has closed the only tenant, and the many heads need not be looked through.
    const open = readBuckets().filter(({ queue }) => [...queue.tenants()].some(isOpen));
    for (const { here, waiting } of headsInTurn(open, isOut)) {
      const { receiver, receiverKey, urgency } = waiting.document.body;
      // Less urgent ones may start only when fewer calls are under way.
      if (underWay.size >= settings.callsAtOnce[urgency]) break;
      if (!isOpen(receiver.tenantId)) continue;
      if (underWay.has(receiverKey)) continue;
      const waitMs = Math.max(
        waiting.readyAt - monotonic(),
        pace.waitMs(pacedReceiver(waiting.document.body)),
      );
      if (waitMs > 0) nextMs = Math.min(nextMs, waitMs);
      else if (parts.mayCall(waiting.document.partition)) start(here, waiting.document);
    }
    return nextMs;
  }

  function start(here: HeldBucket, document: StoredDocument<Delivery>): void {
    pace.started(pacedReceiver(document.body));
    here.queue.remove(document.id);
    const { receiverKey } = document.body;
    const work = attemptDelivery(parts, document)
      .then((outcome) => follow(document, outcome))
      .catch((error: unknown) => {
        telemetry.error('delivery.attemptFailed', error, { delivery: document.id });
        readAnew(document.partition, settings.shortestPollMs);
      })
      .finally(() => {
        underWay.delete(receiverKey);
        pace.ended(pacedReceiver(document.body));
        alarm.sound();
      });
    underWay.set(receiverKey, { document, work });
  }

  /** Nothing more of the bucket is sent before it was read. */
  function readAnew(bucket: string, waitMs: number): void {
    const here = bucketsHere.get(bucket);
    if (!here) return;
    here.mustRead = true;
    here.lookAt = monotonic() + waitMs;
  }

  function follow(document: StoredDocument<Delivery>, outcome: AttemptOutcome): void {
    const here = bucketsHere.get(document.partition);
    if (!here) return;
    if (outcome.kind === 'changed') readAnew(document.partition, afterChangeMs);
    else if (outcome.kind === 'wait')
      here.queue.put(document, { waitMs: outcome.ms, passable: outcome.passable });
    else if (outcome.document.body.state === 'planned') here.queue.put(outcome.document);
    // A refresh may have read it as planned just before it was sent.
    else here.queue.remove(document.id);
    if (here.queue.hasMore() && !hasEnough(here, 'digest')) here.lookAt = monotonic();
  }

  /** Some of the bucket may start at once, none of them less urgent than `urgency`. */
  function hasEnough(here: HeldBucket, urgency: Delivery['urgency']): boolean {
    let ready = 0;
    for (const waiting of here.queue.heads()) {
      if (urgencies.indexOf(waiting.document.body.urgency) > urgencies.indexOf(urgency)) return false;
      if (mayStart(waiting)) ready++;
      if (ready === fewReady) return true;
    }
    return false;
  }

  /** Reads no more than is needed to find out what comes next, in the order in which it was planned. */
  function takeIn(here: HeldBucket, { documents, urgency }: PlannedNow): void {
    const { queue } = here;
    // Another replica may have planned something before that has not rung yet.
    const knowsAll = parts.isAlone() && !here.mustRead && !queue.hasMore();
    if (knowsAll && documents.length <= mostTakenIn && queue.size() < mostWaitingHere) {
      queue.take(documents);
    } else if (hasEnough(here, urgency)) {
      queue.expectMore();
    } else {
      here.lookAt = monotonic();
    }
  }

  async function turn(): Promise<void> {
    followLeases();
    await lookWhereDue();
    const untilLook = Math.min(...[...bucketsHere.values()].map(({ lookAt }) => lookAt - monotonic()));
    await alarm.sleep(Math.min(startWhatMay(), untilLook));
  }

  return {
    look(bucket, planned) {
      const here = bucketsHere.get(bucket);
      if (here && planned) {
        takeIn(here, planned);
      } else if (here) {
        here.pauseMs = settings.shortestPollMs;
        here.lookAt = monotonic();
      }
      alarm.sound();
    },
    isQuiet: (bucket) => [...underWay.values()].every(({ document }) => document.partition !== bucket),
    async run(stopping) {
      stopping.addEventListener('abort', () => alarm.sound(), { once: true });
      while (!stopping.aborted) await turn();
      await Promise.all([...underWay.values()].map(({ work }) => work));
    },
  };
}
