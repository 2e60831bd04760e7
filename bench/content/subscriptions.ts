import { createHash } from 'node:crypto';
import {
  type Subscription,
  subscriptionId,
  subscriptions,
  usualSchedule,
  usualWish,
} from '../../src/digests/model.ts';
import { noEvents } from '../../src/outbox/event.ts';
import {
  type Person,
  type Place,
  people,
  personPartition,
  placeDocumentId,
  places,
} from '../../src/people/model.ts';
import type { DocumentStore, NewDocument } from '../../src/store/document-store.ts';

const atATime = 2_000;

export interface Due {
  readonly channels: number;
  readonly people: number;
  readonly dueAt: string;
}

/** Fills a store with subscriptions that are all due at one time, as they stand after somebody has subscribed. */
export async function fillSubscriptions(store: DocumentStore, tenantId: string, due: Due): Promise<void> {
  const total = due.channels + due.people;
  for (let start = 0; start < total; start += atATime) {
    const length = Math.min(atATime, total - start);
    const some = Array.from({ length }, (_, n) => subscription(tenantId, start + n, due));
    await store.createMany(subscriptions, tenantId, some);
  }
}

/** Where those who subscribed are reached. Ids and addresses are as long as those of Teams. */
export async function fillAddresses(store: DocumentStore, tenantId: string, due: Due): Promise<void> {
  const serviceUrl = `https://smba.trafficmanager.net/uk/${tenantId}/`;
  for (let n = 0; n < due.channels; n++) {
    const placeId = channelId(n);
    const body: Place = {
      kind: 'channel',
      placeId,
      serviceUrl,
      teamId: `${placeId}-team`,
      state: 'active',
      installations: 1,
      ...noEvents,
    };
    await store.create(places, tenantId, { id: placeDocumentId(placeId), body });
  }
  for (let n = due.channels; n < due.channels + due.people; n++) {
    const personId = objectId(n);
    const body: Person = {
      personId,
      name: 'Sample Person With A Long Name (Sample Service)',
      teamsUserId: `29:1${hex(n, 70)}`,
      serviceUrl,
      conversationId: `a:1${hex(n, 90)}`,
      lastSeenOn: due.dueAt.slice(0, 10),
    };
    await store.create(people, personPartition(tenantId, personId), { id: personId, body });
  }
}

function subscription(tenantId: string, n: number, due: Due): NewDocument<Subscription> {
  const isChannel = n < due.channels;
  const personId = objectId(n);
  const placeId = isChannel ? channelId(n) : `person:${personId}`;
  return {
    id: subscriptionId(tenantId, placeId),
    body: {
      placeId,
      ...(!isChannel && { personal: { personId, by: 'teams' } }),
      schedule: usualSchedule('Europe/London'),
      state: 'active',
      dueAt: due.dueAt,
      wish: usualWish,
      casesTold: {},
      recent: [],
      subscribedBy: personId,
    },
  };
}

const hex = (n: number, length: number): string =>
  createHash('sha512').update(`sample ${n}`).digest('hex').slice(0, length);

const channelId = (n: number): string => `19:${hex(n, 43)}1@thread.tacv2`;

const objectId = (n: number): string =>
  hex(n, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
