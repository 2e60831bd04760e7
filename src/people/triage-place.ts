import type { Turn } from '../bot/turn.ts';
import { noEvents, withEvent } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { type TriagePlace, triagePlaceId, triagePlaces } from './model.ts';

/** Raised when a channel becomes the triage channel; `data.place` is its id. */
export const triagePlaced = 'triage.placed';

/** Where a tenant's ideas are decided, or undefined while nobody has said so. */
export async function triagePlaceOf(
  store: DocumentStore,
  tenantId: string,
): Promise<TriagePlace | undefined> {
  return (await store.get(triagePlaces, tenantId, triagePlaceId))?.body;
}

/** Whether a conversation is where ideas are decided. */
export async function isTriagePlace(
  store: DocumentStore,
  tenantId: string,
  placeId: string,
): Promise<boolean> {
  return (await triagePlaceOf(store, tenantId))?.placeId === placeId;
}

/**
 * Makes the channel of the turn the triage channel. Returns false when it was that already.
 * Throws when the turn is not in a channel.
 */
export async function setTriagePlace(store: DocumentStore, turn: Turn): Promise<boolean> {
  const { conversation, actor, now } = turn;
  if (conversation.kind !== 'channel') throw new Error('Only a channel of a team can be the triage channel');
  const at = now.toISOString();
  const chosen = {
    placeId: conversation.id,
    teamId: conversation.teamId,
    serviceUrl: conversation.serviceUrl,
    setBy: actor.personId,
    setAt: at,
  };
  const placed = { id: `triagePlaces/${at}`, type: triagePlaced, at, data: { place: conversation.id } };
  let changed = true;
  const change = (place: TriagePlace) => {
    changed = place.placeId !== chosen.placeId;
    return changed ? withEvent({ ...place, ...chosen }, placed) : undefined;
  };
  if (await changeDocument(store, triagePlaces, actor.tenantId, triagePlaceId, change)) return changed;
  try {
    const body = withEvent({ ...chosen, ...noEvents }, placed);
    await store.create(triagePlaces, actor.tenantId, { id: triagePlaceId, body });
    return true;
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    await changeDocument(store, triagePlaces, actor.tenantId, triagePlaceId, change);
    return changed;
  }
}
