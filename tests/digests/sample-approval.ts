import { draftEditions } from '../../src/digests/approval/draft-editions.ts';
import { editionDrafts } from '../../src/digests/approval/model.ts';
import { digestsFeature } from '../../src/digests/bot.ts';
import { editions } from '../../src/digests/model.ts';
import type { ApprovalParts } from '../../src/digests/parts.ts';
import { planDueEditions } from '../../src/digests/plan-due.ts';
import type { Eventful } from '../../src/outbox/event.ts';
import { relayDocument } from '../../src/outbox/relay.ts';
import { setTriagePlace } from '../../src/people/triage-place.ts';
import type { Collection } from '../../src/store/collection.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import { type Bench, timeZone, turnIn } from './sample-place.ts';
import { tenantId } from './sample-reading.ts';

const readClock = wallClock(timeZone);
const calendar = workingCalendar(timeZone);

/** Digests that are looked at before they go, with a channel in which that is done. */
export async function withApproval(parts: Bench, unapproved: 'go' | 'wait'): Promise<Bench & ApprovalParts> {
  const { clock } = parts;
  const conversation = {
    kind: 'channel',
    id: '19:triage@thread.tacv2',
    serviceUrl: 'https://teams.example/',
    teamId: '19:innovation',
  } as const;
  await setTriagePlace(parts.store, turnIn(clock, { conversation }));
  const localDate = (instant: Date) => readClock(instant).date;
  return { ...parts, approval: { unapproved, calendar, localDate, mayApproveOwn: false } };
}

const { signal } = new AbortController();

export const plan = (parts: ApprovalParts): Promise<void> => planDueEditions(parts).run(signal);
export const draft = (parts: ApprovalParts): Promise<void> => draftEditions(parts).run(signal);

/** Hands on every event that waits. @param store where deliveries are written. */
export async function relayAll(parts: ApprovalParts, store: DocumentStore = parts.store): Promise<void> {
  const { listeners = [] } = digestsFeature(parts);
  const relaying = {
    store,
    clock: parts.clock,
    listeners,
    planned: () => undefined,
    heard: async () => undefined,
  };
  const sources: readonly Collection<Eventful>[] = [editionDrafts, editions];
  for (const collection of sources) {
    const { documents } = await store.query(collection, tenantId, {
      where: { eventsPending: true },
      limit: 1000,
    });
    for (const { id } of documents) await relayDocument(relaying, collection, tenantId, id);
  }
}
