import type { AddressBook } from '../../src/outbox/address-book.ts';
import { type Receiver, receiverKey } from '../../src/outbox/delivery.ts';

/** Knows everybody; whose 1:1 chat is to be opened first must be named. */
export function sampleAddressBook(withoutChat: readonly Receiver[] = []) {
  const unknownChats = new Set(withoutChat.map(receiverKey));
  const opened = new Map<string, string>();
  const parkedFor = new Map<string, string>();
  const book: AddressBook = {
    async find(receiver) {
      const key = receiverKey(receiver);
      if (parkedFor.has(key)) return 'unreachable';
      const { tenantId } = receiver;
      const memberId = receiver.kind === 'person' ? receiver.personId : undefined;
      const conversationId = opened.get(key) ?? (unknownChats.has(key) ? undefined : key);
      return { tenantId, serviceUrl: 'https://smba.example', conversationId, memberId };
    },
    async opened(receiver, conversationId) {
      opened.set(receiverKey(receiver), conversationId);
    },
    async park(receiver, reason) {
      parkedFor.set(receiverKey(receiver), reason);
    },
  };
  return {
    book,
    opened,
    parkedFor,
    contactFrom: (receiver: Receiver) => parkedFor.delete(receiverKey(receiver)),
  };
}
