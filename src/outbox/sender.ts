import type { CardView } from '../bot/answer.ts';
import type { Address } from './address-book.ts';

/** What came of one attempt; which one of them decides alone whether it is tried again. */
export type SendResult =
  | { readonly kind: 'sent'; readonly conversationId: string; readonly activityId: string }
  /** Teams did not take it and may later: 412, 429, 503. */
  | {
      readonly kind: 'later';
      readonly reason: string;
      readonly afterMs?: number;
      readonly throttled: boolean;
      /** What `afterMs` is about, when Teams told; otherwise the conversation. */
      readonly scope?: 'place' | 'tenant';
    }
  /** The receiver is out of reach until a contact comes from there: 403, 404 of a conversation. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The message to redraw is gone: post anew. */
  | { readonly kind: 'messageGone' }
  /** No retry will help: 400, 413. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** 500, 502, 504 or no answer: it may have gone out. */
  | { readonly kind: 'unclear'; readonly reason: string };

/** One attempt at Teams, never more. Does not throw for anything Teams or the network does. */
export interface Sender {
  /** Opens the 1:1 chat with `address.memberId`; `activityId` of the result is empty. */
  open(address: Address): Promise<SendResult>;
  /** @param key the delivery's own: the same for every attempt at it, so that a repeat can be known. */
  post(
    address: Address & { readonly conversationId: string },
    view: CardView,
    key: string,
  ): Promise<SendResult>;
  update(
    address: Address,
    message: { readonly conversationId: string; readonly activityId: string },
    view: CardView,
  ): Promise<SendResult>;
}
