import type { Listener } from '../outbox/listener.ts';
import { placeRemoved } from '../people/known-places.ts';
import type { DigestParts } from './parts.ts';
import { deactivate } from './service.ts';

/** Ends the digest of a place that the bot was removed from. */
export const stopWherePlacesGo = (parts: Pick<DigestParts, 'store'>): Listener => ({
  event: placeRemoved,
  async *plan({ partition: tenantId, data: { place } }) {
    if (place !== undefined) await deactivate(parts, { tenantId, placeId: place });
    yield [];
  },
});
