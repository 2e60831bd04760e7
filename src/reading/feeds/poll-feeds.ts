import type { Outbox } from '../../outbox/start-outbox.ts';
import { changeDocument } from '../../store/change-document.ts';
import { DocumentChanged, DocumentExists, type DocumentStore } from '../../store/document-store.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Clock } from '../../time/clock.ts';
import type { Job } from '../../time/job.ts';
import { type FeedState, feeds as feedStates } from '../model.ts';
import type { InTurn } from '../one-after-another.ts';
import { readingId } from '../reading-id.ts';
import { addArticles } from './add-articles.ts';
import { hostOf } from './feed-address.ts';
import { afterFault, afterSuccess, claimed, firstState } from './feed-state.ts';
import type { ParseFeed } from './feed-thread.ts';
import type { FetchSettings } from './fetch-feed.ts';
import type { ReadFeed } from './read-feed.ts';
import { UnreadableFeed } from './unreadable-feed.ts';

export interface PollParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly tenants: readonly string[];
  /** Addresses, as they are set. */
  readonly feeds: readonly string[];
  readonly pollMinutes: number;
  readonly fetching: FetchSettings;
  readonly parse: ParseFeed;
  readonly relay: Outbox['relay'];
  /** Two sources may bring one story at the same moment: the second is to find the first one's article. */
  readonly inTurn: InTurn;
}

const atOnce = 4;

export const mostFeeds = 500;

/**
 * Reads every feed that is due and adds its new articles. A feed that cannot be read is logged, noted in its state and
 * tried again later and later; it never keeps the others from being read.
 */
export function pollFeeds(parts: PollParts): Job {
  return {
    name: 'reading.pollFeeds',
    everySeconds: Math.min(parts.pollMinutes, 5) * 60,
    async run(signal) {
      for (const tenant of parts.tenants) {
        const due = await dueFeeds(parts, tenant);
        for (let first = 0; first < due.length && !signal.aborted; first += atOnce) {
          const batch = due.slice(first, first + atOnce);
          await Promise.all(batch.map((address) => pollFeed(parts, tenant, address, signal)));
        }
      }
    },
  };
}

/** Of the feeds that are set, and of those that the innovation team added, those whose time has come. */
async function dueFeeds({ store, clock, feeds, telemetry }: PollParts, tenant: string): Promise<string[]> {
  try {
    const { documents } = await store.query(feedStates, tenant, {
      where: { nextPollAt: { atMost: clock.now().toISOString() } },
      limit: mostFeeds,
    });
    const added = documents.filter(({ body }) => body.added && !body.paused);
    return [...new Set([...feeds, ...added.map(({ body }) => body.address)])];
  } catch (error) {
    telemetry.error('feed.failed', error, { host: 'all' });
    return [];
  }
}

/** Reads one feed when it is due; `now`: also when it is not. Never throws. */
export async function pollFeed(
  parts: PollParts,
  tenant: string,
  address: string,
  signal: AbortSignal,
  when: 'due' | 'now' = 'due',
): Promise<void> {
  const { store, clock, telemetry } = parts;
  const host = hostOf(address);
  const at = () => ({ now: clock.now(), pollMinutes: parts.pollMinutes });
  try {
    const state = await claim(parts, tenant, address, when);
    if (!state) return;
    // The parsers and the HTTP client take as long to load as all of ours: not before a feed is read.
    const { readFeed } = await import('./read-feed.ts');
    const fetching = { ...parts.fetching, plainHttp: mayBePlain(state) };
    const read = await readFeed(address, state, fetching, { now: clock.now(), parse: parts.parse, signal });
    const added =
      read.kind === 'read' ? await parts.inTurn(() => addArticles(store, tenant, read.articles)) : 0;
    await note(parts, tenant, address, (before) => afterSuccess(before, read, added, at()));
    telemetry.info('feed.read', { host, unchanged: read.kind === 'unchanged', added, ...countsOf(read) });
    telemetry.count('feed.articlesAdded', added, { host });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof UnreadableFeed)) return telemetry.error('feed.failed', error, { host });
    const { fault, message: reason } = error;
    telemetry.warn('feed.unreadable', { host, fault, reason });
    telemetry.count('feed.faults', 1, { host, fault });
    try {
      const noted = await note(parts, tenant, address, (before) => afterFault(before, error, at()));
      if (noted?.body.eventsPending) parts.relay(feedStates, tenant, noted.id);
    } catch (failure) {
      telemetry.error('feed.failed', failure, { host });
    }
  }
}

const mayBePlain = ({ added, address }: FeedState): boolean =>
  added !== undefined && address.startsWith('http:');

const countsOf = (read: ReadFeed) =>
  read.kind === 'read' ? { articles: read.articles.length, unusable: read.unusable } : {};

/** The state of a feed that is due, after writing that it is being read, so that no other replica reads it too. */
async function claim(
  { store, clock, pollMinutes }: PollParts,
  tenant: string,
  address: string,
  when: 'due' | 'now',
): Promise<FeedState | undefined> {
  const id = readingId(address);
  const now = clock.now();
  const stored = await store.get(feedStates, tenant, id);
  if (stored?.body.paused) return undefined;
  const isDue =
    when === 'now' ? !justRead(stored?.body, now) : (stored?.body.nextPollAt ?? '') <= now.toISOString();
  if (!isDue) return undefined;
  const body = claimed(stored?.body ?? firstState(address, now), { now, pollMinutes });
  try {
    if (stored) await store.replace(feedStates, stored, body);
    else await store.create(feedStates, tenant, { id, body });
    return body;
  } catch (error) {
    if (error instanceof DocumentChanged || error instanceof DocumentExists) return undefined;
    throw error;
  }
}

// Two presses of one button are one wish, and a publisher is not to be pestered.
const pesterMs = 20_000;

function justRead(state: FeedState | undefined, now: Date): boolean {
  const last = [state?.lastSuccess, state?.lastFault?.at].map((at) => (at ? Date.parse(at) : 0));
  return now.getTime() - Math.max(...last) < pesterMs;
}

const note = (
  { store }: PollParts,
  tenant: string,
  address: string,
  change: (state: FeedState) => FeedState,
) => changeDocument(store, feedStates, tenant, readingId(address), change);
