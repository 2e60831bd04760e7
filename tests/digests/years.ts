import fc from 'fast-check';
import { type Schedule, weekdays } from '../../src/time/schedule.ts';
import { wallClock } from '../../src/time/wall-clock.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
export const start = Date.UTC(2027, 0, 1, 12);
export const end = start + 5 * 365.25 * dayMs;
const longestSleepMs = 70 * dayMs;

const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Etc/UTC'];
const times = ['00:00', '01:30', '02:00', '02:30', '09:00', '23:59'];

export const someSchedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({
    kind: fc.constant('daily' as const),
    time: fc.constantFrom(...times),
    timeZone: fc.constantFrom(...zones),
  }),
  fc.record({
    kind: fc.constant('weekly' as const),
    weekdays: fc.subarray([...weekdays], { minLength: 1 }),
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
export function instantsOf(schedule: Schedule): readonly number[] {
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
      return schedule.weekdays.some((one) => one === weekdays[weekday - 1]);
    case 'monthly':
      return day === Math.min(schedule.dayOfMonth, new Date(Date.UTC(year, month, 0)).getUTCDate());
  }
}

/** One time that the service is awake: how long it slept before, and what befalls it. */
export const someWake = fc.record({
  sleptMs: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 60_000, max: 30 * hourMs }) },
    { weight: 1, arbitrary: fc.integer({ min: dayMs, max: longestSleepMs }) },
  ),
  crashesAt: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined, freq: 4 }),
  clockGoesBackMs: fc.option(fc.integer({ min: 1, max: 2 * hourMs }), { nil: undefined, freq: 6 }),
});
