import { articleOrder, findableIn, samenessOf } from '../../src/reading/article.ts';
import { type Article, articles } from '../../src/reading/model.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';

export const tenant = 'sample-tenant';

type FeedArticle = Extract<Article, { kind: 'feed' }>;

/** Adds articles numbered from 1, the newest last, an hour apart. */
export async function addSampleArticles(
  store: DocumentStore,
  count: number,
  more: (number: number) => Partial<FeedArticle> = () => ({}),
): Promise<void> {
  const documents = Array.from({ length: count }, (_, index) => sampleArticle(index + 1, more(index + 1)));
  await store.createMany(articles, tenant, documents);
}

export function sampleArticle(number: number, more: Partial<FeedArticle> = {}) {
  const id = `sample-${number}`;
  const publishedAt = more.publishedAt ?? new Date(Date.UTC(2026, 0, 1, number)).toISOString();
  const told = {
    title: `Sample article ${number}`,
    teaser: `Sample teaser of article ${number}.`,
    source: { name: 'Sample source' },
    ...more,
  };
  const body: FeedArticle = {
    kind: 'feed',
    publishedAt,
    addedAt: publishedAt,
    link: `https://news.example/${number}`,
    topics: [],
    sameness: samenessOf(told.title, publishedAt),
    findable: findableIn(told),
    order: articleOrder(publishedAt, id),
    ...told,
  };
  return { id, body };
}
