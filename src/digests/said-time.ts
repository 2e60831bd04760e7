/** A time of day found at the start of what was said, as `09:30`, and how many characters it took. */
interface SaidTime {
  readonly time: string;
  readonly length: number;
}

/** `10am`, `10 am`, `9.30pm`. */
const withHalf = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b\.?/u;
/** `10:00`, `9.30`, `22h30`. */
const withMinutes = /^(\d{1,2})[:.h](\d{2})\b/u;
/** `0930`, `930`. */
const joined = /^(\d{1,2})(\d{2})\b/u;

/**
 * Reads a time of day that cannot be meant otherwise; a bare `10` could be a day. Undefined when there is none, or
 * none that a clock shows.
 */
export function readTime(said: string): SaidTime | undefined {
  const half = withHalf.exec(said);
  if (half) {
    const [whole, hour, minute = '00', letter] = half;
    if (Number(hour) < 1 || Number(hour) > 12) return undefined;
    const time = onTheClock((Number(hour) % 12) + (letter === 'p' ? 12 : 0), Number(minute));
    return time === undefined ? undefined : { time, length: whole.length };
  }
  const full = withMinutes.exec(said) ?? joined.exec(said);
  const time = full && onTheClock(Number(full[1]), Number(full[2]));
  return time ? { time, length: full[0].length } : undefined;
}

/** The time as `09:30`; undefined when no clock shows it. */
export function onTheClock(hour: number, minute = 0): string | undefined {
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
