import type { Known } from '../../src/digests/model.ts';
import { type Article, articles, type CaseStudy, cases, type ShippedCase } from '../../src/reading/model.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { type Topic, topics } from '../../src/subjects/codes.ts';

export const tenantId = 'sample-tenant';

type FeedArticle = Extract<Article, { kind: 'feed' }>;

/** An article that came from a feed at an instant. */
export function sampleArticle(name: string, at: string, more: Partial<FeedArticle> = {}): Known<Article> {
  const id = `article-${name}`;
  const body = {
    kind: 'feed' as const,
    title: `Sample article: ${name}`,
    teaser: `Sample teaser of ${name}.`,
    source: { name: 'Sample source' },
    publishedAt: at,
    addedAt: at,
    link: `https://news.example/${name}`,
    topics: [],
    findable: [],
    sameness: `sameness of ${name}`,
    ...more,
  };
  return { id, body: { ...body, order: `${body.publishedAt} ${id}` } };
}

export async function addArticle(store: DocumentStore, ...known: readonly Known<Article>[]): Promise<void> {
  await store.createMany(articles, tenantId, known);
}

const alphabet = 'abcdefghijklm';

/** As many case studies as there are pilots, each about one topic, in the order of their places. */
export const thirteenCases: readonly Known<CaseStudy>[] = topics.map((topic, index) =>
  sampleCase(alphabet.charAt(index), [topic]),
);

export function sampleCase(
  name: string,
  about: readonly Topic[],
  more: Partial<ShippedCase> = {},
): Known<ShippedCase> {
  return {
    id: `case-${name}`,
    body: {
      code: `sample-${name}`,
      place: `Sample place ${name}`,
      region: 'Sample region',
      lookedAt: `Sample: what pilot ${name} looked at.`,
      figures: [],
      sources: ['Sample review'],
      topics: [...about],
      confidence: 'high',
      contentVersion: 1,
      ...more,
    },
  };
}

export async function addCases(store: DocumentStore, known = thirteenCases): Promise<void> {
  await store.createMany(cases, tenantId, known);
}
