import { Cron } from 'croner';
import { z } from 'zod';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

/** A time of day on a clock with 24 hours, as `09:30`. */
export const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/u;

const everyKind = {
  time: z.string().regex(timeOfDay),
  /** Where the clocks hang by which it runs: an IANA name. */
  timeZone: z.string().min(1),
};

const someSchedule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily'), ...everyKind }),
  z.object({
    kind: z.literal('weekly'),
    /** In the order of the week, each once. */
    weekdays: z.array(z.enum(weekdays)).min(1).readonly(),
    ...everyKind,
  }),
  z.object({
    kind: z.literal('monthly'),
    /** In a month that is shorter: its last day. */
    dayOfMonth: z.int().min(1).max(31),
    ...everyKind,
  }),
]);

/** How often something comes. `daily` is Monday to Friday, bank holidays included. */
export const scheduleSchema = z.preprocess(withWeekdays, someSchedule);

/** A weekly schedule had one weekday before it could have several. */
function withWeekdays(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('weekday' in stored)) return stored;
  const { weekday, ...rest } = stored;
  return { ...rest, weekdays: [weekday] };
}

export type Schedule = z.infer<typeof scheduleSchema>;

/** Weekdays in the order of the week, each once. */
export const inWeekOrder = (days: readonly Weekday[]): readonly Weekday[] =>
  weekdays.filter((weekday) => days.includes(weekday));

/**
 * The first run of a schedule later than `after`. Where the clocks go forward over its time it runs at the first
 * moment after the gap; where they go back over it, at the first of the two.
 */
export function nextRun(schedule: Schedule, after: Date): Date {
  const runs = daysOf(schedule)
    .map((days) => new Cron(`${minuteAndHour(schedule.time)} ${days}`, { timezone: schedule.timeZone }))
    .map((times) => times.nextRun(after)?.getTime())
    .filter((run) => run !== undefined);
  return new Date(Math.min(...runs));
}

/** Day of month, month and weekday as cron writes them; where one line cannot say it, several. */
function daysOf(schedule: Schedule): readonly string[] {
  switch (schedule.kind) {
    case 'daily':
      return ['* * 1-5'];
    case 'weekly':
      return [`* * ${schedule.weekdays.map((weekday) => weekdays.indexOf(weekday) + 1).join(',')}`];
    case 'monthly':
      if (schedule.dayOfMonth <= 28) return [`${schedule.dayOfMonth} * *`];
      if (schedule.dayOfMonth === 31) return ['L * *'];
      return [`${schedule.dayOfMonth} 1,3-12 *`, 'L 2 *'];
  }
}

function minuteAndHour(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  return `${minute} ${hour}`;
}
