import type { Actor, Conversation } from './turn.ts';

/** What the edge notices about people and places, told to the room that remembers them. */
export interface ContactBook {
  /** A person did something somewhere: whatever waits for them can be tried again. */
  heard(actor: Actor, conversation: Conversation): Promise<void>;
  /** The bot was added to a conversation. */
  installed(tenantId: string, conversation: Conversation, by: Actor | undefined): Promise<void>;
  /** The bot was removed from a conversation or from a whole team, or the conversation is gone. */
  removed(
    tenantId: string,
    gone: { readonly placeId: string } | { readonly teamId: string },
    reason: string,
  ): Promise<void>;
}
