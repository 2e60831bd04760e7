import { describe, expect, test } from '@jest/globals';
import { correctEdition, correctPosted, sendEditions } from '../../../src/digests/edition-delivery.ts';
import { editions, subscriptionId, subscriptions, usualWish } from '../../../src/digests/model.ts';
import { planDueEditions } from '../../../src/digests/plan-due.ts';
import { postNow } from '../../../src/digests/post-now.ts';
import { postingId, postingKey, postings } from '../../../src/digests/posting.ts';
import { bucketsOf } from '../../../src/digests/report/edition-deliveries.ts';
import { findSubscription, stop, subscribe } from '../../../src/digests/service.ts';
import { gatherAlike } from '../../../src/digests/together/gather.ts';
import { countPosted } from '../../../src/digests/together/members.ts';
import { buckets } from '../../../src/outbox/bucket.ts';
import { deliveries } from '../../../src/outbox/delivery.ts';
import { relayDocument } from '../../../src/outbox/relay.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { everyDocument } from '../../../src/store/every-document.ts';
import { failingStore } from '../failing-store.ts';
import { withApproval } from '../sample-approval.ts';
import { asking, type Bench, bench, editionsIn, goTo, tuesdays } from '../sample-place.ts';
import { addArticle, addCases, sampleArticle, tenantId } from '../sample-reading.ts';
import { hearEditions, onTheirWay } from './sent-editions.ts';

const { signal } = new AbortController();
const plan = (parts: Bench, store: DocumentStore = parts.store) =>
  planDueEditions({ ...parts, store }).run(signal);
const gather = (parts: Bench, store: DocumentStore = parts.store) =>
  gatherAlike({ ...parts, store }).run(signal);

const placesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...asking, placeId: `19:sample-${n}` }));

/** So many places with the usual digest, an hour before it is due. */
async function benchOf(count: number) {
  const parts = bench();
  await addCases(parts.store);
  for (const name of ['a', 'b'])
    await addArticle(parts.store, sampleArticle(name, '2026-11-24T09:00:00.000Z'));
  for (const place of placesOf(count)) await subscribe(parts, place, { schedule: tuesdays });
  return parts;
}

const standing = ({ store }: Bench, count: number) =>
  Promise.all(placesOf(count).map((place) => findSubscription({ store }, place)));

const shared = ({ store }: Bench) => store.count(subscriptions, tenantId, { follows: { above: '' } });

const inTime = '2026-12-01T10:00:20.000Z';

describe('subscriptions that are alike', () => {
  test('are planned as one, and nobody sees a difference', async () => {
    const parts = await benchOf(12);
    const before = await standing(parts, 12);
    await gather(parts);
    expect(await shared(parts)).toBe(12);
    expect(await standing(parts, 12)).toEqual(before);
    goTo(parts.clock, inTime);
    await plan(parts);
    await hearEditions(parts);
    const [edition] = await editionsIn(parts);
    if (!edition) throw new Error('there is no edition');
    expect(await parts.store.count(postings, tenantId, {})).toBe(1);
    expect((await onTheirWay(parts)).size).toBe(12);
    expect(await countPosted(parts.store, tenantId, edition.id)).toBe(12);
    expect(await bucketsOf(parts.store, tenantId, edition.id)).toEqual(buckets);
    for (const one of await standing(parts, 12))
      expect(one).toMatchObject({
        dueAt: '2026-12-08T10:00:00.000Z',
        lastEditionAt: inTime,
        casesTold: { 'case-a': inTime },
      });
  });

  test('are left as they are when they are few, or differ', async () => {
    const parts = await benchOf(12);
    for (const place of placesOf(3))
      await subscribe(parts, place, { schedule: tuesdays, wish: { ...usualWish, length: 'short' } });
    await gather(parts);
    expect(await shared(parts)).toBe(0);
  });

  test('are gathered again and again without a difference, and one that nobody follows ends', async () => {
    const parts = await benchOf(12);
    for (let n = 0; n < 3; n++) await gather(parts);
    for (const place of placesOf(12)) await stop(parts, place);
    expect(await shared(parts)).toBe(0);
    for (const day of ['01', '08']) {
      goTo(parts.clock, `2026-12-${day}T10:00:20.000Z`);
      await plan(parts);
    }
    expect(await editionsIn(parts)).toEqual([]);
    expect(await parts.store.count(subscriptions, tenantId, { state: 'active' })).toBe(0);
  });
});

test('where editions wait to be approved each is planned by itself again', async () => {
  const parts = await benchOf(12);
  await gather(parts);
  const approved = await withApproval(parts, 'go');
  await gather(approved);
  goTo(parts.clock, inTime);
  for (let run = 0; run < 2; run++) await plan(approved);
  expect(await shared(parts)).toBe(0);
  await hearEditions(parts);
  expect((await onTheirWay(parts)).size).toBe(12);
  expect(await parts.store.count(postings, tenantId, {})).toBe(12);
});

describe('one that leaves while its edition is on its way', () => {
  const deeds = {
    stop: (parts: Bench) => stop(parts, asking0),
    'choose another time': (parts: Bench) =>
      subscribe(parts, asking0, { schedule: { ...tuesdays, time: '15:00' } }),
    'wish something else': (parts: Bench) =>
      subscribe(parts, asking0, { schedule: tuesdays, wish: { ...usualWish, length: 'short' } }),
    'ask for one': (parts: Bench) => postNow(parts, asking0, 'sample-activity'),
  };
  const [asking0 = asking] = placesOf(1);
  const occasion = { because: 'due', dueAt: '2026-12-01T10:00:00.000Z' } as const;
  const keyDue = postingKey(postingId(subscriptionId(tenantId, asking0.placeId), occasion), {
    kind: 'place',
    tenantId,
    placeId: asking0.placeId,
  });

  test.each(Object.entries(deeds))('gets it once and remembers it: %s', async (_, deed) => {
    for (let call = 1; ; call++) {
      const parts = await benchOf(12);
      await gather(parts);
      goTo(parts.clock, inTime);
      const failing = failingStore(parts.store, { call, done: true });
      await plan(parts, failing.store).catch(() => undefined);
      const posted = await parts.store.count(postings, tenantId, {});
      await deed(parts);
      await plan(parts);
      await hearEditions(parts);
      // What was posted is neither lost nor forgotten.
      if (posted > 0) {
        expect((await onTheirWay(parts)).has(keyDue)).toBe(true);
        expect(await findSubscription(parts, asking0)).toMatchObject({ casesTold: { 'case-a': inTime } });
      }
      if (!failing.reached()) break;
    }
  });
});

test('a crash at any call of gathering loses no edition and doubles none', async () => {
  for (let call = 1; ; call++) {
    for (const done of [true, false]) {
      const parts = await benchOf(11);
      const failing = failingStore(parts.store, { call, done });
      await gather(parts, failing.store).catch(() => undefined);
      if (call % 2 === 0) await gather(parts);
      goTo(parts.clock, inTime);
      await plan(parts);
      await hearEditions(parts);
      expect((await onTheirWay(parts)).size).toBe(11);
      const dueAt = (await standing(parts, 11)).map((one) => one?.dueAt);
      expect(new Set(dueAt)).toEqual(new Set(['2026-12-08T10:00:00.000Z']));
      if (!failing.reached()) return;
    }
  }
});

test('a correction reaches whoever got the edition, also one that has left since', async () => {
  const parts = await benchOf(12);
  await gather(parts);
  goTo(parts.clock, inTime);
  await plan(parts);
  await hearEditions(parts);
  await subscribe(parts, placesOf(1)[0] ?? asking, { schedule: { ...tuesdays, time: '15:00' } });
  const [edition] = await editionsIn(parts);
  if (!edition) throw new Error('there is no edition');
  await correctEdition(parts, tenantId, edition.id, 'Sample note.', ['article-a']);
  const listeners = [sendEditions(parts), correctPosted(parts)];
  const relay = { ...parts, listeners, planned: () => {}, heard: async () => {} };
  await relayDocument(relay, editions, tenantId, edition.id);
  const redrawn: (string | undefined)[] = [];
  for (const bucket of buckets)
    for await (const { body } of everyDocument(parts.store, deliveries, bucket, { limit: 100 }))
      if (body.updates !== undefined) redrawn.push(body.updates);
  expect(new Set(redrawn)).toEqual(
    new Set([...(await onTheirWay(parts)).keys()].filter((key) => key.startsWith('postings/'))),
  );
  expect(redrawn).toHaveLength(12);
});
