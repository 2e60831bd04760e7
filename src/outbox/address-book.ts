import type { Receiver } from './delivery.ts';

/** How to reach a receiver by the service at `serviceUrl`: Teams' or, for e-mail, `byMail`. Without `conversationId` the 1:1 chat must be opened first. */
export interface Address {
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly conversationId?: string | undefined;
  /** Teams' id (`29:…`) or the object id: who the 1:1 chat is opened with. */
  readonly memberId?: string | undefined;
}

/** Where receivers live, answered by the room that knows people and places. */
export interface AddressBook {
  /** `unreachable` when nothing is known of the receiver, or Teams has refused it and no contact came since. */
  find(receiver: Receiver): Promise<Address | 'unreachable'>;
  /** Keeps a 1:1 chat that was opened. */
  opened(receiver: Receiver, conversationId: string): Promise<void>;
  /** Teams refused the receiver for good: nothing more is tried until a contact comes from there. */
  park(receiver: Receiver, reason: string): Promise<void>;
}
