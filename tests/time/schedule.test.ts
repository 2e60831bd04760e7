import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextRun, type Schedule, scheduleSchema, weekdays } from '../../src/time/schedule.ts';
import { wallClock } from '../../src/time/wall-clock.ts';

const timeZone = 'Europe/London';
const next = (schedule: Schedule, after: string) => nextRun(schedule, new Date(after)).toISOString();

function* runs(schedule: Schedule, from: Date, until: Date): Generator<Date> {
  let run = nextRun(schedule, from);
  while (run < until) {
    yield run;
    run = nextRun(schedule, run);
  }
}

const someTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

// Their clocks change at 1:00, 2:00, midnight and by half an hour, or never.
const someZone = fc.constantFrom(
  'Europe/London',
  'America/New_York',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
);

const someWeekdays = fc.subarray([...weekdays], { minLength: 1 });

const start = new Date('2026-01-01T00:00:00Z');
const years = (count: number) => new Date(Date.UTC(2026 + count, 0, 1));
const weekdayName = (weekday: number) => weekdays[weekday - 1];

/** A wall time is right when it is the one asked for, or the first after a gap in which that one would lie. */
function atItsTime(run: Date, schedule: Schedule): boolean {
  const local = wallClock(schedule.timeZone);
  if (local(run).time === schedule.time) return true;
  const before = local(new Date(run.getTime() - 60_000));
  const crossedMidnight = before.date !== local(run).date;
  return local(run).time > schedule.time && (crossedMidnight || before.time < schedule.time);
}

describe('a schedule runs', () => {
  test.each<[string, Schedule, string, string]>([
    [
      'daily, next on the same day',
      { kind: 'daily', time: '10:00', timeZone },
      '2026-11-24T09:59:59.999Z',
      '2026-11-24T10:00:00.000Z',
    ],
    [
      'strictly later than a run',
      { kind: 'daily', time: '10:00', timeZone },
      '2026-11-24T10:00:00Z',
      '2026-11-25T10:00:00.000Z',
    ],
    [
      'daily, not on a weekend',
      { kind: 'daily', time: '10:00', timeZone },
      '2026-11-27T10:00:00Z',
      '2026-11-30T10:00:00.000Z',
    ],
    [
      'daily, on a bank holiday too',
      { kind: 'daily', time: '10:00', timeZone },
      '2026-12-24T10:00:00Z',
      '2026-12-25T10:00:00.000Z',
    ],
    [
      'weekly at the same wall time in winter',
      { kind: 'weekly', weekdays: ['tuesday'], time: '10:00', timeZone },
      '2026-10-20T09:00:00Z',
      '2026-10-27T10:00:00.000Z',
    ],
    [
      'weekly at the same wall time in summer',
      { kind: 'weekly', weekdays: ['tuesday'], time: '10:00', timeZone },
      '2026-03-24T10:00:00Z',
      '2026-03-31T09:00:00.000Z',
    ],
    [
      'weekly on a Sunday',
      { kind: 'weekly', weekdays: ['sunday'], time: '08:00', timeZone },
      '2026-11-24T00:00:00Z',
      '2026-11-29T08:00:00.000Z',
    ],
    [
      'at 2:00 when 1:30 is skipped',
      { kind: 'weekly', weekdays: ['sunday'], time: '01:30', timeZone },
      '2026-03-23T00:00:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'at the first of two 1:30s',
      { kind: 'weekly', weekdays: ['sunday'], time: '01:30', timeZone },
      '2026-10-24T00:00:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'not again at the second 1:30',
      { kind: 'weekly', weekdays: ['sunday'], time: '01:30', timeZone },
      '2026-10-25T01:10:00Z',
      '2026-11-01T01:30:00.000Z',
    ],
    [
      'on the last day of a short month for the 31st',
      { kind: 'monthly', dayOfMonth: 31, time: '10:00', timeZone },
      '2026-11-01T00:00:00Z',
      '2026-11-30T10:00:00.000Z',
    ],
    [
      'on 28 February for the 30th',
      { kind: 'monthly', dayOfMonth: 30, time: '10:00', timeZone },
      '2027-01-30T10:00:00Z',
      '2027-02-28T10:00:00.000Z',
    ],
    [
      'on the leap day for the 30th',
      { kind: 'monthly', dayOfMonth: 30, time: '10:00', timeZone },
      '2028-01-30T10:00:00Z',
      '2028-02-29T10:00:00.000Z',
    ],
    [
      'on the leap day for the 29th',
      { kind: 'monthly', dayOfMonth: 29, time: '10:00', timeZone },
      '2028-02-01T00:00:00Z',
      '2028-02-29T10:00:00.000Z',
    ],
    [
      'in January after December',
      { kind: 'monthly', dayOfMonth: 1, time: '10:00', timeZone },
      '2026-12-01T10:00:00Z',
      '2027-01-01T10:00:00.000Z',
    ],
  ])('%s', (_name, schedule, after, expected) => {
    expect(next(schedule, after)).toBe(expected);
  });
});

describe('over years of clock changes, month ends and leap days', () => {
  test('daily: once each Monday to Friday, at its time', () => {
    fc.assert(
      fc.property(someTime, someZone, (time, zone) => {
        const schedule: Schedule = { kind: 'daily', time, timeZone: zone };
        const local = wallClock(zone);
        const dates = [...runs(schedule, start, years(1))].map((run) => {
          expect(atItsTime(run, schedule)).toBe(true);
          return local(run);
        });
        for (const [index, { date, weekday }] of dates.entries()) {
          expect(weekday).toBeLessThanOrEqual(5);
          const before = dates[index - 1];
          if (!before) continue;
          const daysBetween = (Date.parse(date) - Date.parse(before.date)) / 86_400_000;
          expect(daysBetween).toBe(weekday === 1 ? 3 : 1);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('weekly: on each of its weekdays in every week, no other day and once, at its time', () => {
    fc.assert(
      fc.property(someWeekdays, someTime, someZone, (days, time, zone) => {
        const schedule: Schedule = { kind: 'weekly', weekdays: days, time, timeZone: zone };
        const local = wallClock(zone);
        const dates = [...runs(schedule, start, years(3))].map((run) => {
          expect(atItsTime(run, schedule)).toBe(true);
          return local(run).date;
        });
        const [first = '', last = ''] = [dates[0], dates.at(-1)];
        const wanted: string[] = [];
        for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000) {
          const date = new Date(day);
          if (days.some((one) => one === weekdayName(date.getUTCDay() || 7)))
            wanted.push(date.toISOString().slice(0, 10));
        }
        expect(dates).toEqual(wanted);
      }),
      { numRuns: 15 },
    );
  });

  test('monthly: once each month, on its day or the last, at its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), someTime, someZone, (dayOfMonth, time, zone) => {
        const schedule: Schedule = { kind: 'monthly', dayOfMonth, time, timeZone: zone };
        const local = wallClock(zone);
        const dates = [...runs(schedule, start, years(5))].map((run) => {
          expect(atItsTime(run, schedule)).toBe(true);
          return local(run).date;
        });
        for (const [index, date] of dates.entries()) {
          const [year = 0, month = 0, day] = date.split('-').map(Number);
          const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
          expect(day).toBe(Math.min(dayOfMonth, lastDay));
          const before = dates[index - 1];
          if (!before) continue;
          const [yearBefore = 0, monthBefore = 0] = before.split('-').map(Number);
          expect(year * 12 + month).toBe(yearBefore * 12 + monthBefore + 1);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('whatever the moment asked from, the answer is later and no run lies between', () => {
    const moment = fc.date({ min: start, max: years(5), noInvalidDate: true });
    const schedule = fc.oneof(
      fc.record({ kind: fc.constant('daily' as const), time: someTime, timeZone: someZone }),
      fc.record({
        kind: fc.constant('weekly' as const),
        weekdays: someWeekdays,
        time: someTime,
        timeZone: someZone,
      }),
      fc.record({
        kind: fc.constant('monthly' as const),
        dayOfMonth: fc.integer({ min: 1, max: 31 }),
        time: someTime,
        timeZone: someZone,
      }),
    );
    fc.assert(
      fc.property(schedule, moment, fc.double({ min: 0, max: 1, noNaN: true }), (rule, after, share) => {
        const run = nextRun(rule, after);
        expect(run.getTime()).toBeGreaterThan(after.getTime());
        const between = new Date(after.getTime() + Math.floor((run.getTime() - 1 - after.getTime()) * share));
        expect(nextRun(rule, between)).toEqual(run);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  { kind: 'weekly', weekdays: ['someday'], time: '10:00', timeZone },
  { kind: 'weekly', time: '10:00', timeZone },
  { kind: 'weekly', weekdays: [], time: '10:00', timeZone },
  { kind: 'monthly', dayOfMonth: 32, time: '10:00', timeZone },
  { kind: 'monthly', dayOfMonth: 0, time: '10:00', timeZone },
  { kind: 'daily', time: '24:00', timeZone },
  { kind: 'daily', time: '9:30', timeZone },
  { kind: 'hourly', time: '10:00', timeZone },
])('%j is no schedule', (written) => {
  expect(scheduleSchema.safeParse(written).success).toBe(false);
});

test('one that was stored with a single weekday is still kept', () => {
  const every = { kind: 'weekly', time: '10:00', timeZone };
  expect(scheduleSchema.parse({ ...every, weekday: 'friday' })).toEqual({ ...every, weekdays: ['friday'] });
});
