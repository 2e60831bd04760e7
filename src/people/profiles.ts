import type { Actor, Conversation } from '../bot/turn.ts';
import { changeDocument } from '../store/change-document.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { type Person, people, personPartition } from './model.ts';

/** What is kept of a person: how to reach them, and what they chose. */
export async function profileOf(
  store: DocumentStore,
  tenantId: string,
  personId: string,
): Promise<Person | undefined> {
  return (await store.get(people, personPartition(tenantId, personId), personId))?.body;
}

/** Offers the service area again next time. Does nothing for a person without a profile. */
export async function rememberService(store: DocumentStore, actor: Actor, service: string): Promise<void> {
  await changeProfile(store, actor.tenantId, actor.personId, (person) =>
    person.service === service ? undefined : { ...person, service },
  );
}

/** Changes a profile that exists; `change` returns undefined to leave it. */
export async function changeProfile(
  store: DocumentStore,
  tenantId: string,
  personId: string,
  change: (person: Person) => Person | undefined,
): Promise<void> {
  await changeDocument(store, people, personPartition(tenantId, personId), personId, change);
}

/** Notes how a person can be reached now; a contact makes a person reachable again. */
export async function noteContact(
  store: DocumentStore,
  actor: Actor,
  conversation: Conversation,
  today: string,
): Promise<void> {
  const seen = {
    name: actor.name,
    teamsUserId: actor.teamsUserId,
    serviceUrl: conversation.serviceUrl,
    ...(conversation.kind === 'personal' && { conversationId: conversation.id }),
  };
  const partition = personPartition(actor.tenantId, actor.personId);
  const known = await changeDocument(store, people, partition, actor.personId, (person) => {
    const { unreachable, ...rest } = person;
    const next = { ...rest, ...seen, name: seen.name || person.name, lastSeenOn: today };
    return unreachable || !sameContact(person, next) ? next : undefined;
  });
  if (known) return;
  const body = { personId: actor.personId, ...seen, lastSeenOn: today };
  try {
    await store.create(people, partition, { id: actor.personId, body });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
  }
}

const sameContact = (a: Person, b: Person): boolean =>
  a.name === b.name &&
  a.teamsUserId === b.teamsUserId &&
  a.serviceUrl === b.serviceUrl &&
  a.conversationId === b.conversationId &&
  a.lastSeenOn === b.lastSeenOn;
