import { isDeepStrictEqual } from 'node:util';
import { inWeekOrder, type Schedule, type Weekday } from '../time/schedule.ts';
import { timeZoneNamed } from '../time/time-zone.ts';
import type { Words } from '../words/words.ts';
import { usualSchedule } from './model.ts';
import { onTheClock } from './said-time.ts';
import { readSaid, type Said, waysToSay } from './said-words.ts';

/** What a person wants of the digest of a place. */
export type DigestRequest =
  | { readonly kind: 'show' | 'now' | 'preview' | 'on' | 'pause' | 'off' }
  | { readonly kind: 'subscribe'; readonly schedule: Schedule }
  | { readonly kind: 'notUnderstood' };

/** `europe/paris` among other words. */
const zone = /(?<=^|\s)[a-z_]+(?:\/[a-z0-9_+-]+)+(?=\s|$)/u;

const notUnderstood = { kind: 'notUnderstood' } as const;

/**
 * Understands what was said after `digest`. Parts that are missing are filled in: weekly, on Tuesday or the first of
 * the month, at 10:00, by the clocks of `timeZone`. What contradicts itself, or is on no clock or calendar, is not understood.
 */
export function readRequest(words: Words, text: string, timeZone: string): DigestRequest {
  const said = text
    .toLowerCase()
    .replace(/[,;!?]+|\.+(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (said === '') return { kind: 'show' };
  for (const kind of ['now', 'preview', 'on', 'pause', 'off'] as const)
    if (waysToSay(words.say(`digests.said.${kind}`)).includes(said)) return { kind };
  const [zoneSaid] = zone.exec(said) ?? [];
  const zoneMeant = zoneSaid === undefined ? timeZone : timeZoneNamed(zoneSaid);
  const parts = readSaid(words, said.replace(zone, ' '));
  const schedule = parts && zoneMeant !== undefined ? scheduleOf(parts, zoneMeant) : undefined;
  return schedule ? { kind: 'subscribe', schedule } : notUnderstood;
}

function scheduleOf(said: readonly Said[], timeZone: string): Schedule | undefined {
  const parts = gather(said);
  if (!parts) return undefined;
  const usual = usualSchedule(timeZone);
  const kind = parts.frequency ?? (parts.day === undefined ? usual.kind : 'monthly');
  // Of bare numbers the day of a monthly digest comes first, then the hour.
  const weekdays = inWeekOrder(parts.weekdays);
  const numbers = [...parts.numbers];
  const day = parts.day ?? (kind === 'monthly' ? (numbers.shift() ?? 1) : undefined);
  const time = parts.time ?? timeAt(numbers.shift(), usual.time);
  if (time === undefined || numbers.length > 0) return undefined;
  switch (kind) {
    case 'daily':
      return weekdays.length > 0 || day !== undefined ? undefined : { kind, time, timeZone };
    case 'weekly':
      if (day !== undefined) return undefined;
      return { kind, weekdays: weekdays.length > 0 ? weekdays : usual.weekdays, time, timeZone };
    case 'monthly':
      if (weekdays.length > 0 || day === undefined || day < 1 || day > 31) return undefined;
      return { kind, dayOfMonth: day, time, timeZone };
  }
}

const timeAt = (hour: number | undefined, usual: string) => (hour === undefined ? usual : onTheClock(hour));

interface Parts extends Omit<Said, 'number' | 'weekday'> {
  readonly numbers: readonly number[];
  readonly weekdays: readonly Weekday[];
}

/** All that was said, together; undefined when two parts contradict each other, or there is nothing but numbers. */
function gather(said: readonly Said[]): Parts | undefined {
  let parts: Parts = { numbers: [], weekdays: [] };
  for (const { number, weekday, ...part } of said) {
    const weekdays = weekday === undefined ? parts.weekdays : [...parts.weekdays, weekday];
    const numbers = number === undefined ? parts.numbers : [...parts.numbers, number];
    const together = { ...parts, ...part };
    if (!isDeepStrictEqual({ ...together, ...parts }, together)) return undefined;
    parts = { ...together, numbers, weekdays };
  }
  return parts.weekdays.length > 0 || Object.keys(parts).length > 2 ? parts : undefined;
}
