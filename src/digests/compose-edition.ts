import type { Article, CaseStudy } from '../reading/model.ts';
import { chooseCase } from './choose-case.ts';
import type { Edition, Known, Subscription } from './model.ts';

const mostArticles = 7;

export interface Candidates {
  readonly articles: readonly Known<Article>[];
  readonly cases: readonly Known<CaseStudy>[];
}

export type Content = Pick<Edition, 'articleIds' | 'caseId' | 'cutOff'>;

/**
 * What the next edition of a subscription holds: the newest articles added after its last cut-off and until
 * `cutOff`, at most seven and one of each story, and a case study. A first edition takes the newest articles there
 * are. Undefined when no article is new.
 */
export function composeEdition(
  { lastEditionAt = '', casesTold }: Pick<Subscription, 'lastEditionAt' | 'casesTold'>,
  { articles, cases }: Candidates,
  cutOff: Date,
): Content | undefined {
  const until = cutOff.toISOString();
  const fresh = articles
    .filter(({ body }) => body.addedAt > lastEditionAt && body.addedAt <= until)
    .toSorted((a, b) => (a.body.order < b.body.order ? 1 : -1));
  const told = oneOfEachStory(fresh).slice(0, mostArticles);
  if (told.length === 0) return undefined;
  const study = chooseCase(cases, casesTold);
  return { articleIds: told.map(({ id }) => id), ...(study && { caseId: study.id }), cutOff: until };
}

function oneOfEachStory(articles: readonly Known<Article>[]): readonly Known<Article>[] {
  const stories = new Map<string, Known<Article>>();
  for (const article of articles) {
    const story = article.body.kind === 'feed' ? article.body.sameness : article.id;
    if (!stories.has(story)) stories.set(story, article);
  }
  return [...stories.values()];
}

/** The subscription as it stands once it has had an edition. Having had it twice, or in another order, is the same. */
export function afterEdition(subscription: Subscription, edition: Edition): Subscription {
  const { lastEditionAt, casesTold } = subscription;
  const { caseId, composedAt, cutOff } = edition;
  const newer = caseId !== undefined && composedAt > (casesTold[caseId] ?? '');
  return {
    ...subscription,
    lastEditionAt: later(cutOff, lastEditionAt),
    casesTold: newer ? { ...casesTold, [caseId]: composedAt } : casesTold,
  };
}

const later = (instant: string, other = ''): string => (instant < other ? other : instant);
