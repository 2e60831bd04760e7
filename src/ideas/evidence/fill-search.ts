import { setImmediate as nextTurn } from 'node:timers/promises';
import { articles } from '../../reading/model.ts';
import type { Collection } from '../../store/collection.ts';
import type { DocumentStore, StoredDocument } from '../../store/document-store.ts';
import { everyPage } from '../../store/every-document.ts';
import { submissions } from '../model.ts';
import { mayBeShown } from './alike.ts';
import type { SearchText } from './search-messages.ts';
import type { SearchThread } from './search-thread.ts';
import { textOf } from './text-of.ts';

// Small enough that reading a page does not hold up a turn for long.
const pageSize = 250;

/**
 * Puts every submission that was stored since an instant on its shelf, the newest first; all of them when it is
 * absent. Those that are not for everybody to see never get there.
 */
export const fillIdeas = (store: DocumentStore, search: SearchThread, tenant: string, since?: string) =>
  eachSince(store, submissions, 'createdAt', tenant, since, (page) => {
    search.add(
      `${tenant}/ideas`,
      page.flatMap(({ id, body }): SearchText[] => (mayBeShown(body) ? [{ id, text: textOf(body) }] : [])),
    );
  });

export const fillArticles = (store: DocumentStore, search: SearchThread, tenant: string, since?: string) =>
  eachSince(store, articles, 'addedAt', tenant, since, (page) => {
    search.add(
      `${tenant}/articles`,
      page.map(({ id, body }) => ({ id, text: `${body.title}\n${body.teaser}` })),
    );
  });

async function eachSince<B extends object, F extends string>(
  store: DocumentStore,
  collection: Collection<B, F>,
  field: NoInfer<F>,
  tenant: string,
  since: string | undefined,
  take: (page: readonly StoredDocument<B>[]) => void,
): Promise<void> {
  const where: { [K in F]?: { atLeast: string } } = {};
  if (since) where[field] = { atLeast: since };
  const found = everyPage(store, collection, tenant, {
    where,
    orderBy: { field, direction: 'descending' },
    limit: pageSize,
  });
  for await (const page of found) {
    take(page);
    await nextTurn();
  }
}
