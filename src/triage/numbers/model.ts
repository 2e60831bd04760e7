import { z } from 'zod';
import { defineCollection } from '../../store/collection.ts';
import { daysAfter } from '../../time/days.ts';

const countsSchema = z.record(z.string(), z.int().min(0));

/** Of what is tried in other services: how many trials, how many with a result, and the pounds a year they leave. */
const spreadFiguresSchema = z.object({
  started: z.int().min(0),
  finished: z.int().min(0),
  works: z.int().min(0),
  pounds: z.int().min(0),
});

export type SpreadFigures = z.infer<typeof spreadFiguresSchema>;

export const figuresSchema = z.object({
  countedAt: z.iso.datetime(),
  total: z.int().min(0),
  waiting: z.int().min(0),
  /** By month as 2026-03, the last twelve, the oldest first. */
  months: z.array(z.object({ month: z.string(), received: z.int().min(0), decided: z.int().min(0) })),
  /** By theme, `` for none; by service area, `` for none. */
  themes: countsSchema,
  services: countsSchema,
  /** Of ideas and barriers that are decided, how they stand. */
  decisions: z.object({
    trial: z.int().min(0),
    adopted: z.int().min(0),
    parked: z.int().min(0),
    declined: z.int().min(0),
  }),
  /** From sending to the first decision, in days; absent before the first. */
  medianDays: z.number().min(0).optional(),
  /** Of adopted ones whose benefits are reported: how many, and the pounds a year that they leave. */
  reported: z.int().min(0),
  pounds: z.int().min(0),
  spread: spreadFiguresSchema.optional(),
});

export type Figures = z.infer<typeof figuresSchema>;

const keptForDays = 1;

/** Figures are counted anew when somebody asks and those that were counted before are old. */
export const figures = defineCollection({
  name: 'figures',
  schemaVersion: 1,
  schema: figuresSchema,
  partition: 'tenant',
  indexed: [],
  orders: [],
  expiresAt: ({ countedAt }) => daysAfter(countedAt, keptForDays),
});
