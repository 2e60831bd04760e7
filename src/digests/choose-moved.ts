import { dayMs } from '../time/days.ts';
import type { Moved, Spread } from './candidates.ts';
import type { Wish } from './model.ts';

const mostIdeas: Readonly<Record<Wish['length'], number>> = { short: 2, usual: 4, long: 5 };
const mostProjects: Readonly<Record<Wish['length'], number>> = { short: 1, usual: 2, long: 3 };

const mostSpread: Readonly<Record<Wish['length'], number>> = { short: 1, usual: 2, long: 3 };

/** How far a first edition looks back. */
const firstLooksBackMs = 30 * dayMs;
/** Decisions of so many days tell how long one takes. */
const medianOverMs = 90 * dayMs;

/** Ideas that were decided since the edition before, near ones first. */
export const chooseIdeas = (wish: Wish, ideas: readonly Moved[], since: string | undefined, now: Date) =>
  wish.include.includes('ideas') ? chooseMoved(wish, ideas, since, now, mostIdeas[wish.length]) : [];

/** Projects that were published since the edition before, near ones first; of other topics none. */
export const chooseProjects = (
  wish: Wish,
  projects: readonly Moved[],
  since: string | undefined,
  now: Date,
) => {
  if (!wish.include.includes('projects')) return [];
  const fitting = projects.filter(
    ({ topics }) => wish.topics.length === 0 || wish.topics.some((topic) => topics.includes(topic)),
  );
  return chooseMoved(wish, fitting, since, now, mostProjects[wish.length]);
};

/** What spread to other services since the edition before, to near ones first. */
export const chooseSpread = (wish: Wish, spread: readonly Spread[], since: string | undefined, now: Date) =>
  wish.include.includes('spread') ? chooseMoved(wish, spread, since, now, mostSpread[wish.length]) : [];

/** Half of the decisions of the last 90 days took no more days than this; undefined when there were none. */
export function medianDays(ideas: readonly Moved[], now: Date): number | undefined {
  const from = new Date(now.getTime() - medianOverMs).toISOString();
  const days = ideas
    .filter(({ movedAt }) => movedAt > from && movedAt <= now.toISOString())
    .flatMap(({ days }) => (days === undefined ? [] : [days]))
    .sort((a, b) => a - b);
  return days[Math.floor((days.length - 1) / 2)];
}

function chooseMoved<One extends Spread>(
  wish: Wish,
  moved: readonly One[],
  since: string | undefined,
  now: Date,
  most: number,
): readonly One[] {
  const from = since ?? new Date(now.getTime() - firstLooksBackMs).toISOString();
  return moved
    .filter(({ movedAt }) => movedAt > from && movedAt <= now.toISOString())
    .toSorted(
      (a, b) =>
        nearness(wish, b) - nearness(wish, a) ||
        compare(b.movedAt, a.movedAt) ||
        compare(a.reference, b.reference),
    )
    .slice(0, most);
}

/** The same service counts more than a topic. */
export const nearness = (wish: Wish, { service, topics }: Spread): number =>
  (wish.service !== undefined && wish.service === service ? 10 : 0) +
  wish.topics.filter((topic) => topics.includes(topic)).length;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
