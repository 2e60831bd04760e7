import type { Conversation, Turn } from '../../src/bot/turn.ts';
import type { Asking } from '../../src/digests/change-subscription.ts';
import {
  type Edition,
  editions,
  type Subscription,
  subscriptionId,
  subscriptions,
} from '../../src/digests/model.ts';
import type { DigestParts } from '../../src/digests/parts.ts';
import { type Posting, postings } from '../../src/digests/posting.ts';
import type { DocumentStore, StoredDocument } from '../../src/store/document-store.ts';
import type { Schedule } from '../../src/time/schedule.ts';
import { englishWords } from '../../src/words/words.ts';
import { type ManualClock, manualClock } from '../store/manual-clock.ts';
import { memoryStore } from '../store/memory-store.ts';
import { type RecordedTelemetry, recordedTelemetry } from '../store/recorded-telemetry.ts';
import { tenantId } from './sample-reading.ts';

export const timeZone = 'Europe/London';
export const placeId = '19:sample-channel@thread.tacv2';
export const asking: Asking = { tenantId, placeId, personId: 'sample-person' };
export const tuesdays: Schedule = { kind: 'weekly', weekdays: ['tuesday'], time: '10:00', timeZone };
export const words = englishWords(timeZone);

export interface Bench extends DigestParts {
  readonly clock: ManualClock;
  readonly telemetry: RecordedTelemetry;
  /** The ids of documents that were handed to the relay. */
  readonly relayed: readonly string[];
}

/** All that digests stand on, over a real store in memory; a Tuesday, an hour before the usual digest. */
export function bench(more: { store?: DocumentStore; now?: string } = {}): Bench {
  const clock = manualClock(more.now ?? '2026-12-01T09:00:00.000Z');
  const relayed: string[] = [];
  return {
    clock,
    telemetry: recordedTelemetry(),
    store: more.store ?? memoryStore(clock),
    words,
    tenants: [tenantId],
    timeZone,
    services: ['Housing', 'Libraries'],
    relayed,
    relay: (_collection, _partition, id) => relayed.push(id),
  };
}

export const goTo = (clock: ManualClock, instant: string): void =>
  clock.advance(Date.parse(instant) - clock.now().getTime());

export async function subscriptionIn({ store }: DigestParts, place = placeId): Promise<Subscription> {
  const found = await store.get(subscriptions, tenantId, subscriptionId(tenantId, place));
  if (!found) throw new Error(`${place} has no subscription`);
  return found.body;
}

/** All editions, the oldest first. */
export async function editionsIn({ store }: DigestParts): Promise<readonly StoredDocument<Edition>[]> {
  const { documents } = await store.query(editions, tenantId, { limit: 1000 });
  return documents.toSorted((a, b) => a.body.composedAt.localeCompare(b.body.composedAt));
}

/** All postings, one for each place and occasion. */
export async function postingsIn({ store }: DigestParts): Promise<readonly Posting[]> {
  const { documents } = await store.query(postings, tenantId, { limit: 1000 });
  return documents.map(({ body }) => body).sort((a, b) => a.at.localeCompare(b.at));
}

const channel: Conversation = {
  kind: 'channel',
  id: placeId,
  serviceUrl: 'https://teams.example/',
  teamId: '19:sample-team',
};

export const turnIn = (clock: ManualClock, more: Partial<Turn> = {}): Turn => ({
  actor: { tenantId, personId: asking.personId, name: 'Sample Person', teamsUserId: '29:sample' },
  conversation: channel,
  words,
  private: false,
  activityId: 'sample-activity',
  now: clock.now(),
  ...more,
});
