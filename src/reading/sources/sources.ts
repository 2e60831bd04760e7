import { changeDocument } from '../../store/change-document.ts';
import { DocumentExists, type DocumentStore, type StoredDocument } from '../../store/document-store.ts';
import { hostOf } from '../feeds/feed-address.ts';
import { firstState } from '../feeds/feed-state.ts';
import { mostFeeds } from '../feeds/poll-feeds.ts';
import { type Done, type FeedState, feeds } from '../model.ts';
import { readingId } from '../reading-id.ts';

export type Source = StoredDocument<FeedState>;

/** What a source is called: as it calls itself, else by its host. */
export const sourceName = ({ name, address }: Pick<FeedState, 'name' | 'address'>): string =>
  name ?? hostOf(address);

export interface SourceParts {
  readonly store: DocumentStore;
  /** Addresses that the settings name. */
  readonly feeds: readonly string[];
}

/** A source is followed when somebody added it or the settings name it. */
export const isFollowed = (
  { feeds: set }: Pick<SourceParts, 'feeds'>,
  { added, address }: FeedState,
): boolean => added !== undefined || set.includes(address);

/** All that is followed, by name. A source of the settings that was never read yet is not among them. */
export async function followedSources(parts: SourceParts, tenant: string): Promise<readonly Source[]> {
  const { documents } = await parts.store.query(feeds, tenant, { limit: mostFeeds });
  return documents
    .filter(({ body }) => isFollowed(parts, body))
    .toSorted((a, b) => sourceName(a.body).localeCompare(sourceName(b.body), 'en'));
}

export async function sourceById(
  parts: SourceParts,
  tenant: string,
  id: string,
): Promise<FeedState | undefined> {
  const found = (await parts.store.get(feeds, tenant, id))?.body;
  return found && isFollowed(parts, found) ? found : undefined;
}

/** Follows a feed from now on; one that is followed already stays as it is. Returns its id. */
export async function addSource(
  { store }: SourceParts,
  tenant: string,
  { feed, name, done }: { feed: string; name: string; done: Done },
): Promise<string> {
  const id = readingId(feed);
  const body = { ...firstState(feed, new Date(done.at), done), name };
  try {
    await store.create(feeds, tenant, { id, body });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    await changeDocument(store, feeds, tenant, id, (state) =>
      state.added ? undefined : { ...state, added: done },
    );
  }
  return id;
}

/** It is not read any more until somebody resumes it. Who paused it first stands. */
export async function pauseSource(
  parts: SourceParts,
  tenant: string,
  id: string,
  paused: Done,
): Promise<FeedState | undefined> {
  await changeDocument(parts.store, feeds, tenant, id, (state) =>
    state.paused ? undefined : { ...state, paused },
  );
  return sourceById(parts, tenant, id);
}

/** Reads a paused source again, at the next poll. */
export async function resumeSource(
  parts: SourceParts,
  tenant: string,
  id: string,
  now: Date,
): Promise<FeedState | undefined> {
  await changeDocument(parts.store, feeds, tenant, id, ({ paused, ...state }) =>
    paused ? { ...state, nextPollAt: now.toISOString() } : undefined,
  );
  return sourceById(parts, tenant, id);
}

export async function setInterval(
  parts: SourceParts,
  tenant: string,
  id: string,
  everyMinutes: number,
  now: Date,
): Promise<FeedState | undefined> {
  const latest = now.getTime() + everyMinutes * 60_000;
  await changeDocument(parts.store, feeds, tenant, id, (state) => ({
    ...state,
    everyMinutes,
    nextPollAt: new Date(Math.min(Date.parse(state.nextPollAt), latest)).toISOString(),
  }));
  return sourceById(parts, tenant, id);
}

/** Forgets a source that somebody added; its articles stay. One that the settings name is theirs to remove. */
export async function removeSource(
  { store, feeds: set }: SourceParts,
  tenant: string,
  id: string,
): Promise<void> {
  const found = (await store.get(feeds, tenant, id))?.body;
  if (found && !set.includes(found.address)) await store.remove(feeds, tenant, id);
}
