import type { DocumentStore } from '../../store/document-store.ts';
import { type Submission, submissions } from '../model.ts';
import { isOpenToAll } from '../open-ideas.ts';
import type { SearchThread } from './search-thread.ts';

/** Finds ideas that everybody may see by words in them, of which the last may be unfinished. */
export type FindIdeas = (tenantId: string, text: string) => Promise<readonly Submission[]>;

export const mostFound = 8;

// Some of what is found may not be shown any more.
const mostLookedAt = 2 * mostFound;

/** Searches the index, and shows what it finds as the store has it now, the newest first. */
export function findIdeas(store: DocumentStore, search: SearchThread): FindIdeas {
  return async (tenant, text) => {
    const found = await search.findAll(`${tenant}/ideas`, text, mostLookedAt);
    const stored = await Promise.all(found.map(({ id }) => store.get(submissions, tenant, id)));
    return stored
      .flatMap((document) => (document && isOpenToAll(document.body) ? [document.body] : []))
      .slice(0, mostFound)
      .sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1));
  };
}
