import { DocumentChanged, type StoredDocument, StoreUnavailable } from '../store/document-store.ts';
import { pause } from '../time/pause.ts';
import { afterAttempt, parked } from './after-attempt.ts';
import type { AttemptParts } from './attempt-parts.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryCard } from './delivery-card.ts';
import { writeOutcome } from './outcome.ts';
import { pacedReceiver } from './pace.ts';
import { type Prepared, prepare } from './prepare.ts';
import { noteRedrawn, noteReplaced } from './redraw.ts';
import { markSend, takeBackMark } from './send-mark.ts';
import type { SendResult } from './sender.ts';

export type AttemptOutcome =
  /** The delivery as it now stands. */
  | { readonly kind: 'written'; readonly document: StoredDocument<Delivery> }
  /** Nothing was written; `passable` when later ones of its receiver need not wait for it. */
  | { readonly kind: 'wait'; readonly ms: number; readonly passable: boolean }
  /** Somebody else wrote it, or this replica may not call any more: read again. */
  | { readonly kind: 'changed' };

const storeWaitMs = 2_000;

const leftSending: SendResult = {
  kind: 'unclear',
  reason: 'the service stopped while it was being sent',
};

/**
 * Takes one delivery whose turn has come as far as it goes: at most one call to Teams. Throws only what the store
 * throws once `giveUp` has aborted, and faults of ours in writing the outcome.
 */
export async function attemptDelivery(
  parts: AttemptParts,
  document: StoredDocument<Delivery>,
): Promise<AttemptOutcome> {
  try {
    return await attempt(parts, document);
  } catch (error) {
    if (error instanceof DocumentChanged) return { kind: 'changed' };
    throw error;
  }
}

async function attempt(parts: AttemptParts, document: StoredDocument<Delivery>): Promise<AttemptOutcome> {
  const delivery = document.body;
  const prepared = await preparedOrFault(parts, document);
  switch (prepared.kind) {
    case 'wait':
      return prepared;
    case 'end':
      return write(parts, document, ended(delivery, prepared));
    case 'unreachable':
      return write(parts, document, parked(delivery, 'the receiver is out of reach', parts.clock.now()));
    case 'tried':
      return conclude(parts, document, counted(delivery), prepared.result, 'sendAgain');
    case 'send':
      // Nothing is written yet: it takes its turn again when Teams takes calls again.
      if (parts.pace.throttledSince(pacedReceiver(delivery))) return { kind: 'wait', ms: 0, passable: false };
      return send(parts, document, prepared);
  }
}

/** A fault while preparing counts as an attempt; a store that does not answer does not. */
async function preparedOrFault(parts: AttemptParts, document: StoredDocument<Delivery>): Promise<Prepared> {
  try {
    return await prepare(parts, document);
  } catch (error) {
    if (error instanceof StoreUnavailable) return { kind: 'wait', ms: storeWaitMs, passable: false };
    const { card } = document.body;
    parts.telemetry.error('delivery.notPrepared', error, { delivery: document.id, card });
    const reason = `could not be prepared: ${error instanceof Error ? error.name : 'unknown fault'}`;
    return { kind: 'tried', result: { kind: 'later', reason, throttled: false } };
  }
}

async function send(
  parts: AttemptParts,
  document: StoredDocument<Delivery>,
  { call, whenInDoubt }: { call: () => Promise<SendResult>; whenInDoubt: DeliveryCard['whenInDoubt'] },
): Promise<AttemptOutcome> {
  const { store, giveUp, mayCall, pace } = parts;
  const marked = await markSend(store, document, giveUp);
  const { sends = 0 } = document.body;
  const body: Delivery = {
    ...counted(document.body),
    attempt: marked.mark.body.attempt,
    sends: sends + 1,
  };
  if (marked.kind === 'begunBefore') {
    parts.telemetry.warn('outbox.leftSending', { delivery: document.id });
    return conclude(parts, document, body, leftSending, whenInDoubt);
  }
  const receiver = pacedReceiver(body);
  for (let ms = pace.leavesInMs(receiver); ms > 0 && !giveUp.aborted; ms = pace.leavesInMs(receiver))
    await pause(ms, giveUp);
  const mayNoMore = !mayCall(document.partition);
  if (mayNoMore || pace.throttledSince(receiver)) {
    await takeBackMark(store, marked.mark, giveUp);
    return mayNoMore ? { kind: 'changed' } : { kind: 'wait', ms: 0, passable: false };
  }
  // From here until the outcome is written, a crash leaves the mark alone: nobody knows whether it went out.
  pace.leaves(receiver);
  const result = await callOnce(call);
  return conclude(parts, document, body, result, whenInDoubt);
}

/** A sender that throws breaks its promise; the call may have gone out all the same. */
async function callOnce(call: () => Promise<SendResult>): Promise<SendResult> {
  try {
    return await call();
  } catch (error) {
    return { kind: 'unclear', reason: `the sender failed: ${error instanceof Error ? error.name : 'fault'}` };
  }
}

/** Writes what came of an attempt, and after it what follows from that for others. */
async function conclude(
  parts: AttemptParts,
  current: StoredDocument<Delivery>,
  delivery: Delivery,
  result: SendResult,
  whenInDoubt: DeliveryCard['whenInDoubt'],
): Promise<AttemptOutcome> {
  const { store, pace, clock, random, telemetry, addressBook } = parts;
  const bucket = current.partition;
  const { receiver, updates } = delivery;
  if (result.kind === 'later' && result.throttled) {
    pace.throttled(pacedReceiver(delivery), {
      afterMs: result.afterMs,
      scope: result.scope ?? 'place',
    });
  }
  if (result.kind === 'messageGone' && updates !== undefined)
    await noteReplaced(store, bucket, updates, delivery.key);
  const next = afterAttempt(delivery, result, whenInDoubt, clock.now(), random);
  const outcome = await write(parts, current, next);
  // A crash between the write and these costs little: the next refusal parks the receiver again, and later redraws
  // find the message by `replacedBy`.
  try {
    if (result.kind === 'unreachable') await addressBook.park(receiver, result.reason);
    if (result.kind === 'sent' && updates !== undefined) await noteRedrawn(store, bucket, updates, next);
  } catch (error) {
    telemetry.error('delivery.consequenceFailed', error, { delivery: current.id, state: next.state });
  }
  return outcome;
}

async function write(
  parts: AttemptParts,
  current: StoredDocument<Delivery>,
  next: Delivery,
): Promise<AttemptOutcome> {
  return { kind: 'written', document: await writeOutcome(parts, current, next) };
}

const ended = (delivery: Delivery, { state, reason }: Extract<Prepared, { kind: 'end' }>): Delivery => ({
  ...delivery,
  state,
  ...(state === 'parked' && { parkedFor: delivery.receiverKey }),
  reason,
});

const counted = (delivery: Delivery): Delivery => ({ ...delivery, attempts: delivery.attempts + 1 });
