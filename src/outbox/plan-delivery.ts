import { dayMs } from '../time/days.ts';
import { type Delivery, type PlannedDelivery, receiverKey, turnOf } from './delivery.ts';
import { deliveryKey } from './delivery-id.ts';
import { noEvents, type PendingEvent } from './event.ts';

const defaultKeepDays = 30;

/**
 * The delivery that an event's plan asks for. `position` counts the event's deliveries from 0 in the order they
 * were planned; the same event planned again gives the same key and order.
 */
export function planDelivery(
  event: PendingEvent,
  planned: PlannedDelivery,
  position: number,
  now: Date,
): Delivery {
  return {
    key: planned.key ?? deliveryKey(event.id, planned.receiver, planned.card),
    receiver: planned.receiver,
    receiverKey: receiverKey(planned.receiver),
    card: planned.card,
    about: { ...planned.about },
    urgency: planned.urgency,
    ...(planned.updates === undefined ? {} : { updates: planned.updates }),
    state: 'planned',
    order: `${turnOf(planned.urgency, new Date(event.at).toISOString())} ${sortable(event.id)} ${String(position).padStart(8, '0')}`,
    plannedAt: now.toISOString(),
    attempts: 0,
    expiresAt: new Date(now.getTime() + (planned.keepDays ?? defaultKeepDays) * dayMs).toISOString(),
    ...noEvents,
  };
}

/** Two events of one document in one millisecond are told apart by the number that ends their ids. */
const sortable = (eventId: string): string => eventId.replace(/\d+$/, (number) => number.padStart(10, '0'));
