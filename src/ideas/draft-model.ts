import { z } from 'zod';
import { defineCollection } from '../store/collection.ts';
import { daysAfter } from '../time/days.ts';

const keptForDays = 30;

export const draftSchema = z.object({
  /** What stood in the inputs of the form, and what it was opened for. */
  typed: z.record(z.string(), z.string()),
  about: z.record(z.string(), z.unknown()),
  /** The form's own id, by which it is known whether it was sent after all. */
  formId: z.string(),
  savedAt: z.iso.datetime(),
});

export type Draft = z.infer<typeof draftSchema>;

/** The one form that a person left unfinished last. The document id is the person's object id. */
export const drafts = defineCollection({
  name: 'drafts',
  schemaVersion: 1,
  schema: draftSchema,
  partition: 'tenant',
  indexed: [],
  orders: [],
  expiresAt: ({ savedAt }) => daysAfter(savedAt, keptForDays),
});
