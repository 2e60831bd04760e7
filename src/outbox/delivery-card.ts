import type { CardView } from '../bot/answer.ts';
import type { Delivery } from './delivery.ts';

/** Draws one kind of outbound card from the state at the moment of sending, so that nothing stale is sent. */
export interface DeliveryCard {
  readonly name: string;
  /** After a send without a clear answer: send again (a person waits for it), or leave it to an operator (an edition, a nudge). */
  readonly whenInDoubt: 'sendAgain' | 'leave';
  /** Undefined when there is nothing to say any more. */
  draw(delivery: Delivery): Promise<CardView | undefined>;
}
