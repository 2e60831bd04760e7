import type { Theme } from '../../subjects/codes.ts';
import { themesNotSeen } from '../balance.ts';
import type { Candidates } from '../candidates.ts';
import { chooseArticles } from '../choose-articles.ts';
import { chooseCase } from '../choose-case.ts';
import type { Composed } from '../compose-run.ts';
import { type Content, type Subscription, usualWish, type Wish } from '../model.ts';
import type { Draft } from './model.ts';

type Spares = Pick<Draft, 'spareArticles' | 'spareCases' | 'themeOf'>;

const mostCases = 3;

/** What the same rules would choose next, so that something can be swapped with one press. */
export function sparesFor(
  { wish = usualWish, casesTold, recent, lastEditionAt }: Subscription,
  candidates: Candidates,
  { id, body }: Composed,
): Spares {
  const now = new Date(body.cutOff);
  const chosen = { at: body.composedAt, articles: body.articleIds, themes: body.themes };
  const history = { recent: [...recent, chosen], lastEditionAt };
  const most: Wish = { ...wish, length: 'long' };
  const articles = chooseArticles(most, candidates.articles, history, now);
  const cases: { readonly id: string; readonly why: Draft['spareCases'][number]['why'] }[] = [];
  const told = { ...casesTold, ...(body.caseId !== undefined && { [body.caseId]: id }) };
  while (body.caseId !== undefined && cases.length < mostCases) {
    const next = chooseCase(wish, candidates.cases, told, themesNotSeen(history.recent));
    if (!next) break;
    cases.push({ id: next.candidate.id, why: [...next.why] });
    told[next.candidate.id] = id;
  }
  const spareArticles = articles.map(({ candidate, why }) => ({ id: candidate.id, why: [...why] }));
  const shown = [...body.articleIds, ...spareArticles.map((one) => one.id), ...cases.map((one) => one.id)];
  return {
    spareArticles,
    spareCases: cases,
    themeOf: themesOf(candidates, new Set(body.caseId === undefined ? shown : [...shown, body.caseId])),
  };
}

function themesOf({ articles, cases }: Candidates, ids: ReadonlySet<string>): Record<string, Theme> {
  const found = [...articles, ...cases].filter(({ id }) => ids.has(id));
  return Object.fromEntries(
    found.flatMap(({ id, body: { theme } }): [string, Theme][] => (theme ? [[id, theme]] : [])),
  );
}

/** The content of an edition alone. */
export const contentOf = ({
  composedAt: _,
  events: __,
  eventsPending: ___,
  ...content
}: Composed['body']): Content => content;
