import { createHash } from 'node:crypto';
import { editions, subscriptionId, subscriptions, usualSchedule } from '../../src/digests/model.ts';
import { bucketOf } from '../../src/outbox/bucket.ts';
import { type Delivery, deliveries } from '../../src/outbox/delivery.ts';
import { deliveryId } from '../../src/outbox/delivery-id.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { planDelivery } from '../../src/outbox/plan-delivery.ts';
import { type Place, placeDocumentId, places } from '../../src/people/model.ts';
import { articles } from '../../src/reading/model.ts';
import { seedContent } from '../../src/reading/seed-content.ts';
import type { DocumentStore, NewDocument } from '../../src/store/document-store.ts';
import { systemClock } from '../../src/time/clock.ts';

export interface FanOut {
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly deliveries: number;
}

const atATime = 2_000;
const articlesInEdition = 3;
const editionName = 'sample-edition';

/** Leaves in a store one digest that is planned for so many channels, as a process leaves it that ends right then. */
export async function planFanOut(store: DocumentStore, fanOut: FanOut): Promise<void> {
  await writeEdition(store, fanOut.tenant);
  for (let start = 0; start < fanOut.deliveries; start += atATime) {
    const length = Math.min(atATime, fanOut.deliveries - start);
    await planSome(store, fanOut, start, length);
  }
}

async function writeEdition(store: DocumentStore, tenant: string): Promise<void> {
  await seedContent(store, tenant, systemClock);
  const { documents } = await store.query(articles, tenant, {
    orderBy: { field: 'order', direction: 'descending' },
    limit: articlesInEdition,
  });
  const now = systemClock.now().toISOString();
  const placeId = placeIdOf(0);
  const subscription = subscriptionId(tenant, placeId);
  const schedule = usualSchedule('Europe/London');
  const rest = {
    schedule,
    state: 'active',
    dueAt: '2099-01-01T00:00:00.000Z',
    subscribedBy: 'sample',
  } as const;
  await store.createMany(subscriptions, tenant, [
    { id: subscription, body: { placeId, casesTold: {}, recent: [], ...rest } },
  ]);
  const articleIds = documents.map(({ id }) => id);
  const told = { articleIds, ideas: [], projects: [], spread: [], themes: [], why: {} };
  await store.createMany(editions, tenant, [
    { id: editionName, body: { ...told, composedAt: now, cutOff: now, ...noEvents } },
  ]);
}

async function planSome(store: DocumentStore, fanOut: FanOut, start: number, length: number): Promise<void> {
  const { tenant, serviceUrl } = fanOut;
  const now = systemClock.now();
  const event = {
    id: `editions/${editionName}/1`,
    type: 'edition.composed',
    at: now.toISOString(),
    data: {},
  };
  const placed: NewDocument<Place>[] = [];
  const byBucket = new Map<string, NewDocument<Delivery>[]>();
  for (let n = start; n < start + length; n++) {
    const placeId = placeIdOf(n);
    const receiver = { kind: 'place', tenantId: tenant, placeId } as const;
    const planned = {
      receiver,
      card: 'digests/edition',
      about: { edition: editionName, subscription: subscriptionId(tenant, placeIdOf(0)), because: 'due' },
      urgency: 'digest',
    } as const;
    const body = planDelivery(event, planned, n, now);
    const bucket = bucketOf(receiver);
    byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), { id: deliveryId(body.key), body }]);
    const place = { kind: 'channel', placeId, serviceUrl, teamId: placeId, state: 'active' } as const;
    placed.push({ id: placeDocumentId(placeId), body: { ...place, installations: 1, ...noEvents } });
  }
  await store.createMany(places, tenant, placed);
  for (const [bucket, documents] of byBucket) await store.createMany(deliveries, bucket, documents);
}

const placeIdOf = (n: number): string =>
  `19:${createHash('sha256').update(`sample place ${n}`).digest('base64url').slice(0, 30)}@thread.tacv2`;
