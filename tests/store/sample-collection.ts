import { z } from 'zod';
import { defineCollection } from '../../src/store/collection.ts';

const sampleSchema = z.object({
  title: z.string(),
  state: z.enum(['open', 'closed']).optional(),
  rank: z.number().optional(),
  urgent: z.boolean().optional(),
  at: z.string().optional(),
  tags: z.array(z.string()).optional(),
  author: z.object({ id: z.string() }).optional(),
  expiresAt: z.iso.datetime().optional(),
});

export type Sample = z.infer<typeof sampleSchema>;

const version1Schema = z.object({ heading: z.string() });

export const samples = defineCollection({
  name: 'samples',
  schemaVersion: 2,
  schema: sampleSchema,
  partition: 'any text',
  indexed: ['state', 'rank', 'urgent', 'at', 'tags', 'author.id'],
  orders: [['rank'], ['at'], ['author.id'], ['state', 'rank'], ['state', 'urgent', 'at']],
  expiresAt: (sample) => sample.expiresAt,
  upgrade: (body) => sampleSchema.parse({ title: version1Schema.parse(body).heading }),
});

/** The same documents as an earlier release of the service knew them. */
export const samplesVersion1 = defineCollection({
  name: 'samples',
  schemaVersion: 1,
  schema: version1Schema,
  partition: 'any text',
  indexed: [],
  orders: [],
});

export const sample = (title: string, more: Partial<Sample> = {}): Sample => ({
  title: `Sample: ${title}`,
  ...more,
});
