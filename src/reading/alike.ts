import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import type { Theme, Topic } from '../subjects/codes.ts';
import { stemsOf } from '../subjects/stems.ts';
import { isShown } from './article.ts';
import { caseName } from './case-name.ts';
import { allCases } from './cases.ts';
import { type Article, articles, type CaseStudy } from './model.ts';
import type { ReadItem } from './view-item.ts';

export interface Alike {
  readonly articles: readonly StoredDocument<Article>[];
  readonly cases: readonly StoredDocument<CaseStudy>[];
}

/** What a thing is about, by which others are like it. */
interface Matter {
  readonly topics: readonly Topic[];
  readonly theme?: Theme | undefined;
  readonly findable: readonly string[];
}

const mostArticles = 4;
const mostCases = 2;
const mostRead = 100;
const mostWords = 4;

/** Articles and case studies most like one: of its topics and theme, and with its words; the newest of equal ones. */
export async function alikeTo(
  store: DocumentStore,
  tenant: string,
  id: string,
  read: ReadItem,
): Promise<Alike> {
  const matter = matterOf(read);
  // Long words tell more of what a text is about than short ones.
  const words = matter.findable.toSorted((a, b) => b.length - a.length).slice(0, mostWords);
  const conditions = [
    ...matter.topics.map((topic) => ({ topics: { contains: topic } })),
    ...(matter.theme ? [{ theme: matter.theme }] : []),
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
    .map((one) => ({ one, score: likeness(matter, one.body) }))
    .filter(({ score }) => score >= enough)
    .toSorted((a, b) => b.score - a.score || (a.one.body.order < b.one.body.order ? 1 : -1));
  const studies = await allCases(store, tenant);
  return {
    articles: ranked.slice(0, mostArticles).map(({ one }) => one),
    cases: studies
      .filter((study) => study.id !== id)
      .map((study) => ({ study, shared: sharedIn(matter.topics, study.body.topics) }))
      .filter(({ shared }) => shared > 0)
      .toSorted((a, b) => b.shared - a.shared)
      .slice(0, mostCases)
      .map(({ study }) => study),
  };
}

function matterOf(read: ReadItem): Matter {
  if (read.kind === 'article') return read.article;
  const { study } = read;
  return { ...study, findable: [...new Set(stemsOf(`${caseName(study)} ${study.lookedAt}`))] };
}

// A topic tells more than a word. One word alone is chance.
const enough = 2;

const likeness = (one: Matter, other: Article): number =>
  3 * sharedIn(one.topics, other.topics) +
  (one.theme !== undefined && one.theme === other.theme ? 2 : 0) +
  sharedIn(one.findable, other.findable);

const sharedIn = (one: readonly string[], other: readonly string[]): number =>
  one.filter((item) => other.includes(item)).length;
