import type { Address, AddressBook } from '../outbox/address-book.ts';
import { mailAddress } from '../outbox/by-mail.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import { placeDocumentId, places } from './model.ts';
import { changeProfile, profileOf } from './profiles.ts';
import type { RecentContacts } from './recent-contacts.ts';

/** Where receivers are reached, from the profiles and places that are kept. */
export function addressBook(store: DocumentStore, clock: Clock, recent: RecentContacts): AddressBook {
  return {
    async find(receiver): Promise<Address | 'unreachable'> {
      if (receiver.kind === 'mail') return mailAddress(receiver);
      const { tenantId } = receiver;
      if (receiver.kind === 'person') {
        const person = await profileOf(store, tenantId, receiver.personId);
        if (!person || person.unreachable) return 'unreachable';
        const { serviceUrl, conversationId, teamsUserId: memberId } = person;
        return { tenantId, serviceUrl, conversationId, memberId };
      }
      const place = (await store.get(places, tenantId, placeDocumentId(receiver.placeId)))?.body;
      if (!place || place.unreachable || place.state === 'removed') return 'unreachable';
      return { tenantId, serviceUrl: place.serviceUrl, conversationId: place.placeId };
    },
    async opened(receiver, conversationId) {
      if (receiver.kind !== 'person') return;
      await changeProfile(store, receiver.tenantId, receiver.personId, (person) => ({
        ...person,
        conversationId,
      }));
    },
    async park(receiver, reason) {
      // An address is tried again for every new message: nothing is kept of it.
      if (receiver.kind === 'mail') return;
      recent.forget(receiver);
      const unreachable = { since: clock.now().toISOString(), reason };
      if (receiver.kind === 'place') {
        await changeDocument(
          store,
          places,
          receiver.tenantId,
          placeDocumentId(receiver.placeId),
          (place) => ({
            ...place,
            unreachable,
          }),
        );
        return;
      }
      await changeProfile(store, receiver.tenantId, receiver.personId, (person) => {
        // Teams drops the 1:1 chat of one who blocked or removed the bot: the next contact opens it anew.
        const { conversationId, ...rest } = person;
        return { ...rest, unreachable };
      });
    },
  };
}
