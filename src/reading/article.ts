import { stemsOf } from '../subjects/stems.ts';
import { dayMs } from '../time/days.ts';
import type { Article } from './model.ts';

/** Unique, and sorts by time: a list goes on exactly after the article it stopped at. */
export const articleOrder = (publishedAt: string, id: string): string => `${publishedAt} ${id}`;

/** Title and day, for telling one piece of news that came under two addresses. */
export const samenessOf = (title: string, publishedAt: string): string =>
  `${stemsOf(title).join(' ')} ${publishedAt.slice(0, 10)}`;

/** The sameness of the same title on the day before and on the day after: other sources tell a story a little later. */
export function neighboursOf(sameness: string): readonly string[] {
  const [title, day] = [sameness.slice(0, -10), sameness.slice(-10)];
  return [-dayMs, dayMs].map(
    (distance) => title + new Date(Date.parse(day) + distance).toISOString().slice(0, 10),
  );
}

/** Whether people see it in lists and editions. */
export const isShown = ({ hidden }: Pick<Article, 'hidden'>): boolean => hidden === undefined;

const mostFindable = 100;

/** The stems by which an article is found. */
export const findableIn = ({
  title,
  teaser,
  source,
}: Pick<Article, 'title' | 'teaser' | 'source'>): string[] =>
  [...new Set(stemsOf(`${title} ${teaser} ${source.name}`))].slice(0, mostFindable);
