import { type Theme, themes } from '../subjects/codes.ts';
import { dayMs } from '../time/days.ts';
import { themesNotSeen, waitsMs } from './balance.ts';
import type { ArticleCandidate } from './candidates.ts';
import type { Reason, Subscription, Wish } from './model.ts';

export interface Chosen {
  readonly candidate: ArticleCandidate;
  readonly why: readonly Reason[];
}

type History = Pick<Subscription, 'recent' | 'lastEditionAt'>;

const mostArticles: Readonly<Record<Wish['length'], number>> = { short: 3, usual: 7, long: 10 };

const newDays = 7;

/**
 * The articles of the next edition, the lead first: none that the place was told, one of each story. What is featured
 * comes first, but leaves one place; then themes that were not seen of late; then what is useful, near and new, with
 * a theme the less the more often it is there already.
 */
export function chooseArticles(
  wish: Wish,
  candidates: readonly ArticleCandidate[],
  history: History,
  now: Date,
): readonly Chosen[] {
  if (!wish.include.includes('articles')) return [];
  const most = mostArticles[wish.length];
  const left = untold(wish, candidates, history, now);
  const points = new Map(left.map((candidate) => [candidate, pointsOf(wish, candidate, now)]));
  const chosen: Chosen[] = [];
  const notSeen = themesNotSeen(history.recent);
  const inEdition = new Map<Theme, number>();

  const choose = (candidate: ArticleCandidate) => {
    const { theme } = candidate.body;
    const brings = theme !== undefined && notSeen.has(theme) && !inEdition.has(theme);
    chosen.push({ candidate, why: reasonsFor(wish, candidate, brings, now) });
    left.splice(left.indexOf(candidate), 1);
    if (theme) inEdition.set(theme, (inEdition.get(theme) ?? 0) + 1);
  };
  const bestOf = (some: readonly ArticleCandidate[]) => {
    const worth = ({ body }: ArticleCandidate) =>
      body.theme === undefined ? 0 : 2 * (inEdition.get(body.theme) ?? 0);
    const value = (one: ArticleCandidate) => (points.get(one) ?? 0) - worth(one);
    let best: ArticleCandidate | undefined;
    for (const one of some) if (!best || value(one) > value(best)) best = one;
    return best;
  };

  while (chosen.length < most - 1) {
    const featured = bestOf(left.filter((candidate) => candidate.featured));
    if (!featured) break;
    choose(featured);
  }
  for (const theme of themes) {
    if (chosen.length === most) break;
    if (!notSeen.has(theme) || inEdition.has(theme)) continue;
    const best = bestOf(left.filter(({ body }) => body.theme === theme));
    if (best) choose(best);
  }
  while (chosen.length < most) {
    const best = bestOf(left);
    if (!best) break;
    choose(best);
  }
  const rank = ({ candidate }: Chosen) => (candidate.featured ? 100 : 0) + (points.get(candidate) ?? 0);
  return chosen.toSorted((a, b) => rank(b) - rank(a));
}

/** What may be told, the newest first: so that the order in which candidates come does not matter. */
function untold(
  { topics }: Wish,
  candidates: readonly ArticleCandidate[],
  { recent, lastEditionAt }: History,
  now: Date,
): ArticleCandidate[] {
  const until = now.toISOString();
  // A first edition takes the newest there are; later ones what was added of late.
  const since = lastEditionAt === undefined ? '' : new Date(now.getTime() - waitsMs).toISOString();
  const told = new Set(recent.flatMap(({ articles }) => articles));
  const stories = new Set(candidates.filter(({ id }) => told.has(id)).map(storyOf));
  const found: ArticleCandidate[] = [];
  for (const candidate of candidates.toSorted(newestFirst)) {
    const { addedAt, topics: about } = candidate.body;
    const fits = topics.length === 0 || topics.some((topic) => about.includes(topic));
    if (!fits || addedAt <= since || addedAt > until || told.has(candidate.id)) continue;
    if (stories.has(storyOf(candidate))) continue;
    stories.add(storyOf(candidate));
    found.push(candidate);
  }
  return found;
}

const newestFirst = (a: ArticleCandidate, b: ArticleCandidate): number =>
  compare(b.body.order, a.body.order) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const storyOf = ({ id, body }: ArticleCandidate): string => (body.kind === 'feed' ? body.sameness : id);

const ageInDays = ({ body }: ArticleCandidate, now: Date): number =>
  Math.max(0, now.getTime() - Date.parse(body.publishedAt)) / dayMs;

const nearTo = ({ topics }: Wish, { body }: ArticleCandidate): number =>
  topics.filter((topic) => body.topics.includes(topic)).length;

function pointsOf(wish: Wish, candidate: ArticleCandidate, now: Date): number {
  const useful = Math.min(4, Math.log2(1 + (candidate.useful ?? 0)));
  const fresh = 4 / (1 + ageInDays(candidate, now) / newDays);
  return useful + fresh + nearTo(wish, candidate);
}

function reasonsFor(wish: Wish, candidate: ArticleCandidate, bringsTheme: boolean, now: Date): Reason[] {
  const why: Reason[] = [];
  if (candidate.featured) why.push('featured');
  if (bringsTheme) why.push('themeNotSeen');
  if ((candidate.useful ?? 0) > 0) why.push('useful');
  if (nearTo(wish, candidate) > 0) why.push('near');
  if (ageInDays(candidate, now) <= newDays) why.push('new');
  return why.length > 0 ? why : ['notToldYet'];
}
