import { isDeepStrictEqual } from 'node:util';
import { hashOf, never, type Subscription, usualWish } from '../model.ts';

/** All that decides when the next edition is due and what it holds. */
const progressOf = ({
  state,
  schedule,
  wish = usualWish,
  dueAt,
  lastEditionAt,
  casesTold,
  recent,
  waitsFor,
}: Subscription) => ({ state, schedule, wish, dueAt, lastEditionAt, casesTold, recent, waitsFor });

/** Another subscription tells when it is due and what it was told. */
export const isFollowing = ({ follows, dueAt }: Subscription): boolean =>
  follows !== undefined && dueAt === never;

/** Those of one key get the same editions at the same times, for as long as nobody changes one of them. */
export const alikeKey = (subscription: Subscription): string =>
  hashOf('alike', subscription.personal !== undefined, progressOf(subscription));

/** Whether a change leaves open which editions come when. */
export const sameProgress = (one: Subscription, other: Subscription): boolean =>
  isDeepStrictEqual(progressOf(one), progressOf(other));

/** The shared subscription that one stands for from now on. */
export function sharedOf(id: string, one: Subscription): Subscription {
  return {
    ...progressOf(one),
    placeId: `together:${id}`,
    shared: { personal: one.personal !== undefined, from: one.dueAt, unheard: [] },
    subscribedBy: '',
  };
}

/** One that follows another: it is small, since what it was told stands there. */
export function following(id: string, { lastEditionAt: _, ...own }: Subscription): Subscription {
  return { ...own, dueAt: never, casesTold: {}, recent: [], follows: id };
}

/** A subscription as it stands by itself, with what it was told together with others. */
export function byItself(
  { follows: _, ...own }: Subscription,
  shared: Subscription | undefined,
): Subscription {
  if (!shared) return own;
  const { dueAt, lastEditionAt, casesTold, recent } = shared;
  return { ...own, dueAt, ...(lastEditionAt !== undefined && { lastEditionAt }), casesTold, recent };
}
