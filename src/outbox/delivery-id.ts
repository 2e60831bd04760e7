import { hash } from 'node:crypto';
import { type Receiver, receiverKey } from './delivery.ts';

/** The key of the one delivery of a card that an event causes for a receiver; `updates` of a later one names it. */
export const deliveryKey = (eventId: string, receiver: Receiver, card: string): string =>
  `${eventId}>${receiverKey(receiver)}>${card}`;

/** The document id of a delivery: base64url of its key's SHA-256, because keys hold characters ids may not. */
export const deliveryId = (key: string): string => hash('sha256', key, 'base64url');
