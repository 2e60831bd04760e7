import type { Turn } from '../bot/turn.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { noteActive } from './known-places.ts';
import { type Place, placeDocumentId, places } from './model.ts';

/** Sets something of the place of a turn, which need not be known before. Returns false when it stood so already. */
export async function setOfPlace(
  store: DocumentStore,
  { actor: { tenantId }, conversation, now }: Turn,
  set: (place: Place) => Place | undefined,
): Promise<boolean> {
  await noteActive(store, { tenantId, conversation, now });
  let changed = false;
  await changeDocument(store, places, tenantId, placeDocumentId(conversation.id), (place) => {
    const next = set(place);
    changed = next !== undefined;
    return next;
  });
  return changed;
}
