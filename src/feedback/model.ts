import { z } from 'zod';
import { defineCollection } from '../store/collection.ts';

export const longestWords = 2000;

/** What somebody thinks of iNews or of an article. */
export const feedbackSchema = z.object({
  rating: z.int().min(1).max(5),
  words: z.string(),
  /** Absent when it came without a name. */
  by: z.object({ personId: z.string(), name: z.string() }).optional(),
  article: z.object({ id: z.string(), title: z.string() }).optional(),
  at: z.iso.datetime(),
});

export type Feedback = z.infer<typeof feedbackSchema>;

/** The document id is the hash of the form's id, so that a form that arrives twice is stored once. */
export const feedback = defineCollection({
  name: 'feedback',
  schemaVersion: 1,
  schema: feedbackSchema,
  partition: 'tenant',
  indexed: ['at'],
  orders: [['at']],
});
