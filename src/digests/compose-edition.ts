import type { Eventful } from '../outbox/event.ts';
import { remembered, themesNotSeen } from './balance.ts';
import type { Candidates } from './candidates.ts';
import { chooseArticles } from './choose-articles.ts';
import { chooseCase } from './choose-case.ts';
import { chooseIdeas, chooseProjects, chooseSpread, medianDays, nearness } from './choose-moved.ts';
import type { Content, Edition, Reason, Subscription, Wish } from './model.ts';

/** What a place was told before. */
export type History = Pick<Subscription, 'lastEditionAt' | 'casesTold' | 'recent'>;

/**
 * What the next edition holds for those who wish it and have that history, out of the candidates until `now`. Tells
 * no article and no case study twice, balances the themes over time, and says of each thing why it was chosen. The
 * same input gives the same edition, whatever the order of the candidates. Undefined when there is nothing to tell.
 */
export function composeEdition(
  wish: Wish,
  candidates: Candidates,
  history: History,
  now: Date,
): Content | undefined {
  const { lastEditionAt: since, casesTold, recent } = history;
  const articles = chooseArticles(wish, candidates.articles, history, now);
  const themes = new Set(articles.flatMap(({ candidate }) => candidate.body.theme ?? []));
  const notSeen = themesNotSeen([...recent, { at: now.toISOString(), articles: [], themes: [...themes] }]);
  const study = chooseCase(wish, candidates.cases, casesTold, notSeen);
  const ideas = chooseIdeas(wish, candidates.ideas, since, now);
  const projects = chooseProjects(wish, candidates.projects, since, now);
  const spread = chooseSpread(wish, candidates.spread, since, now);
  if (articles.length + ideas.length + projects.length + spread.length === 0 && !study) return undefined;
  if (study?.candidate.body.theme) themes.add(study.candidate.body.theme);
  const median = ideas.length > 0 ? medianDays(candidates.ideas, now) : undefined;
  const moved = [...ideas, ...projects, ...spread].map((one): [string, Reason[]] => [
    one.reference,
    nearness(wish, one) > 0 ? ['near', 'new'] : ['new'],
  ]);
  return {
    articleIds: articles.map(({ candidate }) => candidate.id),
    ...(study && { caseId: study.candidate.id }),
    ideas: ideas.map(({ reference }) => reference),
    projects: projects.map(({ reference }) => reference),
    spread: spread.map(({ reference }) => reference),
    ...(median !== undefined && { medianDays: median }),
    themes: [...themes].sort(),
    why: Object.fromEntries<Reason[]>([
      ...articles.map(({ candidate, why }) => [candidate.id, [...why]] as [string, Reason[]]),
      ...(study ? [[study.candidate.id, [...study.why]] as [string, Reason[]]] : []),
      ...moved,
    ]),
    cutOff: now.toISOString(),
  };
}

/** The subscription as it stands once it has had an edition. Having had it twice, or in another order, is the same. */
export function afterEdition(
  subscription: Subscription,
  { articleIds, caseId, themes, cutOff, composedAt, setAside = [] }: Omit<Edition, keyof Eventful>,
): Subscription {
  const { lastEditionAt, casesTold, recent } = subscription;
  const newer = caseId !== undefined && composedAt > (casesTold[caseId] ?? '');
  return {
    ...subscription,
    lastEditionAt: later(cutOff, lastEditionAt),
    casesTold: newer ? { ...casesTold, [caseId]: composedAt } : casesTold,
    recent: remembered(recent, {
      at: composedAt,
      articles: [...articleIds, ...setAside],
      themes: [...themes],
    }),
  };
}

const later = (instant: string, other = ''): string => (instant < other ? other : instant);
