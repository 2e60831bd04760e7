import { isDeepStrictEqual } from 'node:util';
import { changeDocument } from '../store/change-document.ts';
import { DocumentExists, type StoredDocument } from '../store/document-store.ts';
import { nextRun, type Schedule } from '../time/schedule.ts';
import { type Subscription, subscriptionId, subscriptions, usualSchedule } from './model.ts';
import type { DigestParts } from './parts.ts';
import { noteTold, publishEdition } from './publish-edition.ts';

/** The place that a digest is for, and who speaks for it. */
export interface Asking {
  readonly tenantId: string;
  readonly placeId: string;
  readonly personId: string;
}

/** The subscription of a place; undefined when it never had one. */
export async function findSubscription(
  { store }: Pick<DigestParts, 'store'>,
  { tenantId, placeId }: Pick<Asking, 'tenantId' | 'placeId'>,
): Promise<Subscription | undefined> {
  const found = await store.get(subscriptions, tenantId, subscriptionId(tenantId, placeId));
  return found?.body;
}

/** Starts the digest of a place or gives it another schedule. Asked again for the same, it leaves all as it is. */
export async function subscribe(
  parts: DigestParts,
  asking: Asking,
  schedule: Schedule,
): Promise<Subscription> {
  const wished = {
    schedule,
    state: 'active',
    dueAt: nextRun(schedule, parts.clock.now()).toISOString(),
    subscribedBy: asking.personId,
  } as const;
  const { body } = await changeOrStart(parts, asking, wished, (present) =>
    present.state === 'active' && isDeepStrictEqual(present.schedule, schedule)
      ? undefined
      : { ...present, ...wished },
  );
  return body;
}

/** Stops the digest of a place. Returns the subscription, stopped; undefined when there never was one. */
export const stop = (
  parts: Pick<DigestParts, 'store'>,
  place: Pick<Asking, 'tenantId' | 'placeId'>,
): Promise<Subscription | undefined> => setState(parts, place, 'stopped');

/** The place is gone: nothing is sent there until somebody there subscribes again. */
export const deactivate = (
  parts: Pick<DigestParts, 'store'>,
  place: Pick<Asking, 'tenantId' | 'placeId'>,
): Promise<Subscription | undefined> => setState(parts, place, 'placeGone');

/**
 * Posts an edition at once, whether or not the place has a regular one. The same message asks for one edition only,
 * however often it arrives.
 */
export async function postNow(
  parts: DigestParts,
  asking: Asking,
  activityId: string,
): Promise<'posted' | 'nothingNew'> {
  const schedule = usualSchedule(parts.timeZone);
  const once = {
    schedule,
    state: 'stopped',
    dueAt: nextRun(schedule, parts.clock.now()).toISOString(),
    subscribedBy: asking.personId,
  } as const;
  const subscription = await changeOrStart(parts, asking, once, (present) =>
    present.state === 'placeGone' ? { ...present, state: 'stopped' } : undefined,
  );
  const edition = await publishEdition(parts, subscription, { because: 'asked', activityId });
  if (!edition) return 'nothingNew';
  await noteTold(parts, asking.tenantId, edition.body);
  return 'posted';
}

async function setState(
  { store }: Pick<DigestParts, 'store'>,
  { tenantId, placeId }: Pick<Asking, 'tenantId' | 'placeId'>,
  state: Subscription['state'],
): Promise<Subscription | undefined> {
  const changed = await changeDocument(
    store,
    subscriptions,
    tenantId,
    subscriptionId(tenantId, placeId),
    (body) => (body.state === state ? undefined : { ...body, state }),
  );
  return changed?.body;
}

async function changeOrStart(
  { store }: Pick<DigestParts, 'store'>,
  { tenantId, placeId }: Pick<Asking, 'tenantId' | 'placeId'>,
  fresh: Omit<Subscription, 'placeId' | 'casesTold' | 'lastEditionAt'>,
  change: (present: Subscription) => Subscription | undefined,
): Promise<StoredDocument<Subscription>> {
  const id = subscriptionId(tenantId, placeId);
  const changed = await changeDocument(store, subscriptions, tenantId, id, change);
  if (changed) return changed;
  try {
    return await store.create(subscriptions, tenantId, { id, body: { ...fresh, placeId, casesTold: {} } });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    return changeOrStart({ store }, { tenantId, placeId }, fresh, change);
  }
}
