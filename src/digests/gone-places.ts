import type { Listener } from '../outbox/listener.ts';
import { placeRemoved } from '../people/known-places.ts';
import { places } from '../people/model.ts';
import type { DigestParts } from './parts.ts';
import { deactivate } from './service.ts';

/** Ends the digest of a place that the bot was removed from, unless it has come back before this was heard. */
export const stopWherePlacesGo = (parts: Pick<DigestParts, 'store'>): Listener => ({
  event: placeRemoved,
  async *plan({ partition: tenantId, documentId }) {
    const place = await parts.store.get(places, tenantId, documentId);
    if (place?.body.state !== 'removed') return;
    await deactivate(parts, { tenantId, placeId: place.body.placeId });
    yield [];
  },
});
