import { describe, expect, test } from '@jest/globals';
import { postNow } from '../../src/digests/post-now.ts';
import { deactivate, findSubscription, stop, subscribe } from '../../src/digests/service.ts';
import type { Schedule } from '../../src/time/schedule.ts';
import { failingStore } from './failing-store.ts';
import {
  asking,
  bench,
  editionsIn,
  goTo,
  postingsIn,
  subscriptionIn,
  timeZone,
  tuesdays,
} from './sample-place.ts';
import { addArticle, addCases, sampleArticle } from './sample-reading.ts';

const daily: Schedule = { kind: 'daily', time: '09:30', timeZone };

describe('subscribing', () => {
  test('starts the digest at its next time', async () => {
    const parts = bench();
    expect(await subscribe(parts, asking, { schedule: tuesdays })).toMatchObject({
      state: 'active',
      schedule: tuesdays,
      dueAt: '2026-12-01T10:00:00.000Z',
      subscribedBy: 'sample-person',
    });
    expect(await findSubscription(parts, asking)).toEqual(await subscriptionIn(parts));
  });

  test('again for the same leaves a digest that is due as due as it is', async () => {
    const parts = bench();
    await subscribe(parts, asking, { schedule: tuesdays });
    goTo(parts.clock, '2026-12-01T10:00:10.000Z');
    const again = await subscribe(
      parts,
      { ...asking, personId: 'another-person' },
      { schedule: { ...tuesdays } },
    );
    expect(again).toMatchObject({ dueAt: '2026-12-01T10:00:00.000Z', subscribedBy: 'sample-person' });
  });

  test('for another time changes the time and keeps what was told', async () => {
    const parts = bench();
    await addArticle(parts.store, sampleArticle('a', '2026-11-30T09:00:00.000Z'));
    await subscribe(parts, asking, { schedule: tuesdays });
    await postNow(parts, asking, 'activity-1');
    const changed = await subscribe(parts, asking, { schedule: daily });
    expect(changed).toMatchObject({
      schedule: daily,
      dueAt: '2026-12-01T09:30:00.000Z',
      lastEditionAt: '2026-12-01T09:00:00.000Z',
    });
  });

  test('by several at once gives one subscription', async () => {
    const parts = bench();
    await Promise.all([tuesdays, daily, tuesdays].map((schedule) => subscribe(parts, asking, { schedule })));
    expect((await subscriptionIn(parts)).state).toBe('active');
  });

  test('brings a stopped digest back', async () => {
    const parts = bench();
    await subscribe(parts, asking, { schedule: tuesdays });
    await stop(parts, asking);
    goTo(parts.clock, '2026-12-05T09:00:00.000Z');
    expect(await subscribe(parts, asking, { schedule: tuesdays })).toMatchObject({
      state: 'active',
      dueAt: '2026-12-08T10:00:00.000Z',
    });
  });
});

describe('stopping', () => {
  test('stops it, and twice is as once', async () => {
    const parts = bench();
    await subscribe(parts, asking, { schedule: tuesdays });
    const stopped = await stop(parts, asking);
    expect(stopped?.state).toBe('stopped');
    expect(await stop(parts, asking)).toEqual(stopped);
  });

  test('what never was is nothing', async () => {
    expect(await stop(bench(), asking)).toBeUndefined();
  });

  test('a place that is gone is noted as gone', async () => {
    const parts = bench();
    await subscribe(parts, asking, { schedule: tuesdays });
    expect((await deactivate(parts, asking))?.state).toBe('placeGone');
  });
});

describe('a digest at once', () => {
  async function newsBench() {
    const parts = bench();
    await addCases(parts.store);
    await addArticle(parts.store, sampleArticle('a', '2026-11-30T09:00:00.000Z'));
    return parts;
  }

  test('is posted where no regular one comes, and none comes after it', async () => {
    const parts = await newsBench();
    expect(await postNow(parts, asking, 'activity-1')).toEqual({ kind: 'posted' });
    const [edition] = await editionsIn(parts);
    expect(edition?.body).toMatchObject({
      articleIds: ['article-a'],
      caseId: 'case-a',
      eventsPending: true,
    });
    expect(parts.relayed).toEqual([edition?.id]);
    expect((await subscriptionIn(parts)).state).toBe('stopped');
  });

  test('leaves the regular one as it was, which does not tell the same again', async () => {
    const parts = await newsBench();
    const before = await subscribe(parts, asking, { schedule: tuesdays });
    await postNow(parts, asking, 'activity-1');
    expect(await subscriptionIn(parts)).toEqual({
      ...before,
      lastEditionAt: '2026-12-01T09:00:00.000Z',
      casesTold: { 'case-a': '2026-12-01T09:00:00.000Z' },
      recent: [{ at: '2026-12-01T09:00:00.000Z', articles: ['article-a'], themes: [] }],
    });
  });

  test('is one edition though the message arrives twice, at once or later', async () => {
    const parts = await newsBench();
    const twice = await Promise.all([
      postNow(parts, asking, 'activity-1'),
      postNow(parts, asking, 'activity-1'),
    ]);
    expect(twice).toEqual([{ kind: 'posted' }, { kind: 'posted' }]);
    await addArticle(parts.store, sampleArticle('b', '2026-12-01T08:59:00.000Z'));
    expect(await postNow(parts, asking, 'activity-1')).toEqual({ kind: 'posted' });
    expect(await editionsIn(parts)).toHaveLength(1);
  });

  test('is none when nothing is new since the last', async () => {
    const parts = bench();
    await addArticle(parts.store, sampleArticle('a', '2026-11-30T09:00:00.000Z'));
    await postNow(parts, asking, 'activity-1');
    parts.clock.advance(60_000);
    expect(await postNow(parts, asking, 'activity-2')).toEqual({ kind: 'nothingNew' });
    expect(await postingsIn(parts)).toHaveLength(1);
  });

  test('is none when there is nothing at all', async () => {
    const parts = bench();
    expect(await postNow(parts, asking, 'activity-1')).toEqual({ kind: 'nothingNew' });
    expect(parts.relayed).toEqual([]);
  });

  test('tells what came in a moment ago', async () => {
    const parts = await newsBench();
    await postNow(parts, asking, 'activity-1');
    parts.clock.advance(10_000);
    await addArticle(parts.store, sampleArticle('just-now', '2026-12-01T09:00:09.000Z'));
    expect(await postNow(parts, asking, 'activity-2')).toEqual({ kind: 'posted' });
  });

  test('works again where the bot was removed and came back', async () => {
    const parts = await newsBench();
    await subscribe(parts, asking, { schedule: tuesdays });
    await deactivate(parts, asking);
    expect(await postNow(parts, asking, 'activity-1')).toEqual({ kind: 'posted' });
    expect((await subscriptionIn(parts)).state).toBe('stopped');
  });

  test.each(
    Array.from({ length: 13 }, (_, n) => n + 1).flatMap((call) => [
      { call, done: false },
      { call, done: true },
    ]),
  )('after a crash at a call of the store, %j, the same message leads to one edition', async (failure) => {
    const parts = await newsBench();
    await postNow({ ...parts, store: failingStore(parts.store, failure).store }, asking, 'activity-1').catch(
      () => undefined,
    );
    parts.clock.advance(5_000);
    expect(await postNow(parts, asking, 'activity-1')).toEqual({ kind: 'posted' });
    const [posting, ...more] = await postingsIn(parts);
    expect(more).toEqual([]);
    const edition = (await editionsIn(parts)).find(({ id }) => id === posting?.edition);
    expect((await subscriptionIn(parts)).lastEditionAt).toBe(edition?.body.cutOff);
  });
});
