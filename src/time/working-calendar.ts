import { Cron } from 'croner';
import bankHolidays from './bank-holidays.json' with { type: 'json' };
import { wallClock } from './wall-clock.ts';

const opens = 8;
const closes = 18;
const mostCounted = 1_000;

/** The working time of a council in England or Wales: Monday to Friday, 8:00 to 18:00, but no bank holiday. */
export interface WorkingCalendar {
  /**
   * The end of the working day that comes `days` working days after the local day of `from`, which itself does
   * not count: one day after a Friday evening, or after a Saturday, is Monday 18:00. Throws RangeError when `days`
   * is no whole number above zero.
   */
  addWorkingDays(from: Date, days: number): Date;
  isWorkingTime(instant: Date): boolean;
  /** The instant itself in working time, otherwise the next opening. */
  nextWorkingMoment(instant: Date): Date;
}

/** @param timeZone an IANA name: where the council's clocks hang. */
export function workingCalendar(timeZone: string): WorkingCalendar {
  const read = wallClock(timeZone);
  const opening = weekdaysAt(opens, timeZone);
  const closing = weekdaysAt(closes, timeZone);

  const nextOnWorkingDay = (times: Cron, after: Date): Date => {
    let next = nextOf(times, after);
    while (isHoliday(read(next).date)) next = nextOf(times, next);
    return next;
  };

  const isWorkingTime = (instant: Date): boolean => {
    const { date, time, weekday } = read(instant);
    const hour = Number(time.slice(0, 2));
    return weekday <= 5 && hour >= opens && hour < closes && !isHoliday(date);
  };

  /** Only the local day of `from` matters, so what was counted for one day holds for all who ask on it. */
  const counted = new Map<string, number>();

  const countFrom = (from: Date, today: string, days: number): Date => {
    let end = nextOnWorkingDay(closing, from);
    if (read(end).date === today) end = nextOnWorkingDay(closing, end);
    for (let day = 1; day < days; day++) end = nextOnWorkingDay(closing, end);
    return end;
  };

  return {
    isWorkingTime,
    nextWorkingMoment: (instant) => (isWorkingTime(instant) ? instant : nextOnWorkingDay(opening, instant)),
    addWorkingDays(from, days) {
      if (!Number.isInteger(days) || days < 1)
        throw new RangeError(`Working days to add must be a whole number above zero, not ${days}`);
      const today = read(from).date;
      const asked = `${today} ${days}`;
      const known = counted.get(asked);
      if (known !== undefined) return new Date(known);
      const end = countFrom(from, today, days);
      if (counted.size >= mostCounted) counted.clear();
      counted.set(asked, end.getTime());
      return end;
    },
  };
}

const weekdaysAt = (hour: number, timeZone: string) => new Cron(`0 ${hour} * * 1-5`, { timezone: timeZone });

function nextOf(times: Cron, after: Date): Date {
  const next = times.nextRun(after);
  if (!next) throw new RangeError(`No working day comes after ${after.toISOString()}`);
  return next;
}

const byYear = new Map(Object.entries(bankHolidays).map(([year, dates]) => [year, new Set(dates)]));

/** Whether a local date is a bank holiday of England and Wales, substitute days included. */
function isHoliday(date: string): boolean {
  const holidays = byYear.get(date.slice(0, 4));
  if (!holidays)
    throw new RangeError(
      `The bank holidays of ${date.slice(0, 4)} are not known: see tools/bank-holidays.ts`,
    );
  return holidays.has(date);
}
