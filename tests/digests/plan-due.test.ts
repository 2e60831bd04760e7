import { describe, expect, test } from '@jest/globals';
import { usualWish, type Wish } from '../../src/digests/model.ts';
import type { DigestParts } from '../../src/digests/parts.ts';
import { planDueEditions } from '../../src/digests/plan-due.ts';
import { type Posting, postings } from '../../src/digests/posting.ts';
import { deactivate, stop, subscribe } from '../../src/digests/service.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import type { Schedule } from '../../src/time/schedule.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import { failingStore } from './failing-store.ts';
import {
  asking,
  bench,
  editionsIn,
  goTo,
  placeId,
  postingsIn,
  subscriptionIn,
  timeZone,
  tuesdays,
} from './sample-place.ts';
import { addArticle, addCases, sampleArticle, tenantId } from './sample-reading.ts';

const plan = (parts: DigestParts) => planDueEditions(parts).run(new AbortController().signal);

const placesOf = (posted: readonly Posting[]) =>
  posted
    .flatMap(({ receivers }) => receivers.map((one) => (one.kind === 'place' ? one.placeId : one.kind)))
    .sort();

/** A place with the usual digest, three articles and all case studies, at the minute when the digest is due. */
async function dueBench(include: Wish['include'] = usualWish.include) {
  const parts = bench();
  await addCases(parts.store);
  await addArticle(
    parts.store,
    sampleArticle('a', '2026-11-24T09:00:00.000Z'),
    sampleArticle('b', '2026-11-25T09:00:00.000Z'),
    sampleArticle('c', '2026-11-26T09:00:00.000Z'),
  );
  await subscribe(parts, asking, { schedule: tuesdays, wish: { ...usualWish, include } });
  goTo(parts.clock, '2026-12-01T10:00:20.000Z');
  return parts;
}

describe('a digest that is due', () => {
  test('becomes one edition with the event that sends it, handed to the relay', async () => {
    const parts = await dueBench();
    await plan(parts);
    const [edition, ...more] = await editionsIn(parts);
    expect(more).toEqual([]);
    expect(edition?.body).toMatchObject({
      articleIds: ['article-c', 'article-b', 'article-a'],
      caseId: 'case-a',
      composedAt: '2026-12-01T10:00:20.000Z',
      events: [{ type: 'edition.posted', at: '2026-12-01T10:00:20.000Z' }],
      eventsPending: true,
    });
    const [posting, ...others] = await postingsIn(parts);
    expect(others).toEqual([]);
    expect(posting).toMatchObject({
      edition: edition?.id,
      because: 'due',
      receivers: [{ kind: 'place', tenantId, placeId }],
    });
    expect(parts.relayed).toEqual([edition?.id]);
  });

  test('moves its subscription on: next due, cut-off, case study', async () => {
    const parts = await dueBench();
    await plan(parts);
    expect(await subscriptionIn(parts)).toMatchObject({
      dueAt: '2026-12-08T10:00:00.000Z',
      lastEditionAt: '2026-12-01T10:00:20.000Z',
      casesTold: { 'case-a': '2026-12-01T10:00:20.000Z' },
    });
  });

  test('is planned once, however often the job runs', async () => {
    const parts = await dueBench();
    for (let run = 0; run < 3; run++) await plan(parts);
    expect(await postingsIn(parts)).toHaveLength(1);
  });

  test('is planned once by two replicas at once', async () => {
    const parts = await dueBench();
    await Promise.all([plan(parts), plan(parts), plan(parts)]);
    expect(await postingsIn(parts)).toHaveLength(1);
    expect((await subscriptionIn(parts)).dueAt).toBe('2026-12-08T10:00:00.000Z');
    expect(parts.telemetry.errors).toEqual([]);
  });

  test('is not planned a moment before', async () => {
    const parts = await dueBench();
    goTo(parts.clock, '2026-12-01T09:59:59.999Z');
    await plan(parts);
    expect(await editionsIn(parts)).toEqual([]);
  });

  test.each([
    ['stopped', stop],
    ['whose place is gone', deactivate],
  ])('is not planned when %s', async (_, end) => {
    const parts = await dueBench();
    await end(parts, asking);
    await plan(parts);
    expect(await editionsIn(parts)).toEqual([]);
  });

  test('is followed by one edition after an outage of three weeks, with all that is new', async () => {
    const parts = await dueBench();
    await plan(parts);
    for (const day of ['02', '09', '16'])
      await addArticle(parts.store, sampleArticle(day, `2026-12-${day}T09:00:00.000Z`));
    goTo(parts.clock, '2026-12-23T15:00:00.000Z');
    await plan(parts);
    expect((await subscriptionIn(parts)).dueAt).toBe('2026-12-29T10:00:00.000Z');
    await plan(parts);
    const [, second, ...more] = await editionsIn(parts);
    expect(more).toEqual([]);
    expect(second?.body.articleIds).toEqual(['article-16', 'article-09', 'article-02']);
  });

  test('is no edition when nothing is new, and the next is due as ever', async () => {
    const parts = await dueBench(['articles']);
    await plan(parts);
    goTo(parts.clock, '2026-12-08T10:00:30.000Z');
    await plan(parts);
    expect(await postingsIn(parts)).toHaveLength(1);
    expect(await subscriptionIn(parts)).toMatchObject({
      dueAt: '2026-12-15T10:00:00.000Z',
      lastEditionAt: '2026-12-01T10:00:20.000Z',
    });
  });

  test('never cuts one poll in two: articles that came in as it was composed are all in the next', async () => {
    const parts = await dueBench();
    await plan(parts);
    goTo(parts.clock, '2026-12-08T10:00:30.000Z');
    const polled = '2026-12-08T10:00:00.000Z';
    await addArticle(parts.store, sampleArticle('before', '2026-12-07T09:00:00.000Z'));
    await addArticle(parts.store, sampleArticle('first-of-poll', polled));
    await plan(parts);
    await addArticle(parts.store, sampleArticle('second-of-poll', polled));
    goTo(parts.clock, '2026-12-15T10:00:30.000Z');
    await plan(parts);
    const told = (await editionsIn(parts)).slice(1).map(({ body }) => body.articleIds);
    expect(told).toEqual([['article-before'], ['article-second-of-poll', 'article-first-of-poll']]);
  });

  test('that cannot be written stops no other', async () => {
    const parts = await dueBench();
    const other = { ...asking, placeId: '19:another-sample' };
    await subscribe(parts, other, { schedule: { ...tuesdays, time: '10:30' } });
    goTo(parts.clock, '2026-12-01T10:31:00.000Z');
    const broken: DocumentStore = {
      ...parts.store,
      createMany: async (collection, partition, documents) => {
        if (JSON.stringify(documents).includes(placeId)) throw new Error('cannot be written');
        return parts.store.createMany(collection, partition, documents);
      },
    };
    await plan({ ...parts, store: broken });
    expect(placesOf(await postingsIn(parts))).toEqual([other.placeId]);
    expect(parts.telemetry.errors.map(({ event }) => event)).toEqual(['digests.planFailed']);
  });

  test('keeps the time that somebody chose while it was composed', async () => {
    const parts = await dueBench();
    const fridays: Schedule = { ...tuesdays, kind: 'weekly', weekdays: ['friday'] };
    const meddled: DocumentStore = {
      ...parts.store,
      createMany: async (collection, partition, documents) => {
        await subscribe(parts, asking, { schedule: fridays });
        return parts.store.createMany(collection, partition, documents);
      },
    };
    await plan({ ...parts, store: meddled });
    expect(await subscriptionIn(parts)).toMatchObject({
      schedule: fridays,
      dueAt: '2026-12-04T10:00:00.000Z',
      lastEditionAt: '2026-12-01T10:00:20.000Z',
    });
  });

  test('is not due again because a replica that hung for a week goes on where it stood', async () => {
    const parts = await dueBench();
    const hung: DocumentStore = {
      ...parts.store,
      createMany: async (collection, partition, documents) => {
        if (collection.name !== postings.name)
          return parts.store.createMany(collection, partition, documents);
        await plan(parts);
        goTo(parts.clock, '2026-12-08T10:00:20.000Z');
        await plan(parts);
        return parts.store.createMany(collection, partition, documents);
      },
    };
    await plan({ ...parts, store: hung });
    expect((await subscriptionIn(parts)).dueAt).toBe('2026-12-15T10:00:00.000Z');
    const dueOnTheFirst = (await postingsIn(parts)).filter(({ at }) => at.startsWith('2026-12-01'));
    expect(dueOnTheFirst).toHaveLength(1);
  });

  test('tells an article that was published long ago and added lately, once the newer ones were told', async () => {
    const parts = await dueBench();
    const told = Array.from({ length: 4 }, (_, n) => sampleArticle(`told-${n}`, '2026-11-30T09:00:00.000Z'));
    await addArticle(parts.store, ...told);
    await plan(parts);
    await addArticle(
      parts.store,
      sampleArticle('late', '2020-01-01T09:00:00.000Z', { addedAt: '2026-12-05T09:00:00.000Z' }),
    );
    goTo(parts.clock, '2026-12-08T10:00:20.000Z');
    await plan(parts);
    const last = (await editionsIn(parts)).at(-1);
    expect(last?.body.articleIds).toEqual(['article-late']);
  });

  test('is planned for every place that waits, page after page', async () => {
    const parts = await dueBench();
    const places = Array.from({ length: 730 }, (_, n) => `19:sample-${n}`);
    goTo(parts.clock, '2026-12-01T09:00:00.000Z');
    await Promise.all(
      places.map((place) => subscribe(parts, { ...asking, placeId: place }, { schedule: tuesdays })),
    );
    goTo(parts.clock, '2026-12-01T10:00:20.000Z');
    await plan(parts);
    expect(placesOf(await postingsIn(parts))).toEqual([placeId, ...places].toSorted());
    // The other place asked on another day, so it was told the same: all share one edition, stored once.
    expect(await editionsIn(parts)).toHaveLength(1);
  });

  test('waits when the service is being stopped', async () => {
    const parts = await dueBench();
    await planDueEditions(parts).run(AbortSignal.abort());
    expect(await editionsIn(parts)).toEqual([]);
  });
});

describe('a crash at any call of the store', () => {
  // The query, six readings of candidates, edition, posting, reading and writing the event, moving on.
  const calls = 12;
  const failures = Array.from({ length: calls }, (_, n) => n + 1).flatMap((call) => [
    { call, done: false },
    { call, done: true },
  ]);

  test.each(failures)(
    '%j: the next run leads to one posting and a subscription moved on',
    async (failure) => {
      const parts = await dueBench();
      const failing = failingStore(parts.store, failure);
      await plan({ ...parts, store: failing.store }).catch(() => undefined);
      parts.clock.advance(60_000);
      await plan(parts);
      const [posting, ...more] = await postingsIn(parts);
      expect(more).toEqual([]);
      const edition = (await editionsIn(parts)).find(({ id }) => id === posting?.edition);
      expect(edition?.body.events).toMatchObject([
        { type: 'edition.posted', data: { batch: posting?.batch } },
      ]);
      expect(await subscriptionIn(parts)).toMatchObject({
        dueAt: '2026-12-08T10:00:00.000Z',
        lastEditionAt: edition?.body.cutOff,
        casesTold: { 'case-a': edition?.body.composedAt },
      });
    },
  );

  test.each([
    ['the last', calls, true],
    ['one more', calls + 1, false],
  ])('was tried at every call: there is %s', async (_, call, reached) => {
    const parts = await dueBench();
    const failing = failingStore(parts.store, { call, done: true });
    await plan({ ...parts, store: failing.store });
    expect(failing.reached()).toBe(reached);
  });
});

describe('a year of weekly digests', () => {
  test('repeats no article and no case study, and keeps its wall time over clock changes', async () => {
    const parts = bench({ now: '2026-01-06T09:00:00.000Z' });
    await addCases(parts.store);
    await subscribe(parts, asking, { schedule: tuesdays });
    const local = wallClock(timeZone);
    for (let week = 0; week < 52; week++) {
      const { dueAt } = await subscriptionIn(parts);
      expect(local(new Date(dueAt))).toMatchObject({ time: '10:00', weekday: 2 });
      for (let n = 0; n < 1 + (week % 9); n++) {
        const at = new Date(Date.parse(dueAt) - (n + 1) * 3_600_000).toISOString();
        await addArticle(parts.store, sampleArticle(`${week}-${n}`, at));
      }
      goTo(parts.clock, new Date(Date.parse(dueAt) + 15_000).toISOString());
      await plan(parts);
    }
    const told = (await editionsIn(parts)).map(({ body }) => body);
    expect(told).toHaveLength(52);
    const articleIds = told.flatMap((edition) => edition.articleIds);
    expect(new Set(articleIds).size).toBe(articleIds.length);
    const caseIds = told.flatMap((edition) => edition.caseId ?? []);
    expect(caseIds).toHaveLength(13);
    expect(new Set(caseIds).size).toBe(13);
  });

  test('another tenant is told nothing of it', async () => {
    const parts = await dueBench();
    await plan({ ...parts, tenants: ['another-sample-tenant'] });
    expect(await editionsIn(parts)).toEqual([]);
    await plan({ ...parts, tenants: ['another-sample-tenant', tenantId] });
    expect(await editionsIn(parts)).toHaveLength(1);
  });
});
