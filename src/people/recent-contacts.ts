import { type Receiver, receiverKey } from '../outbox/delivery.ts';
import type { Clock } from '../time/clock.ts';

const rememberMs = 600_000;
const mostRemembered = 20_000;

/** Contacts this process has noted in the last ten minutes, so that not every turn asks the store. */
export interface RecentContacts {
  /** @param how everything that is noted of the contact; when it differs, the contact is a new one. */
  isNoted(receiver: Receiver, how: string): boolean;
  noted(receiver: Receiver, how: string): void;
  /** The next contact counts as new: what is known of the receiver has changed. */
  forget(receiver: Receiver): void;
  forgetAll(): void;
}

export function recentContacts(clock: Clock): RecentContacts {
  const contacts = new Map<string, { readonly how: string; readonly until: number }>();
  return {
    isNoted(receiver, how) {
      const contact = contacts.get(receiverKey(receiver));
      return contact !== undefined && contact.how === how && contact.until > clock.now().getTime();
    },
    noted(receiver, how) {
      if (contacts.size >= mostRemembered) contacts.clear();
      contacts.set(receiverKey(receiver), { how, until: clock.now().getTime() + rememberMs });
    },
    forget: (receiver) => void contacts.delete(receiverKey(receiver)),
    forgetAll: () => contacts.clear(),
  };
}
