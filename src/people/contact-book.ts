import type { ContactBook } from '../bot/contact-book.ts';
import type { Actor, Conversation } from '../bot/turn.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import { noteActive, noteInstalled, noteRemoved, placesOfTeam } from './known-places.ts';
import { placeDocumentId, places } from './model.ts';
import { noteContact } from './profiles.ts';

interface ContactBookParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly outbox: Pick<Outbox, 'relay' | 'wake'>;
}

// A contact that was noted in the last ten minutes in this process is not noted again.
const rememberMs = 600_000;
const mostRemembered = 20_000;

/** Remembers people and places as they are met. */
export function contactBook({ store, clock, outbox }: ContactBookParts): ContactBook {
  const noted = new Set<string>();
  const isNew = (...contact: string[]): string | undefined => {
    const key = JSON.stringify([Math.floor(clock.now().getTime() / rememberMs), ...contact]);
    if (noted.has(key)) return undefined;
    if (noted.size >= mostRemembered) noted.clear();
    return key;
  };

  async function heardPerson(actor: Actor, conversation: Conversation, today: string): Promise<void> {
    const { tenantId, personId, teamsUserId, name } = actor;
    const where = conversation.kind === 'personal' ? conversation.id : '';
    const key = isNew(tenantId, personId, teamsUserId, name, where, conversation.serviceUrl);
    if (!key) return;
    await noteContact(store, actor, conversation, today);
    await outbox.wake({ kind: 'person', tenantId, personId });
    noted.add(key);
  }

  async function heardPlace(tenantId: string, conversation: Conversation): Promise<void> {
    const key = isNew(tenantId, conversation.id, conversation.serviceUrl);
    if (!key) return;
    await noteActive(store, { tenantId, conversation, now: clock.now() });
    await outbox.wake({ kind: 'place', tenantId, placeId: conversation.id });
    noted.add(key);
  }

  return {
    async heard(actor, conversation) {
      const today = clock.now().toISOString().slice(0, 10);
      await heardPerson(actor, conversation, today);
      if (conversation.kind !== 'personal') await heardPlace(actor.tenantId, conversation);
    },
    async installed(tenantId, conversation, by) {
      const now = clock.now();
      noted.clear();
      if (by) await heardPerson(by, conversation, now.toISOString().slice(0, 10));
      const id = await noteInstalled(store, { tenantId, conversation, now }, by?.personId);
      await outbox.wake({ kind: 'place', tenantId, placeId: conversation.id });
      outbox.relay(places, tenantId, id);
    },
    async removed(tenantId, gone) {
      const ids =
        'teamId' in gone ? await placesOfTeam(store, tenantId, gone.teamId) : [placeDocumentId(gone.placeId)];
      for (const id of ids) {
        await noteRemoved(store, tenantId, id, clock.now());
        outbox.relay(places, tenantId, id);
      }
      noted.clear();
    },
  };
}
