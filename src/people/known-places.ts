import type { Conversation } from '../bot/turn.ts';
import { noEvents, withEvent } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { type Place, placeDocumentId, places } from './model.ts';

/** Raised once for every time the bot comes to a place; `data.by` is the object id of who added it, if known. */
export const placeInstalled = 'place.installed';

/** Raised when the bot has left a place; `data.place` is its id. */
export const placeRemoved = 'place.removed';

export interface PlaceNote {
  readonly tenantId: string;
  readonly conversation: Conversation;
  readonly now: Date;
}

/**
 * Notes that the bot was added. Teams may say so in two ways at once and again at every upgrade; only the first time,
 * and a return after a removal, raise the event that welcomes. Returns the place's document id.
 */
export async function noteInstalled(
  store: DocumentStore,
  { tenantId, conversation, now }: PlaceNote,
  by: string | undefined,
): Promise<string> {
  const id = placeDocumentId(conversation.id);
  const arrive = (place: Place): Place => {
    const { unreachable, ...rest } = place;
    const installations = place.installations + 1;
    return withEvent(
      { ...rest, ...addressOf(conversation), state: 'active', installations },
      {
        id: `places/${id}/${installations}`,
        type: placeInstalled,
        at: now.toISOString(),
        data: { place: conversation.id, ...(by && { by }) },
      },
    );
  };
  await upsert(store, tenantId, conversation, (place) => {
    if (place.state === 'removed' || place.installations === 0) return arrive(place);
    return refreshed(place, conversation);
  });
  return id;
}

/** Notes a place that somebody speaks from, so that it can be written to; it needs no welcome. */
export async function noteActive(store: DocumentStore, { tenantId, conversation }: PlaceNote): Promise<void> {
  await upsert(store, tenantId, conversation, (place) => {
    if (place.state !== 'removed') return refreshed(place, conversation);
    const { unreachable, ...rest } = place;
    return { ...rest, ...addressOf(conversation), state: 'active' as const };
  });
}

/** Notes that the bot is gone from a place, if it knew the place. */
export async function noteRemoved(
  store: DocumentStore,
  tenantId: string,
  documentId: string,
  now: Date,
): Promise<void> {
  await changeDocument(store, places, tenantId, documentId, (place) =>
    place.state === 'removed'
      ? undefined
      : withEvent(
          { ...place, state: 'removed' as const },
          {
            id: `places/${documentId}/${place.installations}-removed`,
            type: placeRemoved,
            at: now.toISOString(),
            data: { place: place.placeId },
          },
        ),
  );
}

/** The document ids of a team's channels that are known. */
export async function placesOfTeam(
  store: DocumentStore,
  tenantId: string,
  teamId: string,
): Promise<readonly string[]> {
  const { documents } = await store.query(places, tenantId, { where: { teamId }, limit: 1000 });
  return documents.map(({ id }) => id);
}

async function upsert(
  store: DocumentStore,
  tenantId: string,
  conversation: Conversation,
  change: (place: Place) => Place | undefined,
): Promise<void> {
  const id = placeDocumentId(conversation.id);
  if (await changeDocument(store, places, tenantId, id, change)) return;
  const blank: Place = { ...addressOf(conversation), state: 'active', installations: 0, ...noEvents };
  try {
    await store.create(places, tenantId, { id, body: change(blank) ?? blank });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    await changeDocument(store, places, tenantId, id, change);
  }
}

function refreshed(place: Place, conversation: Conversation): Place | undefined {
  const { unreachable, ...rest } = place;
  const next = { ...rest, ...addressOf(conversation) };
  const same =
    next.serviceUrl === place.serviceUrl && next.teamId === place.teamId && next.kind === place.kind;
  return same && !unreachable ? undefined : next;
}

const addressOf = (conversation: Conversation) => ({
  kind: conversation.kind,
  placeId: conversation.id,
  serviceUrl: conversation.serviceUrl,
  ...(conversation.kind === 'channel' && { teamId: conversation.teamId }),
});
