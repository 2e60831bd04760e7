import { changeDocument } from '../../store/change-document.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Clock } from '../../time/clock.ts';
import { cutAtWord } from '../cut-at-word.ts';
import { hostOf } from '../feeds/feed-address.ts';
import type { ParseFeed } from '../feeds/feed-thread.ts';
import type { FetchSettings } from '../feeds/fetch-feed.ts';
import { UnreadableFeed } from '../feeds/unreadable-feed.ts';
import { longestName } from '../model.ts';
import { readingId } from '../reading-id.ts';
import { waitAMoment } from '../wait-a-moment.ts';
import { feedTrials, type Trial } from './trial-model.ts';

export interface TrialParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly fetching: FetchSettings;
  readonly parse: ParseFeed;
}

// A trial that has no outcome by now was left by a process that ended.
const abandonedMs = 90_000;

const shown = 5;

/** Starts to read an address and returns the trial's id, at once or after a moment. The same form starts it once. */
export async function startTrial(
  parts: TrialParts,
  tenant: string,
  { address, formId }: { address: string; formId: string },
): Promise<string> {
  const id = readingId(`${formId} ${address}`);
  const startedAt = parts.clock.now().toISOString();
  const body: Trial = { address, startedAt, outcome: { kind: 'reading' } };
  const created = await parts.store.createMany(feedTrials, tenant, [{ id, body }]);
  if (created.length > 0) await waitAMoment(carryOut(parts, tenant, id, body));
  return id;
}

/** A trial as it stands; one that was left unfinished is started anew. Undefined when it is forgotten. */
export async function lookAtTrial(parts: TrialParts, tenant: string, id: string): Promise<Trial | undefined> {
  const stored = await parts.store.get(feedTrials, tenant, id);
  const now = parts.clock.now();
  const isLeft =
    stored?.body.outcome.kind === 'reading' &&
    Date.parse(stored.body.startedAt) + abandonedMs < now.getTime();
  if (!stored || !isLeft) return stored?.body;
  const anew: Trial = { ...stored.body, startedAt: now.toISOString() };
  await parts.store.replace(feedTrials, stored, anew);
  await waitAMoment(carryOut(parts, tenant, id, anew));
  return (await parts.store.get(feedTrials, tenant, id))?.body;
}

/** Never rejects. */
async function carryOut(
  { store, clock, telemetry, fetching, parse }: TrialParts,
  tenant: string,
  id: string,
  { address }: Trial,
): Promise<void> {
  try {
    const outcome = await outcomeOf(address, { fetching, parse }, clock.now());
    const fault = outcome.kind === 'failed' ? outcome.fault : undefined;
    telemetry.info('feed.tried', { host: hostOf(address), fault });
    await changeDocument(store, feedTrials, tenant, id, (trial) => ({ ...trial, outcome }));
  } catch (error) {
    telemetry.error('feed.failed', error, { host: hostOf(address) });
  }
}

async function outcomeOf(
  address: string,
  { fetching, parse }: Pick<TrialParts, 'fetching' | 'parse'>,
  now: Date,
): Promise<Trial['outcome']> {
  try {
    const { findFeed } = await import('../feeds/find-feed.ts');
    const plainHttp = address.startsWith('http:');
    const found = await findFeed(address, { ...fetching, plainHttp }, now, parse);
    return {
      kind: 'read',
      feed: found.feed,
      linked: found.linked,
      name: cutAtWord(found.name, longestName),
      articles: found.articles.slice(0, shown).map(({ body }) => body),
      total: found.articles.length,
      unusable: found.unusable,
    };
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error;
    const { fault, detail } = error;
    return { kind: 'failed', fault, ...(detail && { detail }) };
  }
}
