import type { DocumentStore } from '../../store/document-store.ts';
import { neighboursOf } from '../article.ts';
import { articles } from '../model.ts';
import type { NewArticle } from './article-from-entry.ts';

/**
 * Stores the articles that are not there yet and returns how many those were. One is there already when its page is,
 * when an article of the same title came on the same day under another address, or from another source on the day
 * before or after.
 * @param found at most 300, of one source.
 */
export async function addArticles(
  store: DocumentStore,
  tenant: string,
  found: readonly NewArticle[],
): Promise<number> {
  const distinct = distinctBySameness(found);
  if (distinct.length === 0) return 0;
  const looked = distinct.flatMap(({ body }) => [body.sameness, ...neighboursOf(body.sameness)]);
  const alike = await store.query(articles, tenant, {
    where: { sameness: { in: [...new Set(looked)] } },
    limit: 1_000,
  });
  const held = alike.documents.flatMap(({ id, body }) =>
    body.kind === 'feed' ? [{ id, sameness: body.sameness, source: body.source.name }] : [],
  );
  const fresh = distinct.filter(({ id, body }) => {
    const near = neighboursOf(body.sameness);
    return !held.some(
      (other) =>
        other.id !== id &&
        (other.sameness === body.sameness ||
          (other.source !== body.source.name && near.includes(other.sameness))),
    );
  });
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
