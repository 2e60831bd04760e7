import { type Subscription, subscriptionId, usualSchedule, usualWish } from '../../src/digests/model.ts';
import type { NewDocument } from '../../src/store/document-store.ts';

const atATime = 2_000;

/** Subscriptions that are all due now, a few thousand at a time. */
export function* sampleSubscriptions(due: {
  readonly channels: number;
  readonly people: number;
}): Generator<NewDocument<Subscription>[]> {
  const dueAt = new Date(Date.now() - 1_000).toISOString();
  const total = due.channels + due.people;
  for (let start = 0; start < total; start += atATime) {
    const length = Math.min(atATime, total - start);
    yield Array.from({ length }, (_, n) => sampleSubscription(start + n, start + n < due.channels, dueAt));
  }
}

function sampleSubscription(n: number, isChannel: boolean, dueAt: string): NewDocument<Subscription> {
  const personId = `sample-person-${n}`;
  const placeId = isChannel ? `19:sample-channel-${n}@thread.tacv2` : `person:${personId}`;
  return {
    id: subscriptionId('sample-tenant', placeId),
    body: {
      placeId,
      ...(!isChannel && { personal: { personId, by: 'teams' } }),
      schedule: usualSchedule('Europe/London'),
      state: 'active',
      dueAt,
      wish: usualWish,
      casesTold: {},
      recent: [],
      subscribedBy: personId,
    },
  };
}
