import { z } from 'zod';
import { bySchema } from '../people/by.ts';
import { confidences, stages } from './terms.ts';

export const milestoneSchema = z.object({
  text: z.string(),
  /** The local date by which it is reached. */
  on: z.iso.date(),
});

/** What is known of a project beyond what every submission tells. */
export const projectSchema = z.object({
  /** Who is asked how it goes; absent when the author is anonymous. */
  lead: bySchema.optional(),
  stage: z.enum(stages),
  milestone: milestoneSchema.optional(),
  /** The local date on which it ends. */
  endsOn: z.iso.date().optional(),
  /** The local date from which the lead is asked for an update; absent when there is nothing to ask. */
  askOn: z.iso.date().optional(),
});

/** A trial is a plan: who leads it, what is measured, and the local date on which it ends. */
export const trialSchema = z.object({
  lead: bySchema,
  measure: z.string().optional(),
  endsOn: z.iso.date(),
  /** The local date half-way, on which the lead is asked how it goes. */
  checkOn: z.iso.date().optional(),
});

/** What an adopted idea has brought. */
export const benefitsSchema = z.object({
  /** Pounds a year that leave a budget. */
  cashable: z.int().min(0).optional(),
  other: z.string().optional(),
  confidence: z.enum(confidences),
});

export type Project = z.infer<typeof projectSchema>;
export type Trial = z.infer<typeof trialSchema>;
export type Benefits = z.infer<typeof benefitsSchema>;
