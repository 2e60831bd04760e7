import { z } from 'zod';
import { addMonths } from '../time/local-dates.ts';
import type { Words } from '../words/words.ts';

const monthsAround = 12;

/** A date input that may be left empty. */
export const startInput = (words: Words) =>
  z.union([z.iso.date(), z.literal('')], { error: words.say('projects.plan.dateWrong') }).default('');

/** Whether it lies within a year of today, either way: both as `2026-03-03`. */
export const isNear = (date: string, today: string): boolean =>
  date >= addMonths(today, -monthsAround) && date <= addMonths(today, monthsAround);
