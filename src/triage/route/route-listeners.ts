import { openStates } from '../../ideas/lifecycle.ts';
import { submissions } from '../../ideas/model.ts';
import { stepEvent, submissionOf } from '../../ideas/steps.ts';
import type { Listener } from '../../outbox/listener.ts';
import { triagePlaced, triagePlaceFor, triagePlacesOf } from '../../people/triage-place.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { everyDocument } from '../../store/every-document.ts';
import { post } from '../card-keys.ts';
import { closeCards } from '../moved-card.ts';

const batchSize = 100;

/** The cards follow: when a channel is chosen or moved, and when an idea changes to another service area. */
export function routeListeners(store: DocumentStore): readonly Listener[] {
  const onPlaced: Listener = {
    event: triagePlaced,
    async *plan({ id, partition: tenantId, data: { place = '', service, from, fromMoves = '0' } }) {
      const left = from === undefined || from === place ? undefined : from;
      const open = everyDocument(store, submissions, tenantId, {
        where: { state: { in: openStates } },
        orderBy: { field: 'createdAt', direction: 'ascending' },
        limit: batchSize,
      });
      for await (const { body } of open) {
        if (service !== undefined && body.service !== service) continue;
        const now = await triagePlaceFor(store, tenantId, body.service);
        // Moved once more meanwhile, or of a service with a channel of its own.
        if (now?.placeId !== place) continue;
        yield [
          post(tenantId, now, body.reference),
          ...(left ? closeCards(id, tenantId, { placeId: left, moves: Number(fromMoves) }, body) : []),
        ];
      }
    },
  };
  const onServiceChanged = (step: 'edited' | 'corrected'): Listener => ({
    event: stepEvent(step),
    async *plan({ id, partition: tenantId, documentId }, reads) {
      const places = await triagePlacesOf(store, tenantId);
      if (places.length < 2) return;
      const submission = await submissionOf(reads, tenantId, documentId);
      const now = submission && (await triagePlaceFor(reads, tenantId, submission.service));
      if (!now) return;
      const others = places.filter(({ placeId }) => placeId !== now.placeId);
      yield [
        post(tenantId, now, documentId),
        ...others.flatMap((place) => closeCards(id, tenantId, place, submission)),
      ];
    },
  });
  return [onPlaced, onServiceChanged('edited'), onServiceChanged('corrected')];
}
