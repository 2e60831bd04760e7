import { z } from 'zod';
import { defineCollection } from '../../store/collection.ts';
import { daysAfter } from '../../time/days.ts';
import { feedFaultSchema } from '../feeds/unreadable-feed.ts';
import { articleSchema, longestName } from '../model.ts';

const [feedArticle] = articleSchema.options;

/** What of an article a trial shows. */
const shownSchema = feedArticle.pick({
  title: true,
  teaser: true,
  author: true,
  source: true,
  publishedAt: true,
  theme: true,
  topics: true,
  language: true,
});

/** A source that somebody of the innovation team wants to look at before it is added. */
const trialSchema = z.object({
  address: z.string(),
  startedAt: z.iso.datetime(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reading') }),
    z.object({ kind: z.literal('failed'), fault: feedFaultSchema, detail: z.string().optional() }),
    z.object({
      kind: z.literal('read'),
      feed: z.string(),
      linked: z.boolean(),
      name: z.string().max(longestName),
      articles: z.array(shownSchema).max(5),
      total: z.int().min(0),
      unusable: z.int().min(0),
    }),
  ]),
});

export type Trial = z.infer<typeof trialSchema>;

const keptForDays = 1;

export const feedTrials = defineCollection({
  name: 'feedTrials',
  schemaVersion: 1,
  schema: trialSchema,
  partition: 'tenant',
  indexed: [],
  orders: [],
  expiresAt: ({ startedAt }) => daysAfter(startedAt, keptForDays),
});
