import type { StoredDocument } from '../store/document-store.ts';
import type { Alarm } from '../time/alarm.ts';
import { type AttemptOutcome, attemptDelivery } from './attempt.ts';
import type { AttemptParts } from './attempt-parts.ts';
import { byTurn, type Waiting } from './bucket-queue.ts';
import type { Delivery } from './delivery.ts';
import { type HeldBucket, type HeldBucketParts, lookInto, newlyHeld } from './held-bucket.ts';
import type { PacedReceiver } from './pace.ts';

export interface DispatcherParts extends AttemptParts, HeldBucketParts {
  /** The buckets held now, each with a number that changes when it is taken anew. */
  readonly held: () => ReadonlyMap<string, number>;
  readonly alarm: Alarm;
}

/** Sends the due deliveries of the buckets that are held. */
export interface Dispatcher {
  /** Something was planned in the bucket: look at once. */
  look(bucket: string): void;
  /** Nothing of the bucket is being sent. */
  isQuiet(bucket: string): boolean;
  /** Works until `stopping` aborts, then resolves when what is under way has ended. */
  run(stopping: AbortSignal): Promise<void>;
}

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { monotonic, telemetry, settings, pace, alarm } = parts;
  const bucketsHere = new Map<string, HeldBucket>();
  /** By receiver: one call at a time to a conversation, because Teams answers 412 to concurrent ones. */
  const underWay = new Map<
    string,
    { readonly document: StoredDocument<Delivery>; readonly work: Promise<void> }
  >();

  const isUnderWay = (id: string) => [...underWay.values()].some(({ document }) => document.id === id);

  function followLeases(): void {
    const held = parts.held();
    for (const [bucket, { takeover }] of bucketsHere)
      if (held.get(bucket) !== takeover) bucketsHere.delete(bucket);
    for (const [bucket, takeover] of held)
      if (!bucketsHere.has(bucket)) bucketsHere.set(bucket, newlyHeld(parts, bucket, takeover));
  }

  const mayStart = (waiting: Waiting) =>
    waiting.readyAt <= monotonic() && pace.waitMs(pacedReceiver(waiting.document)) < settings.soonMs;

  async function lookWhereDue(): Promise<void> {
    const due = [...bucketsHere.values()].filter(({ lookAt }) => lookAt <= monotonic());
    await Promise.all(due.map((here) => lookInto(parts, here, isUnderWay, mayStart)));
  }

  /** Starts what may start, urgent ones first. Returns the milliseconds until the next may. */
  function startWhatMay(): number {
    let nextMs = settings.longestPollMs;
    const heads = [...bucketsHere.values()]
      .filter(({ toDo }) => toDo === 'nothing')
      .flatMap((here) => here.queue.heads().map((waiting) => ({ here, waiting })))
      .sort((a, b) => byTurn(a.waiting, b.waiting));
    for (const { here, waiting } of heads) {
      const { receiverKey, urgency } = waiting.document.body;
      if (underWay.size >= settings.callsAtOnce[urgency]) continue;
      if (underWay.has(receiverKey)) continue;
      const waitMs = Math.max(waiting.readyAt - monotonic(), pace.waitMs(pacedReceiver(waiting.document)));
      if (waitMs > 0) nextMs = Math.min(nextMs, waitMs);
      else if (parts.mayCall(waiting.document.partition)) start(here, waiting.document);
    }
    return nextMs;
  }

  function start(here: HeldBucket, document: StoredDocument<Delivery>): void {
    pace.started(pacedReceiver(document));
    here.queue.remove(document.id);
    const { receiverKey } = document.body;
    const work = attemptDelivery(parts, document)
      .then((outcome) => follow(document, outcome))
      .catch((error: unknown) => {
        telemetry.error('delivery.attemptFailed', error, { delivery: document.id });
        askFor('settle', document.partition, settings.shortestPollMs);
      })
      .finally(() => {
        underWay.delete(receiverKey);
        alarm.sound();
      });
    underWay.set(receiverKey, { document, work });
  }

  /** Nothing more of the bucket is sent before it was looked at in this way. */
  function askFor(toDo: 'settle' | 'read', bucket: string, waitMs: number): void {
    const here = bucketsHere.get(bucket);
    if (!here) return;
    if (here.toDo !== 'settle') here.toDo = toDo;
    here.lookAt = monotonic() + waitMs;
  }

  function follow(document: StoredDocument<Delivery>, outcome: AttemptOutcome): void {
    const here = bucketsHere.get(document.partition);
    if (!here) return;
    if (outcome.kind === 'changed') askFor('read', document.partition, 0);
    else if (outcome.kind === 'wait')
      here.queue.put(document, { waitMs: outcome.ms, passable: outcome.passable });
    else if (outcome.document.body.state === 'planned') here.queue.put(outcome.document);
    // A refresh may have read it as planned just before it was sent.
    else here.queue.remove(document.id);
    const ready = here.queue.heads().filter(mayStart).length;
    if (ready < settings.callsAtOnce.answer && here.queue.hasMore()) here.lookAt = monotonic();
  }

  async function turn(): Promise<void> {
    followLeases();
    await lookWhereDue();
    const untilLook = Math.min(...[...bucketsHere.values()].map(({ lookAt }) => lookAt - monotonic()));
    await alarm.sleep(Math.min(startWhatMay(), untilLook));
  }

  return {
    look(bucket) {
      const here = bucketsHere.get(bucket);
      if (here) {
        here.lookAt = monotonic();
        here.pauseMs = settings.shortestPollMs;
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

const pacedReceiver = ({ body }: StoredDocument<Delivery>): PacedReceiver => ({
  place: body.receiverKey,
  tenant: body.receiver.tenantId,
});
