import { z } from 'zod';
import type { Typed } from '../bot/dialog.ts';
import { topics } from '../subjects/codes.ts';
import { inWeekOrder, type Schedule, timeOfDay, weekdays } from '../time/schedule.ts';
import { timeZoneNamed } from '../time/time-zone.ts';
import type { Words } from '../words/words.ts';
import {
  lengths,
  parts,
  type Subscription,
  usualSchedule,
  usualWish,
  type Wish as WhatTo,
  ways,
} from './model.ts';

export const frequencies = ['daily', 'weekly', 'monthly', 'pause', 'off'] as const;

/** The inputs of the form, in its order. */
export const subscribeFields = [
  'frequency',
  'weekdays',
  'dayOfMonth',
  'time',
  'timeZone',
  'otherZone',
  'topics',
  'include',
  'length',
  'service',
  'by',
  'address',
] as const;

/** What a person wants by the form. */
export type Wish =
  | { readonly kind: 'off' | 'pause' }
  | {
      readonly kind: 'subscribe';
      readonly schedule: Schedule;
      readonly wish: WhatTo;
      /** Of a person's own digest. */
      readonly by: (typeof ways)[number];
      /** In lower case; empty when none was typed. */
      readonly address: string;
    };

/** Zones in which somebody of the staff may sit; any other can be typed. */
const usualZones = [
  'Europe/London',
  'Europe/Paris',
  'Europe/Athens',
  'America/New_York',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Australia/Sydney',
  'Etc/UTC',
];

export const zonesWith = (own: string, present: string): readonly string[] => [
  ...new Set([...usualZones, own, ...(present === '' ? [] : [present])]),
];

/** In place of a service: a choice of a card must have a value. */
export const noService = 'none';

const longestAddress = 254;

/**
 * What may be chosen in the form, with words for each fault. Inputs that belong to another frequency than the chosen
 * one are left aside.
 */
export function subscribeInputs(
  words: Words,
  ownZone: string,
  services: readonly string[],
): z.ZodType<Wish, unknown> {
  const timeMissing = words.say('digests.problem.time');
  const weekdaysMissing = words.say('digests.problem.weekdays');
  const several = listOf(z.enum(weekdays, weekdaysMissing), weekdaysMissing)
    .refine((chosen) => chosen.length > 0, weekdaysMissing)
    .transform(inWeekOrder);
  const dayMissing = words.say('digests.problem.dayOfMonth');
  const dayOfMonth = z
    .string(dayMissing)
    .regex(/^(?:[1-9]|[12]\d|3[01])$/u, dayMissing)
    .transform(Number);
  const every = {
    time: z.string(timeMissing).regex(timeOfDay, timeMissing),
    timeZone: zoneIn(words.say('digests.problem.timeZone')).default(ownZone),
    otherZone: z
      .string()
      .trim()
      .pipe(zoneIn(words.say('digests.problem.otherZone'), true))
      .default(''),
    topics: listOf(
      z.enum(topics, words.say('digests.problem.topics')),
      words.say('digests.problem.topics'),
    ).default([]),
    include: listOf(z.enum(parts, words.say('digests.problem.include')), words.say('digests.problem.include'))
      .refine((chosen) => chosen.length > 0, words.say('digests.problem.include'))
      .default([...parts]),
    length: z.enum(lengths, words.say('digests.problem.length')).default('usual'),
    service: z
      .string()
      .refine((one) => one === noService || services.includes(one), words.say('digests.problem.service'))
      .default(noService),
    by: z.enum(ways, words.say('digests.problem.by')).default('teams'),
    address: z
      .string()
      .trim()
      .toLowerCase()
      .refine(
        (typed) => typed === '' || (typed.length <= longestAddress && z.email().safeParse(typed).success),
        words.say('digests.problem.address'),
      )
      .default(''),
  };
  type Every = z.output<z.ZodObject<typeof every>>;
  const subscribe = (
    { topics: about, include, length, service, by, address }: Every,
    schedule: Schedule,
  ): Wish => ({
    kind: 'subscribe',
    schedule,
    wish: { topics: about, include, length, ...(service !== noService && { service }) },
    by,
    address,
  });
  return z.discriminatedUnion(
    'frequency',
    [
      z
        .object({ frequency: z.literal('daily'), ...every })
        .transform((inputs) => subscribe(inputs, { kind: 'daily', ...whenIn(inputs) })),
      z.object({ frequency: z.literal('weekly'), weekdays: several, ...every }).transform((inputs) =>
        subscribe(inputs, {
          kind: 'weekly',
          weekdays: inputs.weekdays,
          ...whenIn(inputs),
        }),
      ),
      z.object({ frequency: z.literal('monthly'), dayOfMonth, ...every }).transform((inputs) =>
        subscribe(inputs, {
          kind: 'monthly',
          dayOfMonth: inputs.dayOfMonth,
          ...whenIn(inputs),
        }),
      ),
      z.object({ frequency: z.literal('pause') }).transform((): Wish => ({ kind: 'pause' })),
      z.object({ frequency: z.literal('off') }).transform((): Wish => ({ kind: 'off' })),
    ],
    words.say('digests.problem.frequency'),
  );
}

/** Several choices of a card arrive with commas between them. */
const listOf = <Item extends string>(item: z.ZodType<Item, string>, problem: string) =>
  z
    .string(problem)
    .transform((chosen) => chosen.split(',').filter((one) => one !== ''))
    .pipe(z.array(item, problem));

/** A zone that was typed counts instead of the chosen one. */
const whenIn = (inputs: {
  readonly time: string;
  readonly timeZone: string;
  readonly otherZone: string;
}) => ({
  time: inputs.time,
  timeZone: inputs.otherZone === '' ? inputs.timeZone : inputs.otherZone,
});

/** @param mayBeEmpty whether none need be named. */
const zoneIn = (problem: string, mayBeEmpty = false) =>
  z.string(problem).transform((typed, context) => {
    if (mayBeEmpty && typed === '') return typed;
    const zone = timeZoneNamed(typed);
    if (zone !== undefined) return zone;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });

/** What the form starts with: what is set up, or what is usual. */
export function typedFor(subscription: Subscription | undefined, timeZone: string): Typed {
  const usual = usualSchedule(timeZone);
  const schedule = subscription?.schedule ?? usual;
  const { topics: about, include, length, service = noService } = subscription?.wish ?? usualWish;
  return {
    frequency: subscription?.state === 'paused' ? 'pause' : schedule.kind,
    weekdays: (schedule.kind === 'weekly' ? schedule.weekdays : usual.weekdays).join(','),
    dayOfMonth: schedule.kind === 'monthly' ? String(schedule.dayOfMonth) : '1',
    time: schedule.time,
    timeZone: schedule.timeZone,
    otherZone: '',
    topics: topics.filter((topic) => about.includes(topic)).join(','),
    include: include.join(','),
    length,
    service,
    by: subscription?.personal?.by ?? 'teams',
    address: subscription?.personal?.address ?? '',
  };
}
