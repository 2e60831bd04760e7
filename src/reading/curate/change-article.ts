import { changeDocument } from '../../store/change-document.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Subjects } from '../../subjects/codes.ts';
import { dayMs } from '../../time/days.ts';
import { findableIn } from '../article.ts';
import { type Article, articles, type Done } from '../model.ts';

const featuredMs = 7 * dayMs;

/** What the innovation team may make of an article; each changes nothing where it is so already. */
export const curations = {
  hide: (article: Article, done: Done): Article | undefined =>
    article.hidden ? undefined : { ...article, hidden: done },
  show({ hidden, ...article }: Article): Article | undefined {
    return hidden && article;
  },
  /** For a week. What is hidden is not featured. */
  feature(article: Article, done: Done): Article | undefined {
    if (article.hidden || (article.featured && article.featured.until > done.at)) return undefined;
    const until = new Date(Date.parse(done.at) + featuredMs).toISOString();
    return { ...article, featured: { ...done, until } };
  },
  unfeature({ featured, ...article }: Article): Article | undefined {
    return featured && article;
  },
} as const;

/** Changes an article and returns it as it then stands; undefined when there is none. */
export async function changeArticle(
  store: DocumentStore,
  tenant: string,
  id: string,
  change: (article: Article) => Article | undefined,
): Promise<Article | undefined> {
  return (await changeDocument(store, articles, tenant, id, change))?.body;
}

/** Its teaser and what it is about, as somebody of the innovation team wrote them. */
export function edited(
  { theme: _, ...article }: Article,
  { teaser, theme, topics }: { teaser: string } & Subjects,
  done: Done,
): Article {
  const next = { ...article, teaser, ...(theme && { theme }), topics: [...topics], edited: done };
  return { ...next, findable: findableIn(next) };
}
