import { stepEvent } from '../ideas/steps.ts';
import type { Listener } from '../outbox/listener.ts';
import { changeDocument } from '../store/change-document.ts';
import { everyDocument } from '../store/every-document.ts';
import { dayMs } from '../time/days.ts';
import { correction } from './edition-delivery.ts';
import { editions } from './model.ts';
import type { DigestParts } from './parts.ts';

// As far back as articles that are hidden are taken out.
const looksBackMs = 14 * dayMs;
const pageSize = 200;

/** Once words were removed from an idea, the digests of the last two weeks that told of it are redrawn where they stand. */
export const redrawRedacted = ({ store, clock, words, relay }: DigestParts): Listener => ({
  event: stepEvent('redacted'),
  async *plan({ id: event, partition: tenantId, documentId }) {
    yield [];
    const above = new Date(clock.now().getTime() - looksBackMs).toISOString();
    const recent = everyDocument(store, editions, tenantId, {
      where: { composedAt: { above } },
      orderBy: { field: 'composedAt', direction: 'ascending' },
      limit: pageSize,
    });
    for await (const { id, body } of recent) {
      if (!body.ideas.includes(documentId) && !body.projects.includes(documentId)) continue;
      await changeDocument(store, editions, tenantId, id, (edition) =>
        edition.correction?.because === event
          ? undefined
          : correction(id, edition, {
              note: edition.correction?.note ?? words.say('digests.edition.redacted'),
              without: edition.correction?.without ?? [],
              because: event,
              now: clock.now(),
            }),
      );
      relay(editions, tenantId, id);
    }
  },
});
