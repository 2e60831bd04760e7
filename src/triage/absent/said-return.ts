import { dayMs } from '../../time/days.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Somebody who is away for longer hands over what they have. */
const mostDays = 366;

/**
 * The local date on which somebody is back, as they said it: `until friday`, `until 3 december`, `tomorrow`, `3/12/2026`,
 * `2026-12-03`. Undefined when it is none, not ahead or more than a year away.
 * @param today the local date.
 */
export function saidReturn(text: string, today: string): string | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^(?:until|till|til)\s+/u, '')
    .replace(/[,.]/gu, '');
  const date = dateSaid(said, today);
  return date !== undefined && isAhead(date, today) ? date : undefined;
}

/** Whether somebody can be away until a local date. */
export const isAhead = (date: string, today: string): boolean =>
  date > today && Date.parse(date) - Date.parse(today) <= mostDays * dayMs;

function dateSaid(said: string, today: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(said)) return existing(said);
  if (said === 'tomorrow') return later(today, 1);
  const from = new Date(today).getUTCDay();
  if (said === 'next week') return later(today, (8 - from) % 7 || 7);
  const named = /^(?:on\s+|next\s+)?([a-z]{3,9})$/u.exec(said)?.[1];
  const weekday = named === undefined ? -1 : weekdays.findIndex((name) => name.startsWith(named));
  if (weekday >= 0) return later(today, (weekday - from + 7) % 7 || 7);
  const [, day, numbered, lettered, year] =
    /^(\d{1,2})(?:st|nd|rd|th)?(?:\s*[/.]\s*(\d{1,2})|\s+([a-z]{3,9}))(?:[\s/]+(\d{4}))?$/u.exec(said) ?? [];
  const month = lettered ? months.findIndex((name) => name.startsWith(lettered)) + 1 : Number(numbered ?? 0);
  return day === undefined || month === 0 ? undefined : ofYear(Number(day), month, year, today);
}

/** Without a year, the next such day. */
function ofYear(day: number, month: number, year: string | undefined, today: string): string | undefined {
  const written = (inYear: number) =>
    existing(`${inYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (year !== undefined) return written(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const soon = written(thisYear);
  return soon !== undefined && soon > today ? soon : written(thisYear + 1);
}

const later = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * dayMs).toISOString().slice(0, 10);

/** 31 November is no day. */
function existing(date: string): string | undefined {
  const instant = Date.parse(date);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date ? undefined : date;
}
