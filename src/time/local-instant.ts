import { Cron } from 'croner';
import { dayMs } from './days.ts';

/**
 * The instant at which the clocks in a time zone show that date (as `2026-03-03`) and time (as `09:30`). Of two such
 * moments the first; a time that the clocks skip counts as if they did not.
 */
export function localInstant(date: string, time: string, timeZone: string): Date {
  const found = new Cron(`${date}T${time}:00`, { timezone: timeZone }).nextRun(new Date(0));
  if (!found) throw new RangeError(`There is no ${date} ${time} in ${timeZone}`);
  return found;
}

/** The date so many days after another, both as `2026-03-03`. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from one date to another, both as `2026-03-03`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
