import type { Turn } from '../bot/turn.ts';
import { noEvents, type PendingEvent, withEvent } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { type TriagePlace, triagePlaceId, triagePlaces } from './model.ts';

/**
 * Raised when a channel becomes a triage channel: `data.place` is its id, `data.service` the area it is for, `data.from`
 * the channel where those ideas were decided before and `data.fromMoves` how often that one had been moved.
 */
export const triagePlaced = 'triage.placed';

// One for each service area; a council has some dozens.
const mostPlaces = 200;

/** Where ideas are decided that have no channel of their own, or undefined while nobody has said so. */
export async function triagePlaceOf(
  store: Pick<DocumentStore, 'get'>,
  tenantId: string,
): Promise<TriagePlace | undefined> {
  return (await store.get(triagePlaces, tenantId, triagePlaceId()))?.body;
}

/** Where the ideas of a service area are decided. */
export async function triagePlaceFor(
  store: Pick<DocumentStore, 'get'>,
  tenantId: string,
  service: string | undefined,
): Promise<TriagePlace | undefined> {
  const own =
    service === undefined ? undefined : await store.get(triagePlaces, tenantId, triagePlaceId(service));
  return own ? own.body : triagePlaceOf(store, tenantId);
}

/** Every channel where ideas are decided. */
export async function triagePlacesOf(
  store: DocumentStore,
  tenantId: string,
): Promise<readonly TriagePlace[]> {
  const { documents } = await store.query(triagePlaces, tenantId, { limit: mostPlaces });
  return documents.map(({ body }) => body);
}

/** Whether a conversation is one where ideas are decided. */
export async function isTriagePlace(
  store: DocumentStore,
  tenantId: string,
  placeId: string,
): Promise<boolean> {
  return (await triagePlacesOf(store, tenantId)).some((place) => place.placeId === placeId);
}

/**
 * Makes the channel of the turn the triage channel, of one service area or of all that have none. Returns false when
 * it was that already. Throws when the turn is not in a channel.
 */
export async function setTriagePlace(store: DocumentStore, turn: Turn, service?: string): Promise<boolean> {
  const { conversation, actor, now } = turn;
  if (conversation.kind !== 'channel') throw new Error('Only a channel of a team can be the triage channel');
  const id = triagePlaceId(service);
  const at = now.toISOString();
  const chosen = {
    ...(service !== undefined && { service }),
    placeId: conversation.id,
    teamId: conversation.teamId,
    serviceUrl: conversation.serviceUrl,
    setBy: actor.personId,
    setAt: at,
  };
  const placed = (from: TriagePlace | undefined): PendingEvent => ({
    id: `triagePlaces/${id}/${at}`,
    type: triagePlaced,
    at,
    data: {
      place: conversation.id,
      ...(service !== undefined && { service }),
      ...(from && { from: from.placeId, fromMoves: String(from.moves) }),
    },
  });
  let changed = true;
  const change = (place: TriagePlace) => {
    changed = place.placeId !== chosen.placeId;
    return changed ? withEvent({ ...place, ...chosen, moves: place.moves + 1 }, placed(place)) : undefined;
  };
  if (await changeDocument(store, triagePlaces, actor.tenantId, id, change)) return changed;
  // The ideas of a service that gets its own channel leave the one for all.
  const before = service === undefined ? undefined : await triagePlaceOf(store, actor.tenantId);
  try {
    const body = withEvent({ ...chosen, moves: 0, ...noEvents }, placed(before));
    await store.create(triagePlaces, actor.tenantId, { id, body });
    return true;
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    await changeDocument(store, triagePlaces, actor.tenantId, id, change);
    return changed;
  }
}
