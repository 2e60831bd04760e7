import { z } from 'zod';
import { eventSchema } from '../outbox/event.ts';
import { bySchema } from '../people/by.ts';
import { defineCollection } from '../store/collection.ts';

export const longestWords = 2000;

/** The longest of what the innovation team may write, in UTF-16 units. */
export const longest = { reply: 1000, said: 200, changed: 500 };

/** What somebody thinks of iNews or of an article. */
export const feedbackSchema = z.object({
  rating: z.int().min(1).max(5),
  words: z.string(),
  /** Absent when it came without a name. */
  by: bySchema.optional(),
  article: z.object({ id: z.string(), title: z.string() }).optional(),
  at: z.iso.datetime(),
  state: z.enum(['new', 'answered', 'changed']).default('new'),
  /** What the innovation team wrote back. Only where somebody gave their name. */
  reply: z.object({ by: bySchema, text: z.string(), at: z.iso.datetime() }).optional(),
  /** What was changed because of it, for everybody to read: in the innovation team's words, naming nobody. */
  changed: z.object({ by: bySchema, said: z.string(), what: z.string() }).optional(),
  changedAt: z.iso.datetime().optional(),
  events: z.array(eventSchema).default([]),
  eventsPending: z.boolean().default(false),
});

export type Feedback = z.infer<typeof feedbackSchema>;

/** The document id is the hash of the form's id, so that a form that arrives twice is stored once. */
export const feedback = defineCollection({
  name: 'feedback',
  schemaVersion: 1,
  schema: feedbackSchema,
  partition: 'tenant',
  indexed: ['at', 'state', 'changedAt', 'eventsPending'],
  orders: [['at'], ['state', 'changedAt']],
});
