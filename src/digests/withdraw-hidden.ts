import { isTakenBack, storedCase } from '../reading/cases.ts';
import { articles } from '../reading/model.ts';
import { everyDocument } from '../store/every-document.ts';
import { dayMs } from '../time/days.ts';
import type { Job } from '../time/job.ts';
import { correctEdition } from './edition-delivery.ts';
import { editions } from './model.ts';
import type { DigestParts } from './parts.ts';

const looksBackMs = 14 * dayMs;
const pageSize = 200;

/** Takes articles that the editors hid and case studies that they took back out of the digests of the last two weeks, in the messages as they stand. */
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
          for (const article of body.articleIds) if (await isHidden('article', article)) hidden.push(article);
          const study = body.caseId;
          const isBack = study !== undefined && (await isHidden('case', study));
          const without = isBack ? [...hidden, study] : hidden;
          if (without.every((one) => body.correction?.without.includes(one))) continue;
          const note = words.say(isBack ? 'digests.edition.withdrawnCase' : 'digests.edition.withdrawn', {
            articles: hidden.length,
          });
          await correctEdition(parts, tenantId, id, note, without);
          parts.relay(editions, tenantId, id);
        }
      }
    },
  };
}

/** Many editions tell the same: each article and case study is read once. */
function hiddenOnce({ store }: DigestParts, tenantId: string) {
  const known = new Map<string, boolean>();
  const isHidden = async (kind: 'article' | 'case', id: string): Promise<boolean> => {
    if (kind === 'article') return (await store.get(articles, tenantId, id))?.body.hidden !== undefined;
    const study = await storedCase(store, tenantId, id);
    return study !== undefined && isTakenBack(study);
  };
  return async (kind: 'article' | 'case', id: string): Promise<boolean> => {
    const found = known.get(id) ?? (await isHidden(kind, id));
    known.set(id, found);
    return found;
  };
}
