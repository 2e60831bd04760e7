import type { DocumentStore } from '../../store/document-store.ts';
import { articles } from '../model.ts';
import type { NewArticle } from './article-from-entry.ts';

/**
 * Stores the articles that are not there yet and returns how many those were. One is there already when its page is,
 * or when an article of the same title came on the same day under another address.
 * @param found at most 1,000.
 */
export async function addArticles(
  store: DocumentStore,
  tenant: string,
  found: readonly NewArticle[],
): Promise<number> {
  const distinct = distinctBySameness(found);
  if (distinct.length === 0) return 0;
  const alike = await store.query(articles, tenant, {
    where: { sameness: { in: distinct.map(({ body }) => body.sameness) } },
    limit: 1_000,
  });
  const heldBy = new Map(
    alike.documents.flatMap(({ id, body }) => (body.kind === 'feed' ? [[body.sameness, id] as const] : [])),
  );
  const fresh = distinct.filter(({ id, body }) => (heldBy.get(body.sameness) ?? id) === id);
  return (await store.createMany(articles, tenant, fresh)).length;
}

function distinctBySameness(found: readonly NewArticle[]): NewArticle[] {
  const ids = new Set<string>();
  const titles = new Set<string>();
  return found.filter(({ id, body }) => {
    const isNew = !ids.has(id) && !titles.has(body.sameness);
    ids.add(id);
    titles.add(body.sameness);
    return isNew;
  });
}
