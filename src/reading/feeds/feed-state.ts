import type { FeedState } from '../model.ts';
import type { ReadFeed } from './read-feed.ts';
import type { UnreadableFeed } from './unreadable-feed.ts';

export interface Moment {
  readonly now: Date;
  readonly pollMinutes: number;
}

export const firstState = (address: string, now: Date): FeedState => ({
  address,
  nextPollAt: now.toISOString(),
  counts: { polls: 0, articles: 0, faultsInARow: 0 },
});

/** A feed that somebody is about to read: it is not due for anybody else. */
export const claimed = (state: FeedState, { now, pollMinutes }: Moment): FeedState => ({
  ...state,
  nextPollAt: after(now, pollMinutes),
  counts: { ...state.counts, polls: state.counts.polls + 1 },
});

/** What the server said to recognise its answer by is kept only now that the answer is read and stored. */
export function afterSuccess(
  state: FeedState,
  read: ReadFeed,
  added: number,
  { now, pollMinutes }: Moment,
): FeedState {
  const { etag, lastModified, ...rest } = state;
  const validators = read.kind === 'read' ? read : { etag, lastModified };
  return {
    ...rest,
    ...(validators.etag && { etag: validators.etag }),
    ...(validators.lastModified && { lastModified: validators.lastModified }),
    lastSuccess: now.toISOString(),
    nextPollAt: after(now, pollMinutes),
    counts: { ...state.counts, articles: state.counts.articles + added, faultsInARow: 0 },
  };
}

const longestWaitMinutes = 24 * 60;

/** With every further fault the wait doubles, up to a day; it is never shorter than the server asked for. */
export function afterFault(
  state: FeedState,
  { message: reason, retryAfter = 0 }: Pick<UnreadableFeed, 'message' | 'retryAfter'>,
  { now, pollMinutes }: Moment,
): FeedState {
  const faultsInARow = state.counts.faultsInARow + 1;
  const wait = Math.max(pollMinutes * 2 ** Math.min(faultsInARow, 20), retryAfter / 60);
  return {
    ...state,
    lastFault: { at: now.toISOString(), reason },
    nextPollAt: after(now, Math.min(wait, longestWaitMinutes)),
    counts: { ...state.counts, faultsInARow },
  };
}

const after = (now: Date, minutes: number): string =>
  new Date(now.getTime() + minutes * 60_000).toISOString();
