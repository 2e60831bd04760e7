import { isDeepStrictEqual } from 'node:util';
import type { Schedule } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';
import { usualSchedule } from './model.ts';
import { onTheClock } from './said-time.ts';
import { readSaid, type Said, waysToSay } from './said-words.ts';

/** What a person wants of the digest of a place. */
export type DigestRequest =
  | { readonly kind: 'show' | 'now' | 'preview' | 'on' | 'pause' | 'off' }
  | { readonly kind: 'subscribe'; readonly schedule: Schedule }
  | { readonly kind: 'notUnderstood' };

const notUnderstood = { kind: 'notUnderstood' } as const;

/**
 * Understands what was said after `digest`. Parts that are missing are filled in: weekly, on Tuesday or the first of
 * the month, at 10:00. What contradicts itself, or is on no clock or calendar, is not understood.
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
  const parts = readSaid(words, said);
  const schedule = parts && scheduleOf(parts, timeZone);
  return schedule ? { kind: 'subscribe', schedule } : notUnderstood;
}

function scheduleOf(said: readonly Said[], timeZone: string): Schedule | undefined {
  const parts = gather(said);
  if (!parts) return undefined;
  const usual = usualSchedule(timeZone);
  const { weekday } = parts;
  const kind = parts.frequency ?? (parts.day === undefined ? usual.kind : 'monthly');
  // Of bare numbers the day of a monthly digest comes first, then the hour.
  const numbers = [...parts.numbers];
  const day = parts.day ?? (kind === 'monthly' ? (numbers.shift() ?? 1) : undefined);
  const time = parts.time ?? timeAt(numbers.shift(), usual.time);
  if (time === undefined || numbers.length > 0) return undefined;
  switch (kind) {
    case 'daily':
      return weekday || day !== undefined ? undefined : { kind, time, timeZone };
    case 'weekly':
      return day === undefined ? { kind, weekday: weekday ?? usual.weekday, time, timeZone } : undefined;
    case 'monthly':
      if (weekday || day === undefined || day < 1 || day > 31) return undefined;
      return { kind, dayOfMonth: day, time, timeZone };
  }
}

const timeAt = (hour: number | undefined, usual: string) => (hour === undefined ? usual : onTheClock(hour));

interface Parts extends Omit<Said, 'number'> {
  readonly numbers: readonly number[];
}

/** All that was said, together; undefined when two parts contradict each other, or there is nothing but numbers. */
function gather(said: readonly Said[]): Parts | undefined {
  let parts: Parts = { numbers: [] };
  for (const { number, ...part } of said) {
    const numbers = number === undefined ? parts.numbers : [...parts.numbers, number];
    const together = { ...parts, ...part };
    if (!isDeepStrictEqual({ ...together, ...parts }, together)) return undefined;
    parts = { ...together, numbers };
  }
  return Object.keys(parts).length > 1 ? parts : undefined;
}
