import { articles } from '../reading/model.ts';
import { everyDocument } from '../store/every-document.ts';
import type { Job } from '../time/job.ts';
import { correctEdition } from './edition-delivery.ts';
import { editions } from './model.ts';
import type { DigestParts } from './parts.ts';

const looksBackMs = 14 * 24 * 60 * 60 * 1000;
const pageSize = 200;

/** Takes articles that the editors hid out of the digests of the last two weeks, in the messages as they stand. */
export function withdrawHidden(parts: DigestParts): Job {
  const { store, clock, words } = parts;
  return {
    name: 'digests.withdraw',
    everySeconds: 900,
    async run(signal) {
      const above = new Date(clock.now().getTime() - looksBackMs).toISOString();
      for (const tenantId of parts.tenants) {
        const isHidden = hiddenOnce(parts, tenantId);
        const recent = everyDocument(store, editions, tenantId, {
          where: { composedAt: { above } },
          orderBy: { field: 'composedAt', direction: 'ascending' },
          limit: pageSize,
        });
        for await (const { id, body } of recent) {
          if (signal.aborted) return;
          const hidden: string[] = [];
          for (const article of body.articleIds) if (await isHidden(article)) hidden.push(article);
          if (hidden.every((article) => body.correction?.without.includes(article))) continue;
          const note = words.say('digests.edition.withdrawn', { articles: hidden.length });
          await correctEdition(parts, tenantId, id, note, hidden);
          parts.relay(editions, tenantId, id);
        }
      }
    },
  };
}

/** Many editions tell the same articles: each is read once. */
function hiddenOnce({ store }: DigestParts, tenantId: string): (id: string) => Promise<boolean> {
  const known = new Map<string, boolean>();
  return async (id) => {
    const found = known.get(id) ?? (await store.get(articles, tenantId, id))?.body.hidden !== undefined;
    known.set(id, found);
    return found;
  };
}
