import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { isShown } from './article.ts';
import { type Article, articles, type CaseStudy, cases } from './model.ts';

export interface Alike {
  readonly articles: readonly StoredDocument<Article>[];
  readonly cases: readonly StoredDocument<CaseStudy>[];
}

const mostArticles = 4;
const mostCases = 2;
const mostRead = 100;
const mostWords = 4;

/** Articles and case studies most like one: of its topics and theme, and with its words; the newest of equal ones. */
export async function alikeTo(
  store: DocumentStore,
  tenant: string,
  { id, body }: StoredDocument<Article>,
): Promise<Alike> {
  // Long words tell more of what a text is about than short ones.
  const words = body.findable.toSorted((a, b) => b.length - a.length).slice(0, mostWords);
  const conditions = [
    ...body.topics.map((topic) => ({ topics: { contains: topic } })),
    ...(body.theme ? [{ theme: body.theme }] : []),
    ...words.map((stem) => ({ findable: { contains: stem } })),
  ];
  const pages = await Promise.all(
    conditions.map((where) =>
      store.query(articles, tenant, {
        where,
        orderBy: { field: 'order', direction: 'descending' },
        limit: mostRead,
      }),
    ),
  );
  const found = new Map(pages.flatMap(({ documents }) => documents.map((one) => [one.id, one] as const)));
  const ranked = [...found.values()]
    .filter((one) => one.id !== id && isShown(one.body))
    .map((one) => ({ one, score: likeness(body, one.body) }))
    .filter(({ score }) => score >= enough)
    .toSorted((a, b) => b.score - a.score || (a.one.body.order < b.one.body.order ? 1 : -1));
  const studies = await store.query(cases, tenant, { limit: mostRead });
  return {
    articles: ranked.slice(0, mostArticles).map(({ one }) => one),
    cases: studies.documents
      .map((study) => ({ study, shared: sharedIn(body.topics, study.body.topics) }))
      .filter(({ shared }) => shared > 0)
      .toSorted((a, b) => b.shared - a.shared || a.study.body.place.localeCompare(b.study.body.place, 'en'))
      .slice(0, mostCases)
      .map(({ study }) => study),
  };
}

// A topic tells more than a word. One word alone is chance.
const enough = 2;

const likeness = (one: Article, other: Article): number =>
  3 * sharedIn(one.topics, other.topics) +
  (one.theme !== undefined && one.theme === other.theme ? 2 : 0) +
  sharedIn(one.findable, other.findable);

const sharedIn = (one: readonly string[], other: readonly string[]): number =>
  one.filter((item) => other.includes(item)).length;
