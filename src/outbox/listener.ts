import type { DocumentStore } from '../store/document-store.ts';
import type { PlannedDelivery } from './delivery.ts';
import type { PendingEvent } from './event.ts';

/** An event with the document it was raised by. */
export interface RaisedEvent extends PendingEvent {
  readonly collection: string;
  readonly partition: string;
  readonly documentId: string;
}

/** Gives single documents as they were when somebody asked first for this event: most listeners ask for the same. */
export type Reads = Pick<DocumentStore, 'get'>;

/**
 * What a room does when something happened in a lower one. It may be asked twice for one event and must then
 * plan the same. It yields deliveries a page of the audience at a time, so that a page is all that is in memory.
 */
export interface Listener {
  readonly event: string;
  plan(event: RaisedEvent, reads: Reads): AsyncIterable<readonly PlannedDelivery[]>;
}
