import { noEvents, withEvent } from '../../outbox/event.ts';
import { dayMs } from '../../time/days.ts';
import { cutAtWord } from '../cut-at-word.ts';
import { type Done, type FeedState, longestName } from '../model.ts';
import { readingId } from '../reading-id.ts';
import type { ReadFeed } from './read-feed.ts';
import type { UnreadableFeed } from './unreadable-feed.ts';

export interface Moment {
  readonly now: Date;
  readonly pollMinutes: number;
}

export const firstState = (address: string, now: Date, added?: Done): FeedState => ({
  address,
  ...(added && { added }),
  nextPollAt: now.toISOString(),
  counts: { polls: 0, articles: 0, faultsInARow: 0 },
  recent: [],
  ...noEvents,
});

/** A feed that somebody is about to read: it is not due for anybody else. */
export const claimed = (state: FeedState, { now, pollMinutes }: Moment): FeedState => ({
  ...state,
  nextPollAt: after(now, state.everyMinutes ?? pollMinutes),
  counts: { ...state.counts, polls: state.counts.polls + 1 },
});

/** What the server said to recognise its answer by is kept only now that the answer is read and stored. */
export function afterSuccess(
  state: FeedState,
  read: ReadFeed,
  added: number,
  { now, pollMinutes }: Moment,
): FeedState {
  const { etag, lastModified, failing: _, ...rest } = state;
  const validators = read.kind === 'read' ? read : { etag, lastModified };
  return {
    ...rest,
    ...(read.kind === 'read' && { name: cutAtWord(read.name, longestName) }),
    ...(validators.etag && { etag: validators.etag }),
    ...(validators.lastModified && { lastModified: validators.lastModified }),
    lastSuccess: now.toISOString(),
    nextPollAt: after(now, state.everyMinutes ?? pollMinutes),
    recent: withDay(state.recent, added, now),
    counts: { ...state.counts, articles: state.counts.articles + added, faultsInARow: 0 },
  };
}

/** Articles of the last 30 days, by day of UTC. */
export const newSince = ({ recent }: Pick<FeedState, 'recent'>, now: Date): number =>
  recent.filter(({ on }) => on > monthAgo(now)).reduce((sum, { articles }) => sum + articles, 0);

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
const monthAgo = (now: Date): string => dayOf(new Date(now.getTime() - 30 * dayMs));

function withDay(recent: FeedState['recent'], added: number, now: Date): FeedState['recent'] {
  const today = dayOf(now);
  const kept = recent.filter(({ on }) => on > monthAgo(now) && on !== today);
  const before = recent.find(({ on }) => on === today)?.articles ?? 0;
  return added + before > 0 ? [...kept, { on: today, articles: added + before }] : kept;
}

/** Raised once when a source has failed for three days; the innovation team is told. */
export const sourceFailing = 'source.failing';

const failsForMs = 3 * dayMs;

const longestWaitMinutes = 24 * 60;

/** With every further fault the wait doubles, up to a day; it is never shorter than the server asked for. */
export function afterFault(
  state: FeedState,
  { message: reason, retryAfter = 0, fault, detail }: Fault,
  { now, pollMinutes }: Moment,
): FeedState {
  const at = now.toISOString();
  const faultsInARow = state.counts.faultsInARow + 1;
  const every = state.everyMinutes ?? pollMinutes;
  const wait = Math.max(every * 2 ** Math.min(faultsInARow, 20), retryAfter / 60);
  const { since, told } = state.failing ?? { since: at, told: false };
  const tells = !told && now.getTime() - Date.parse(since) >= failsForMs;
  const next: FeedState = {
    ...state,
    lastFault: { at, reason, fault, ...(detail && { detail }) },
    failing: { since, told: told || tells },
    nextPollAt: after(now, Math.min(wait, Math.max(every, longestWaitMinutes))),
    counts: { ...state.counts, faultsInARow },
  };
  const id = `feeds/${readingId(state.address)}/failing/${since}`;
  return tells ? withEvent(next, { id, type: sourceFailing, at, data: { since } }) : next;
}

type Fault = Pick<UnreadableFeed, 'message' | 'retryAfter' | 'fault' | 'detail'>;

const after = (now: Date, minutes: number): string =>
  new Date(now.getTime() + minutes * 60_000).toISOString();
