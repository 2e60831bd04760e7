import type { ContactBook } from '../bot/contact-book.ts';
import type { Actor, Conversation } from '../bot/turn.ts';
import type { Receiver } from '../outbox/delivery.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import { noteActive, noteInstalled, noteRemoved, placesOfTeam } from './known-places.ts';
import { placeDocumentId, places } from './model.ts';
import { noteContact } from './profiles.ts';
import type { RecentContacts } from './recent-contacts.ts';

interface ContactBookParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly recent: RecentContacts;
  readonly outbox: Pick<Outbox, 'relay' | 'wake'>;
}

/** Remembers people and places as they are met, and wakes what waits for them. */
export function contactBook({ store, clock, recent, outbox }: ContactBookParts): ContactBook {
  async function noteOnce(
    receiver: Receiver,
    how: readonly string[],
    note: () => Promise<void>,
  ): Promise<void> {
    const known = how.join('\n');
    if (recent.isNoted(receiver, known)) return;
    // Noted first: a receiver that turns out to be unreachable meanwhile is forgotten again.
    recent.noted(receiver, known);
    try {
      await note();
      await outbox.wake(receiver);
    } catch (error) {
      recent.forget(receiver);
      throw error;
    }
  }

  function heardPerson(actor: Actor, conversation: Conversation): Promise<void> {
    const { tenantId, personId, teamsUserId, name } = actor;
    const where = conversation.kind === 'personal' ? conversation.id : '';
    const today = clock.now().toISOString().slice(0, 10);
    return noteOnce(
      { kind: 'person', tenantId, personId },
      [today, teamsUserId, name, where, conversation.serviceUrl],
      () => noteContact(store, actor, conversation, today),
    );
  }

  return {
    async heard(actor, conversation) {
      await heardPerson(actor, conversation);
      if (conversation.kind === 'personal') return;
      const { tenantId } = actor;
      await noteOnce(
        { kind: 'place', tenantId, placeId: conversation.id },
        [conversation.serviceUrl, conversation.kind],
        () => noteActive(store, { tenantId, conversation, now: clock.now() }),
      );
    },
    async installed(tenantId, conversation, by) {
      recent.forgetAll();
      if (by) await heardPerson(by, conversation);
      const id = await noteInstalled(store, { tenantId, conversation, now: clock.now() }, by?.personId);
      await outbox.wake({ kind: 'place', tenantId, placeId: conversation.id });
      outbox.relay(places, tenantId, id);
    },
    async removed(tenantId, gone) {
      recent.forgetAll();
      const ids =
        'teamId' in gone ? await placesOfTeam(store, tenantId, gone.teamId) : [placeDocumentId(gone.placeId)];
      for (const id of ids) {
        await noteRemoved(store, tenantId, id, clock.now());
        outbox.relay(places, tenantId, id);
      }
    },
  };
}
