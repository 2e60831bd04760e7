import { isShown } from '../../reading/article.ts';
import { caseById } from '../../reading/cases.ts';
import { articles } from '../../reading/model.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { pause } from '../../time/pause.ts';
import { submissions } from '../model.ts';
import {
  type AlikeReading,
  type FindAlike,
  mayBeShown,
  mostIdeas,
  mostReading,
  nothingAlike,
} from './alike.ts';
import { type MatchedCase, matchingCases } from './matching-cases.ts';
import type { SearchThread } from './search-thread.ts';
import { textOf } from './text-of.ts';

// Some of what is found may not be shown any more.
const mostLookedAt = 2 * mostIdeas;

interface FindParts {
  readonly store: DocumentStore;
  readonly telemetry: Telemetry;
  readonly search: SearchThread;
  readonly casesOf: (tenantId: string) => readonly MatchedCase[];
  /** How long a person waits for it at the most. */
  readonly withinMs: number;
}

/** Searches the index, and shows what it finds as the store has it now: the index may be some seconds behind. */
export function findAlike({ store, telemetry, search, casesOf, withinMs }: FindParts): FindAlike {
  async function ideasAlike(tenant: string, text: string) {
    const found = await search.find(`${tenant}/ideas`, text, mostLookedAt);
    const stored = await Promise.all(found.map(({ id }) => store.get(submissions, tenant, id)));
    for (const [at, { id }] of found.entries()) if (!stored[at]) search.remove(`${tenant}/ideas`, id);
    return stored
      .flatMap((document) => (document && mayBeShown(document.body) ? [document.body] : []))
      .slice(0, mostIdeas);
  }

  async function readingAlike(tenant: string, text: string): Promise<AlikeReading[]> {
    const studies = matchingCases(casesOf(tenant), text, mostReading).map(async (id) => {
      const study = await caseById(store, tenant, id);
      return study ? [{ kind: 'case', id, study } as const] : [];
    });
    const news = (await search.find(`${tenant}/articles`, text, mostReading)).map(async ({ id }) => {
      const article = (await store.get(articles, tenant, id))?.body;
      return article && isShown(article) ? [{ kind: 'article', id, article } as const] : [];
    });
    return (await Promise.all([...studies, ...news])).flat().slice(0, mostReading);
  }

  return async (tenant, idea) => {
    const text = textOf(idea);
    const looked = Promise.all([ideasAlike(tenant, text), readingAlike(tenant, text)])
      .then(([ideas, reading]) => ({ ideas, reading }))
      .catch((error: unknown) => {
        telemetry.error('evidence.findFailed', error);
        return nothingAlike;
      });
    const enough = new AbortController();
    const late = pause(withinMs, enough.signal).then(() => nothingAlike);
    return Promise.race([looked, late]).finally(() => enough.abort());
  };
}
