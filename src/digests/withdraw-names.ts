import { thanksChanged } from '../ideas/thanks.ts';
import { withEvent } from '../outbox/event.ts';
import type { Listener } from '../outbox/listener.ts';
import { changeDocument } from '../store/change-document.ts';
import { everyDocument } from '../store/every-document.ts';
import { dayMs } from '../time/days.ts';
import { editionCorrected } from './edition-delivery.ts';
import { editions } from './model.ts';
import type { DigestParts } from './parts.ts';

// As long as an edition may be corrected.
const looksBackMs = 90 * dayMs;
const pageSize = 200;

/** Who takes back that they are thanked by name is named in no digest any more, nor in those that stand. */
export const withdrawNames = ({ store, relay }: Pick<DigestParts, 'store' | 'relay'>): Listener => ({
  event: thanksChanged,
  async *plan({ id: event, at, partition: tenantId, documentId: reference, data: { why } }) {
    yield [];
    if (why !== 'takenBack') return;
    const above = new Date(Date.parse(at) - looksBackMs).toISOString();
    for await (const { id, body } of everyDocument(store, editions, tenantId, {
      where: { composedAt: { above } },
      orderBy: { field: 'composedAt', direction: 'ascending' },
      limit: pageSize,
    })) {
      if (!body.ideas.includes(reference)) continue;
      await changeDocument(store, editions, tenantId, id, (edition) =>
        edition.events.some((pending) => pending.id === `${event}/${id}`)
          ? undefined
          : withEvent(edition, { id: `${event}/${id}`, type: editionCorrected, at, data: {} }),
      );
      relay(editions, tenantId, id);
    }
  },
});
