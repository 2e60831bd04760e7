import { z } from 'zod';
import type { Typed } from '../bot/dialog.ts';
import { type Schedule, timeOfDay, weekdays } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';
import { type Subscription, usualSchedule } from './model.ts';

export const frequencies = ['daily', 'weekly', 'monthly', 'off'] as const;

/** The inputs of the form, in its order. */
export const subscribeFields = ['frequency', 'weekday', 'dayOfMonth', 'time'] as const;

/** What a person wants by the form. */
export type Wish = { readonly kind: 'off' } | { readonly kind: 'subscribe'; readonly schedule: Schedule };

/**
 * What may be chosen in the form, with words for each fault. Inputs that belong to another frequency than the chosen
 * one are left aside.
 */
export function subscribeInputs(words: Words, timeZone: string): z.ZodType<Wish, unknown> {
  const wish = (schedule: Schedule): Wish => ({ kind: 'subscribe', schedule });
  const timeMissing = words.say('digests.problem.time');
  const time = z.string(timeMissing).regex(timeOfDay, timeMissing);
  const weekday = z.enum(weekdays, words.say('digests.problem.weekday'));
  const dayMissing = words.say('digests.problem.dayOfMonth');
  const dayOfMonth = z
    .string(dayMissing)
    .regex(/^(?:[1-9]|[12]\d|3[01])$/u, dayMissing)
    .transform(Number);
  return z.discriminatedUnion(
    'frequency',
    [
      z
        .object({ frequency: z.literal('daily'), time })
        .transform((inputs) => wish({ kind: 'daily', time: inputs.time, timeZone })),
      z
        .object({ frequency: z.literal('weekly'), weekday, time })
        .transform((inputs) =>
          wish({ kind: 'weekly', weekday: inputs.weekday, time: inputs.time, timeZone }),
        ),
      z
        .object({ frequency: z.literal('monthly'), dayOfMonth, time })
        .transform((inputs) =>
          wish({ kind: 'monthly', dayOfMonth: inputs.dayOfMonth, time: inputs.time, timeZone }),
        ),
      z.object({ frequency: z.literal('off') }).transform((): Wish => ({ kind: 'off' })),
    ],
    words.say('digests.problem.frequency'),
  );
}

/** What the form starts with: what is set up, or what is usual. */
export function typedFor(subscription: Subscription | undefined, timeZone: string): Typed {
  const usual = usualSchedule(timeZone);
  const schedule = subscription?.schedule ?? usual;
  return {
    frequency: schedule.kind,
    weekday: schedule.kind === 'weekly' ? schedule.weekday : usual.weekday,
    dayOfMonth: schedule.kind === 'monthly' ? String(schedule.dayOfMonth) : '1',
    time: schedule.time,
  };
}
