import type { Delivery } from './delivery.ts';
import type { DeliveryCard } from './delivery-card.ts';
import { deliveryId } from './delivery-id.ts';
import { type PendingEvent, withEvent } from './event.ts';
import type { SendResult } from './sender.ts';

export interface RetryRules {
  /** The one that fails last makes the delivery dead. */
  readonly attempts: number;
  /** The longest wait after the first attempt; it doubles with each further one. */
  readonly firstMs: number;
  readonly longestMs: number;
}

const ownEvents = 'deliveries/';

/** Raised by a delivery that is parked, and by one that was parked and has been sent. `data` has what it is about. */
export const deliveryUnreachable = 'delivery.unreachable';
export const deliveryReached = 'delivery.reached';

/** About two hours of tries: Teams' longer disturbances pass within that. */
export const retryRules: RetryRules = { attempts: 16, firstMs: 2_000, longestMs: 1_800_000 };

/**
 * What becomes of a delivery after one attempt: the whole table of results. `delivery` counts that attempt
 * already. `random` gives 0 to 1 for the jitter.
 */
export function afterAttempt(
  delivery: Delivery,
  result: SendResult,
  whenInDoubt: DeliveryCard['whenInDoubt'],
  now: Date,
  random: () => number,
  rules: RetryRules = retryRules,
): Delivery {
  switch (result.kind) {
    case 'sent':
      return sent(delivery, { conversationId: result.conversationId, activityId: result.activityId }, now);
    case 'later':
      return again(delivery, result.reason, Math.max(result.afterMs ?? 0, jitter(delivery, random, rules)));
    case 'messageGone':
      return again(delivery, 'the message to redraw is gone; it is posted anew', 0);
    case 'unclear':
      return whenInDoubt === 'leave'
        ? { ...delivery, state: 'inDoubt', reason: result.reason }
        : again(delivery, result.reason, jitter(delivery, random, rules));
    case 'unreachable':
      return parked(delivery, result.reason, now);
    case 'refused':
      return { ...delivery, state: 'dead', reason: result.reason };
  }

  function again(delivery: Delivery, reason: string, waitMs: number): Delivery {
    if (delivery.attempts >= rules.attempts)
      return { ...delivery, state: 'dead', reason: `${reason} (tried ${delivery.attempts} times)` };
    const notBefore = new Date(now.getTime() + waitMs).toISOString();
    return { ...delivery, state: 'planned', reason, notBefore };
  }
}

/**
 * The receiver is out of reach: the delivery waits for a contact, and whoever must know hears of it. A delivery that
 * tells of such an event raises none itself: a triage channel out of reach would be told about itself for ever.
 */
export function parked(delivery: Delivery, reason: string, now: Date): Delivery {
  const waiting: Delivery = { ...delivery, state: 'parked', parkedFor: delivery.receiverKey, reason };
  if (delivery.key.startsWith(ownEvents)) return waiting;
  return withEvent({ ...waiting, toldUnreachable: true }, reachEvent(deliveryUnreachable, delivery, now));
}

/** It went out. Whoever was told that the receiver is out of reach hears that it reached them after all. */
function sent(delivery: Delivery, message: Delivery['message'], now: Date): Delivery {
  const { toldUnreachable, reason: _, ...rest } = delivery;
  const done: Delivery = { ...rest, state: 'sent', message, sentAt: now.toISOString() };
  return toldUnreachable ? withEvent(done, reachEvent(deliveryReached, delivery, now)) : done;
}

function reachEvent(type: string, delivery: Delivery, now: Date): PendingEvent {
  const at = now.toISOString();
  return {
    id: `${ownEvents}${deliveryId(delivery.key)}/${type}/${at}`,
    type,
    at,
    data: { ...delivery.about, delivery: delivery.key, card: delivery.card, receiver: delivery.receiverKey },
  };
}

/** The longest wait before the attempt that follows `attempts` of them; it doubles from one to the next. */
export const longestWaitMs = (attempts: number, rules: RetryRules = retryRules): number =>
  Math.min(rules.longestMs, rules.firstMs * 2 ** Math.max(0, attempts - 1));

/** Full jitter: anything from nothing to the longest wait, so that what failed together does not return together. */
const jitter = ({ attempts }: Delivery, random: () => number, rules: RetryRules): number =>
  random() * longestWaitMs(attempts, rules);
