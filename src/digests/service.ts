import { isDeepStrictEqual } from 'node:util';
import { profileOf } from '../people/profiles.ts';
import { nextRun, type Schedule } from '../time/schedule.ts';
import { draftFor } from './approval/find-draft.ts';
import type { Draft } from './approval/model.ts';
import { editionOf } from './approval/rules.ts';
import { type Asking, changeOrStart, isPersonal, setState } from './change-subscription.ts';
import { type Composed, composeRun } from './compose-run.ts';
import { type Subscription, subscriptionId, usualSchedule, usualWish, type Wish } from './model.ts';
import type { DigestParts } from './parts.ts';
import { readSubscription } from './together/leave.ts';

/** The subscription of a place; undefined when it never had one. */
export async function findSubscription(
  { store }: Pick<DigestParts, 'store'>,
  { tenantId, placeId }: Pick<Asking, 'tenantId' | 'placeId'>,
): Promise<Subscription | undefined> {
  return readSubscription(store, tenantId, subscriptionId(tenantId, placeId));
}

/** What somebody chose; what is absent stays as it is. */
export interface Choice {
  readonly schedule: Schedule;
  readonly wish?: Wish | undefined;
  /** Of a person's own digest: how it comes. An address must be confirmed before. */
  readonly by?: NonNullable<Subscription['personal']>['by'] | undefined;
}

/** Starts the digest of a place or changes it. Asked again for the same, it leaves all as it is. */
export async function subscribe(
  parts: Pick<DigestParts, 'store' | 'clock'>,
  asking: Asking,
  { schedule, wish, by }: Choice,
): Promise<Subscription> {
  const { tenantId, personId } = asking;
  const service = isPersonal(asking)
    ? (await profileOf(parts.store, tenantId, personId))?.service
    : undefined;
  const chosen = (present: Subscription | undefined) => ({
    schedule,
    wish: isPersonal(asking)
      ? { ...(present?.wish ?? usualWish), ...wish, ...(service && { service }) }
      : (wish ?? present?.wish ?? usualWish),
    ...(isPersonal(asking) && {
      personal: { ...present?.personal, personId, by: by ?? present?.personal?.by ?? ('teams' as const) },
    }),
    state: 'active' as const,
  });
  const started = { dueAt: nextRun(schedule, parts.clock.now()).toISOString(), subscribedBy: personId };
  const { body } = await changeOrStart(
    parts.store,
    asking,
    { ...chosen(undefined), ...started },
    (present) => {
      const next = { ...present, ...chosen(present) };
      if (isDeepStrictEqual(next, present)) return undefined;
      const sameTimes = present.state === 'active' && isDeepStrictEqual(present.schedule, schedule);
      return { ...next, ...started, ...(sameTimes && { dueAt: present.dueAt }) };
    },
  );
  return body;
}

/** Stops the digest of a place. Returns the subscription, stopped; undefined when there never was one. */
export const stop = (
  { store }: Pick<DigestParts, 'store'>,
  place: Pick<Asking, 'tenantId' | 'placeId'>,
): Promise<Subscription | undefined> => setState(store, place, 'stopped');

/** None comes until somebody says that it goes on; all that was chosen is kept. */
export const pauseDigest = async (
  parts: Pick<DigestParts, 'store'>,
  place: Pick<Asking, 'tenantId' | 'placeId'>,
): Promise<Subscription | undefined> => {
  const present = await findSubscription(parts, place);
  return present?.state === 'active' ? setState(parts.store, place, 'paused') : present;
};

/** Goes on with what was set up before it was paused or stopped, or starts with what is usual. */
export async function resume(parts: DigestParts, asking: Asking): Promise<Subscription> {
  const present = await findSubscription(parts, asking);
  return subscribe(parts, asking, { schedule: present?.schedule ?? usualSchedule(parts.timeZone) });
}

/** The place is gone: nothing is sent there until somebody there subscribes again. */
export const deactivate = (
  { store }: Pick<DigestParts, 'store'>,
  place: Pick<Asking, 'tenantId' | 'placeId'>,
): Promise<Subscription | undefined> => setState(store, place, 'placeGone');

export interface Previewed {
  readonly subscription: Subscription;
  readonly composed: Composed | undefined;
  /** What the innovation team looks at before it goes; then `composed` is that. */
  readonly draft?: Draft | undefined;
}

/** What the next edition of a place would hold if it came now, or its draft; nothing is kept of it. */
export async function preview(
  parts: Pick<DigestParts, 'store' | 'clock' | 'timeZone' | 'approval' | 'words'>,
  asking: Asking,
): Promise<Previewed> {
  const { placeId } = asking;
  const subscription = (await findSubscription(parts, asking)) ?? {
    ...unasked(parts, asking),
    placeId,
    casesTold: {},
    recent: [],
  };
  const draft = await draftFor(parts, asking.tenantId, subscription);
  if (draft) {
    const body = editionOf(draft.body, (n) => parts.words.say('digests.edition.withdrawn', { articles: n }));
    return { subscription, composed: { id: draft.id, body }, draft: draft.body };
  }
  return { subscription, composed: await composeRun(parts, asking.tenantId, 'asked').compose(subscription) };
}

/** The subscription of a place that never set one up. */
export function unasked({ timeZone, clock }: Pick<DigestParts, 'timeZone' | 'clock'>, asking: Asking) {
  const { personId } = asking;
  const schedule = usualSchedule(timeZone);
  return {
    schedule,
    state: 'stopped',
    dueAt: nextRun(schedule, clock.now()).toISOString(),
    subscribedBy: personId,
    ...(isPersonal(asking) && { personal: { personId, by: 'teams' as const } }),
  } as const;
}
