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

/** How often something comes. `daily` is Monday to Friday, bank holidays included. */
export const scheduleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily'), ...everyKind }),
  z.object({ kind: z.literal('weekly'), weekday: z.enum(weekdays), ...everyKind }),
  z.object({
    kind: z.literal('monthly'),
    /** In a month that is shorter: its last day. */
    dayOfMonth: z.int().min(1).max(31),
    ...everyKind,
  }),
]);

export type Schedule = z.infer<typeof scheduleSchema>;

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
      return [`* * ${weekdays.indexOf(schedule.weekday) + 1}`];
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
