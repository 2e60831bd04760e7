import { changeDocument } from '../../store/change-document.ts';
import { DocumentChanged, DocumentExists, type DocumentStore } from '../../store/document-store.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Clock } from '../../time/clock.ts';
import type { Job } from '../../time/job.ts';
import { type FeedState, feeds as feedStates } from '../model.ts';
import { readingId } from '../reading-id.ts';
import { addArticles } from './add-articles.ts';
import { hostOf } from './feed-address.ts';
import { afterFault, afterSuccess, claimed, firstState } from './feed-state.ts';
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
}

const atOnce = 4;

/**
 * Reads every feed that is due and adds its new articles. A feed that cannot be read is logged, noted in its state and
 * tried again later and later; it never keeps the others from being read.
 */
export function pollFeeds(parts: PollParts): Job {
  const due = parts.tenants.flatMap((tenant) =>
    [...new Set(parts.feeds)].map((address) => ({ tenant, address })),
  );
  return {
    name: 'reading.pollFeeds',
    everySeconds: Math.min(parts.pollMinutes, 5) * 60,
    async run(signal) {
      for (let first = 0; first < due.length && !signal.aborted; first += atOnce) {
        const batch = due.slice(first, first + atOnce);
        await Promise.all(batch.map(({ tenant, address }) => pollFeed(parts, tenant, address, signal)));
      }
    },
  };
}

async function pollFeed(
  parts: PollParts,
  tenant: string,
  address: string,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, telemetry } = parts;
  const host = hostOf(address);
  const at = () => ({ now: clock.now(), pollMinutes: parts.pollMinutes });
  try {
    const state = await claim(parts, tenant, address);
    if (!state) return;
    // The parsers and the HTTP client take as long to load as all of ours: not before a feed is read.
    const { readFeed } = await import('./read-feed.ts');
    const read = await readFeed(address, state, parts.fetching, { now: clock.now(), signal });
    const added = read.kind === 'read' ? await addArticles(store, tenant, read.articles) : 0;
    await note(parts, tenant, address, (before) => afterSuccess(before, read, added, at()));
    telemetry.info('feed.read', { host, unchanged: read.kind === 'unchanged', added, ...countsOf(read) });
    telemetry.count('feed.articlesAdded', added, { host });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof UnreadableFeed)) return telemetry.error('feed.failed', error, { host });
    const { fault, message: reason } = error;
    telemetry.warn('feed.unreadable', { host, fault, reason });
    telemetry.count('feed.faults', 1, { host, fault });
    await note(parts, tenant, address, (before) => afterFault(before, error, at())).catch((failure) =>
      telemetry.error('feed.failed', failure, { host }),
    );
  }
}

const countsOf = (read: ReadFeed) =>
  read.kind === 'read' ? { articles: read.articles.length, unusable: read.unusable } : {};

/** The state of a feed that is due, after writing that it is being read, so that no other replica reads it too. */
async function claim(
  { store, clock, pollMinutes }: PollParts,
  tenant: string,
  address: string,
): Promise<FeedState | undefined> {
  const id = readingId(address);
  const now = clock.now();
  const stored = await store.get(feedStates, tenant, id);
  if (stored && stored.body.nextPollAt > now.toISOString()) return undefined;
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

const note = (
  { store }: PollParts,
  tenant: string,
  address: string,
  change: (state: FeedState) => FeedState,
) => changeDocument(store, feedStates, tenant, readingId(address), change);
