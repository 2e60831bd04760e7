import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import listed from '../../src/time/bank-holidays.json' with { type: 'json' };
import { wallClock } from '../../src/time/wall-clock.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';

const calendar = workingCalendar('Europe/London');
const local = wallClock('Europe/London');

const end = (from: string, days: number) => {
  const { date, time } = local(calendar.addWorkingDays(new Date(from), days));
  return `${date} ${time}`;
};

const isHoliday = (date: string) => !calendar.isWorkingTime(new Date(`${date}T12:00:00Z`));

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher), written out on its own. */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1));
}

const day = (date: Date) => date.toISOString().slice(0, 10);
const plus = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000);
const firstMonday = (year: number, month: number) => {
  const first = new Date(Date.UTC(year, month - 1, 1));
  return plus(first, (8 - first.getUTCDay()) % 7);
};
const lastMonday = (year: number, month: number) => {
  const last = new Date(Date.UTC(year, month, 0));
  return plus(last, -((last.getUTCDay() + 6) % 7));
};

/** The rule of the law for ordinary years: the days named, and for a weekend day the next weekday that is free. */
function bankHolidays(year: number): string[] {
  const days = [plus(easterSunday(year), -2), plus(easterSunday(year), 1)];
  days.push(firstMonday(year, 5), lastMonday(year, 5), lastMonday(year, 8));
  for (const [month, date] of [
    [1, 1],
    [12, 25],
    [12, 26],
  ] as const) {
    let kept = new Date(Date.UTC(year, month - 1, date));
    const weekend = kept.getUTCDay() % 6 === 0;
    const taken = () => days.some((other) => day(other) === day(kept));
    // When Christmas Day falls on a Sunday, Boxing Day keeps its Monday and Christmas Day moves past it.
    const boxingDayIsMonday = month === 12 && date === 25 && kept.getUTCDay() === 0;
    if (weekend)
      while (kept.getUTCDay() % 6 === 0 || taken() || (boxingDayIsMonday && kept.getUTCDate() === 26))
        kept = plus(kept, 1);
    days.push(kept);
  }
  return days.map(day).sort();
}

describe('bank holidays of England and Wales', () => {
  test('are those that the library knows (node tools/bank-holidays.ts writes them)', () => {
    const known = new Holidays('GB', 'ENG', { types: ['public'] });
    for (const [year, dates] of Object.entries(listed))
      expect(new Set(dates)).toEqual(
        new Set(known.getHolidays(Number(year)).map(({ date }) => date.slice(0, 10))),
      );
  });

  // 2020 and 2022 had days moved by proclamation; 2026 to 2040 are ordinary so far.
  test.each(Array.from({ length: 15 }, (_, n) => 2026 + n))('%i has those that the law names', (year) => {
    const weekdaysOff: string[] = [];
    for (let date = new Date(Date.UTC(year, 0, 1)); date.getUTCFullYear() === year; date = plus(date, 1))
      if (date.getUTCDay() % 6 !== 0 && isHoliday(day(date))) weekdaysOff.push(day(date));
    expect(weekdaysOff).toEqual(bankHolidays(year));
  });

  test('days proclaimed for one year only are kept', () => {
    expect(isHoliday('2023-05-08')).toBe(true);
    expect(isHoliday('2022-09-19')).toBe(true);
    expect(isHoliday('2024-05-13')).toBe(false);
  });

  test("Scotland's and Northern Ireland's own days are working days here", () => {
    for (const date of ['2026-03-17', '2026-01-02', '2026-11-30', '2027-07-12'])
      expect(isHoliday(date)).toBe(false);
  });
});

describe('adding working days', () => {
  test.each([
    ['a Tuesday morning', '2026-11-24T09:00:00Z', 2, '2026-11-26 18:00'],
    ['late on a Tuesday evening', '2026-11-24T23:30:00Z', 1, '2026-11-25 18:00'],
    ['a Friday', '2026-11-20T12:00:00Z', 1, '2026-11-23 18:00'],
    ['a Friday night', '2026-11-20T22:00:00Z', 1, '2026-11-23 18:00'],
    ['a Saturday', '2026-11-21T12:00:00Z', 1, '2026-11-23 18:00'],
    ['a Sunday', '2026-11-22T12:00:00Z', 2, '2026-11-24 18:00'],
    ['over the Christmas of 2026', '2026-12-24T10:00:00Z', 1, '2026-12-29 18:00'],
    ['over Christmas 2026 and New Year 2027', '2026-12-24T10:00:00Z', 4, '2027-01-04 18:00'],
    ['over Christmas 2027, whose two days fall on a weekend', '2027-12-24T10:00:00Z', 1, '2027-12-29 18:00'],
    ['from Boxing Day itself', '2027-12-26T10:00:00Z', 1, '2027-12-29 18:00'],
    ['over Easter 2027', '2027-03-25T10:00:00Z', 1, '2027-03-30 18:00'],
    ['over the week when clocks go forward', '2026-03-27T10:00:00Z', 1, '2026-03-30 18:00'],
    ['over the week when clocks go back', '2026-10-23T10:00:00Z', 1, '2026-10-26 18:00'],
    ['a summer night already tomorrow on local clocks', '2026-06-30T23:30:00Z', 1, '2026-07-02 18:00'],
  ])('%s', (_name, from, days, expected) => {
    expect(end(from, days)).toBe(expected);
  });

  test('adding more days never ends sooner, and each further day ends on another working day', () => {
    const from = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2030-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 30 }), (start, days) => {
        const sooner = calendar.addWorkingDays(start, days);
        const later = calendar.addWorkingDays(start, days + 1);
        expect(later.getTime()).toBeGreaterThan(sooner.getTime());
        expect(local(sooner).time).toBe('18:00');
        expect(calendar.isWorkingTime(new Date(sooner.getTime() - 60_000))).toBe(true);
        expect(calendar.addWorkingDays(sooner, 1)).toEqual(later);
        expect(local(sooner).date > local(start).date).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test.each([0, -1, 1.5, Number.NaN])('%d days are refused by name', (days) => {
    expect(() => calendar.addWorkingDays(new Date('2026-11-24T09:00:00Z'), days)).toThrow(`not ${days}`);
  });
});

describe('working time', () => {
  test.each([
    ['opens at eight', '2026-11-24T08:00:00Z', true],
    ['is closed a moment before eight', '2026-11-24T07:59:59.999Z', false],
    ['is open a moment before six', '2026-11-24T17:59:59.999Z', true],
    ['closes at six', '2026-11-24T18:00:00Z', false],
    ['follows summer time', '2026-07-07T07:00:00Z', true],
    ['ends an hour sooner by UTC in summer', '2026-07-07T17:00:00Z', false],
    ['is no Saturday', '2026-11-21T12:00:00Z', false],
    ['is no Sunday', '2026-11-22T12:00:00Z', false],
    ['is no bank holiday', '2027-01-01T12:00:00Z', false],
    ['is no substitute day', '2026-12-28T12:00:00Z', false],
  ])('%s', (_name, instant, working) => {
    expect(calendar.isWorkingTime(new Date(instant))).toBe(working);
  });

  test.each([
    ['working time itself', '2026-11-24T09:12:34.567Z', '2026-11-24T09:12:34.567Z'],
    ['before opening', '2026-11-24T05:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['after closing', '2026-11-24T18:00:00Z', '2026-11-25T08:00:00.000Z'],
    ['Friday evening', '2026-11-20T20:00:00Z', '2026-11-23T08:00:00.000Z'],
    ['the evening before Good Friday, into summer time', '2027-03-25T19:00:00Z', '2027-03-30T07:00:00.000Z'],
    ["New Year's Eve", '2026-12-31T19:00:00Z', '2027-01-04T08:00:00.000Z'],
  ])('the next working moment of %s', (_name, instant, expected) => {
    expect(calendar.nextWorkingMoment(new Date(instant)).toISOString()).toBe(expected);
  });

  test('another time zone keeps its own hours', () => {
    const hongKong = workingCalendar('Asia/Hong_Kong');
    expect(hongKong.isWorkingTime(new Date('2026-11-24T01:00:00Z'))).toBe(true);
    expect(hongKong.isWorkingTime(new Date('2026-11-24T12:00:00Z'))).toBe(false);
  });
});
