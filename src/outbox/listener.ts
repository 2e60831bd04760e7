import type { PlannedDelivery } from './delivery.ts';
import type { PendingEvent } from './event.ts';

/** An event with the document it was raised by. */
export interface RaisedEvent extends PendingEvent {
  readonly collection: string;
  readonly partition: string;
  readonly documentId: string;
}

/**
 * What a room does when something happened in a lower one. It may be asked twice for one event and must then
 * plan the same. It yields deliveries a page of the audience at a time, so that a page is all that is in memory.
 */
export interface Listener {
  readonly event: string;
  plan(event: RaisedEvent): AsyncIterable<readonly PlannedDelivery[]>;
}
