import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { usualWish } from '../../src/digests/model.ts';
import { planDueEditions } from '../../src/digests/plan-due.ts';
import { postings } from '../../src/digests/posting.ts';
import { subscribe } from '../../src/digests/service.ts';
import { articles } from '../../src/reading/model.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { type Schedule, weekdays } from '../../src/time/schedule.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import { failingStore } from './failing-store.ts';
import { asking, type Bench, bench, goTo } from './sample-place.ts';
import { addArticle, sampleArticle, tenantId } from './sample-reading.ts';

jest.setTimeout(300_000);

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const start = Date.UTC(2027, 0, 1, 12);
const end = start + 5 * 365.25 * dayMs;
const longestSleepMs = 70 * dayMs;

const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Etc/UTC'];
const times = ['00:00', '01:30', '02:00', '02:30', '09:00', '23:59'];

const someSchedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({
    kind: fc.constant('daily' as const),
    time: fc.constantFrom(...times),
    timeZone: fc.constantFrom(...zones),
  }),
  fc.record({
    kind: fc.constant('weekly' as const),
    weekday: fc.constantFrom(...weekdays),
    time: fc.constantFrom(...times),
    timeZone: fc.constantFrom(...zones),
  }),
  fc.record({
    kind: fc.constant('monthly' as const),
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
    time: fc.constantFrom(...times),
    timeZone: fc.constantFrom(...zones),
  }),
);

/**
 * Every instant at which a schedule runs, found without the rule that is tested: for each date the first instant
 * whose wall clock shows the time, or, where it is skipped, the first one after the gap.
 */
function instantsOf(schedule: Schedule): readonly number[] {
  const read = wallClock(schedule.timeZone);
  const found: number[] = [];
  for (let day = start - 2 * dayMs; day < end + longestSleepMs + 2 * dayMs; day += dayMs) {
    const date = new Date(day).toISOString().slice(0, 10);
    if (!runsOn(schedule, date)) continue;
    const wanted = `${date} ${schedule.time}`;
    const shown = (instant: number) => {
      const wall = read(new Date(instant));
      return `${wall.date} ${wall.time}`;
    };
    // No zone is further than 14 hours from UTC, and gaps begin and end at whole half hours.
    const midnight = Date.parse(`${date}T00:00:00.000Z`);
    const [hour = 0, minute = 0] = schedule.time.split(':').map(Number);
    const step = hourMs / 2;
    const offset = (minute % 30) * 60_000;
    for (let n = -28; n <= 28 + hour * 2 + 2; n++) {
      const instant = midnight + n * step + offset;
      if (shown(instant) < wanted) continue;
      found.push(shown(instant) === wanted ? instant : instant - offset);
      break;
    }
  }
  return found;
}

function runsOn(schedule: Schedule, date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = new Date(date).getUTCDay() || 7;
  switch (schedule.kind) {
    case 'daily':
      return weekday <= 5;
    case 'weekly':
      return weekdays[weekday - 1] === schedule.weekday;
    case 'monthly':
      return day === Math.min(schedule.dayOfMonth, new Date(Date.UTC(year, month, 0)).getUTCDate());
  }
}

/** One time that the service is awake: how long it slept before, and what befalls it. */
const someWake = fc.record({
  sleptMs: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 60_000, max: 30 * hourMs }) },
    { weight: 1, arbitrary: fc.integer({ min: dayMs, max: longestSleepMs }) },
  ),
  crashesAt: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined, freq: 4 }),
  clockGoesBackMs: fc.option(fc.integer({ min: 1, max: 2 * hourMs }), { nil: undefined, freq: 6 }),
});

const run = (parts: Bench) => planDueEditions(parts).run(new AbortController().signal);

test('over five years of restarts, crashes, long sleeps and clocks that change, no edition is lost and none is doubled', async () => {
  const property = fc.asyncProperty(
    someSchedule,
    fc.array(someWake, { minLength: 40, maxLength: 60 }),
    async (schedule, wakes) => {
      const quiet = bench({ now: new Date(start).toISOString() });
      const counted = countingPostings(quiet.store);
      const parts: Bench = { ...quiet, store: counted.store };
      await subscribe(parts, asking, { schedule, wish: { ...usualWish, include: ['articles'] } });
      const instants = instantsOf(schedule);
      let [now, wakeNumber] = [start, 0];
      while (now < end) {
        const wake = wakes[wakeNumber++ % wakes.length];
        if (!wake) throw new Error('there is no wake');
        const before = now;
        now += wake.sleptMs;
        goTo(parts.clock, new Date(now).toISOString());
        const article = sampleArticle(String(wakeNumber), new Date(now - 5 * 60_000).toISOString());
        await addArticle(parts.store, article);
        if (wake.crashesAt !== undefined) {
          const { store } = failingStore(parts.store, { call: wake.crashesAt, done: wakeNumber % 2 === 0 });
          await run({ ...parts, store }).catch(() => undefined);
        }
        await run(parts);
        if (wake.clockGoesBackMs !== undefined) {
          goTo(parts.clock, new Date(now - wake.clockGoesBackMs).toISOString());
          await run(parts);
          goTo(parts.clock, new Date(now).toISOString());
        }
        await run(parts);
        await parts.store.remove(articles, tenantId, article.id);
        const isDue = instants.some((instant) => instant > before && instant <= now);
        expect({ at: new Date(now).toISOString(), posted: counted.sinceAsked() }).toEqual({
          at: new Date(now).toISOString(),
          posted: isDue ? 1 : 0,
        });
      }
    },
  );
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
});

/** A store that counts the postings it creates. */
function countingPostings(inner: DocumentStore) {
  let created = 0;
  const store: DocumentStore = {
    ...inner,
    async createMany(collection, partition, documents) {
      const ids = await inner.createMany(collection, partition, documents);
      if (collection.name === postings.name) created += ids.length;
      return ids;
    },
  };
  const sinceAsked = () => {
    const count = created;
    created = 0;
    return count;
  };
  return { store, sinceAsked };
}
