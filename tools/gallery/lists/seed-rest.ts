import { type Challenge, challenges } from '../../../src/challenges/model.ts';
import { type Edition, editions } from '../../../src/digests/model.ts';
import { type Posting, postingKey, postings } from '../../../src/digests/posting.ts';
import { bucketOf } from '../../../src/outbox/bucket.ts';
import { type Delivery, deliveries } from '../../../src/outbox/delivery.ts';
import { deliveryId } from '../../../src/outbox/delivery-id.ts';
import { noEvents } from '../../../src/outbox/event.ts';
import { planDelivery } from '../../../src/outbox/plan-delivery.ts';
import { fingerprint, type Replication, replications } from '../../../src/spread/model.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { longText, longWord, names, services, some, take, titles } from './samples.ts';
import type { Seeds } from './seed.ts';
import { at } from './seed-submissions.ts';

/** So many challenges that are open and past, trials in services, and digests. */
export async function seedRest(store: DocumentStore, tenantId: string, seeds: Seeds): Promise<void> {
  const many = <Body>(name: string, make: (n: number) => Body) =>
    some(seeds.all, (n) => ({ id: fingerprint(`sample ${name} ${n}`), body: make(n) }));
  await store.createMany(
    challenges,
    tenantId,
    many('challenge', (n) => challenge(n, 'open', seeds)),
  );
  await store.createMany(
    challenges,
    tenantId,
    many('past-challenge', (n) => challenge(n, 'closed', seeds)),
  );
  await seedTrials(store, tenantId, seeds);
  await store.createMany(
    editions,
    tenantId,
    some(seeds.all, (n) => ({ id: `sample-edition-${n}`, body: edition(n, seeds) })),
  );
  await seedMessages(store, tenantId, seeds);
}

/** So many trials that Ann leads, of one idea. */
export async function seedTrials(store: DocumentStore, tenantId: string, seeds: Seeds): Promise<void> {
  const made = some(seeds.all, (n) => ({
    id: fingerprint(`sample replication ${n}`),
    body: replication(n, seeds),
  }));
  await store.createMany(replications, tenantId, made);
}

/** So many messages of the first digest. */
async function seedMessages(store: DocumentStore, tenantId: string, seeds: Seeds): Promise<void> {
  const edition = 'sample-edition-0';
  const event = { id: `editions/${edition}/sample`, type: 'edition.posted', at: at(seeds, 0), data: {} };
  for (const n of some(seeds.all, (one) => one)) {
    const receiver = { kind: 'place', tenantId, placeId: `sample-${n}` } as const;
    const id = `sample-posting-${tenantId}-${n}`;
    const body: Posting = {
      edition,
      subscriptionId: 'sample',
      receivers: [receiver],
      because: 'due',
      batch: 'sample',
      at: event.at,
    };
    await store.create(postings, tenantId, { id, body });
    const key = postingKey(id, receiver);
    const planned = {
      receiver,
      card: 'digests/edition',
      about: { edition },
      urgency: 'digest',
      key,
    } as const;
    const delivery = planDelivery(event, planned, n, seeds.now);
    await store.create(deliveries, bucketOf(receiver), {
      id: deliveryId(key),
      body: { ...delivery, ...take(outcomesOfMessages, n) },
    });
  }
}

const sent = {
  state: 'sent',
  sentAt: '2027-02-28T10:00:00.000Z',
  message: { conversationId: 'sample', activityId: 'sample' },
} as const;

const outcomesOfMessages: readonly Partial<Delivery>[] = [
  sent,
  { state: 'inDoubt', reason: 'no answer within 15 seconds' },
  sent,
  { state: 'dead', reason: `BotNotInConversationRoster: ${longWord}`.slice(0, 120) },
  { state: 'parked', reason: 'ConversationBlockedByUser' },
  sent,
  { state: 'dead', reason: 'Message size too large' },
  { state: 'dropped' },
  { state: 'held' },
];

function challenge(n: number, state: 'open' | 'closed', seeds: Seeds): Challenge {
  const ends = state === 'open' ? -(n + 1) : n + 1;
  return {
    title: take(titles, n),
    text: longText.slice(0, n % 2 === 0 ? 1000 : 60),
    questions: [],
    topics: [],
    opensOn: at(seeds, ends + 30).slice(0, 10),
    closesOn: at(seeds, ends).slice(0, 10),
    endsAt: at(seeds, ends),
    // Nothing happens by itself.
    dueAt: at(seeds, -900),
    placeIds: ['sample'],
    state,
    by: { personId: 'sample', name: take(names, n) },
    changes: 0,
    createdAt: at(seeds, ends + 31),
    content: 'sample',
    ...noEvents,
  };
}

const outcomes = ['works', 'partly', 'stopped'] as const;

function replication(n: number, seeds: Seeds): Replication {
  const by = { personId: `sample-reader-${n}`, name: take(names, n + 1) };
  const state = take(['running', 'finished', 'ended'] as const, n);
  return {
    source: { kind: 'idea', id: seeds.discussed, title: take(titles, n) },
    sourceKey: `idea:${seeds.discussed}`,
    service: take(services, n),
    startedBy: by,
    lead: seeds.ann,
    startsOn: at(seeds, 60 + n).slice(0, 10),
    state,
    asked: 0,
    ...(state === 'finished' && {
      result: {
        by: seeds.ann,
        at: at(seeds, n),
        outcome: take(outcomes, n),
        learnt: longText.slice(0, 1000),
        benefits: { cashable: 12_345 + n, other: longText.slice(0, 300), confidence: 'low' as const },
      },
    }),
    ...(state === 'ended' && { endedEarly: { by, at: at(seeds, n), reason: longText.slice(0, 500) } }),
    movedAt: at(seeds, n),
    changes: 0,
    createdAt: at(seeds, 60 + n),
    form: `sample ${n}`,
    ...noEvents,
  };
}

const edition = (n: number, seeds: Seeds): Edition => ({
  articleIds: n % 5 === 3 ? [] : [`sample-article-${n}`, 'sample-article-1', 'sample-article-0'],
  ideas: [],
  projects: [],
  spread: [],
  themes: [],
  why: {},
  cutOff: at(seeds, n),
  composedAt: at(seeds, n),
  ...noEvents,
});
