import { z } from 'zod';
import { eventSchema } from '../outbox/event.ts';
import { bySchema } from '../people/by.ts';
import { defineCollection } from '../store/collection.ts';
import { mostTopics, themeSchema, topicSchema } from '../subjects/codes.ts';
import { feedFaultSchema } from './feeds/unreadable-feed.ts';

export const longestTitle = 200;
export const longestTeaser = 300;
export const longestName = 100;
export const longestAlt = 200;

const webAddress = z.url({ protocol: /^https?$/u });

/** Who of the innovation team did something, and when. */
export const doneSchema = z.object({ by: bySchema, at: z.iso.datetime() });

export type Done = z.infer<typeof doneSchema>;

/** With the words that tell what it shows. */
export const pictureSchema = z.object({
  address: z.url({ protocol: /^https$/u }),
  alt: z.string().min(1).max(longestAlt),
});

/** What the innovation team makes of an article. */
const curatedShape = {
  /** Not shown to anybody any more; opened by its address it says so. */
  hidden: doneSchema.optional(),
  /** Shown before the others until this instant. */
  featured: doneSchema.extend({ until: z.iso.datetime() }).optional(),
  /** Teaser, theme or topics are not what the source or the keyword rules said. */
  edited: doneSchema.optional(),
  /** How many people call it useful, as counted last. */
  useful: z.int().min(0).optional(),
};

const sharedShape = {
  title: z.string().min(1).max(longestTitle),
  /** One plain paragraph, cut at a word; empty when the source gave no text. */
  teaser: z.string().max(longestTeaser),
  author: z.string().min(1).max(longestName).optional(),
  /** Who published it, and where that publisher is found. */
  source: z.object({ name: z.string().min(1).max(longestName), address: webAddress.optional() }),
  publishedAt: z.iso.datetime(),
  /** When iNews took it in: what is new since an edition is told by this. */
  addedAt: z.iso.datetime(),
  /** publishedAt and id: unique, so that a list continues exactly where it stopped. */
  order: z.string(),
  /** Where to read it, without trackers. A few feeds publish entries without an address. */
  link: webAddress.optional(),
  theme: themeSchema.optional(),
  topics: z.array(topicSchema).max(mostTopics),
  /** Stems of title, teaser and source, by which people find it. */
  findable: z.array(z.string()),
  /** Such as `en-GB`, where the source tells. */
  language: z.string().max(35).optional(),
  /** Only where the source says in words what it shows. */
  picture: pictureSchema.optional(),
  ...curatedShape,
};

/** - feed: came from a source; iNews keeps its teaser only and links to it. - iNews: our own, with its whole text. */
export const articleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('feed'),
    ...sharedShape,
    /** Title and day, by which one piece of news under two addresses is known as one. */
    sameness: z.string(),
  }),
  z.object({
    kind: z.literal('iNews'),
    ...sharedShape,
    /** Plain paragraphs. */
    text: z.array(z.string().min(1)).min(1),
    contentVersion: z.int().min(1),
  }),
]);

export type Article = z.infer<typeof articleSchema>;

export const articles = defineCollection({
  name: 'articles',
  schemaVersion: 1,
  schema: articleSchema,
  partition: 'tenant',
  indexed: ['order', 'addedAt', 'theme', 'topics', 'findable', 'sameness', 'featured.until'],
  orders: [['order'], ['addedAt']],
});

/** How sure we are that the source says so; not whether the pilot was right. */
const confidences = ['high', 'medium'] as const;

const figureSchema = z.strictObject({
  /** The figure in one sentence that can stand alone. */
  text: z.string().min(1),
  source: z.string().min(1),
  confidence: z.enum(confidences),
  /** What a reader must know beside it; at the least whose projection or claim it is. */
  caveat: z.string().min(1),
});

/** What a release ships of one Total Place pilot. */
export const caseContentSchema = z.strictObject({
  /** Names it for ever, in lower case with hyphens; the document id is made from it. */
  code: z.string().regex(/^[a-z-]+$/u),
  place: z.string().min(1),
  region: z.string().min(1),
  /** What the pilot looked at, in our own words. */
  lookedAt: z.string().min(1),
  figures: z.array(figureSchema),
  sources: z.array(z.string().min(1)).min(1),
  theme: themeSchema.optional(),
  topics: z.array(topicSchema).max(mostTopics),
  confidence: z.enum([...confidences, 'incomplete']),
  /** What is not certain about it, said plainly; present exactly where confidence is not high. */
  doubt: z.string().min(1).optional(),
});

const shippedCaseSchema = caseContentSchema.extend({
  contentVersion: z.int().min(1),
  /** How many people call it useful, as counted last. */
  useful: z.int().min(0).optional(),
});

export type ShippedCase = z.infer<typeof shippedCaseSchema>;

/** The longest of what a case study may tell, in UTF-16 units as card inputs count. */
export const longestOfCase = { title: 120, place: 100, lookedAt: 3_000, figure: 300, source: 200, link: 500 };

/** So many figures a case study has room for. */
export const mostFigures = 4;

/** How sure those are who tell a figure: a guess, an estimate, or measured. */
export const sureness = ['low', 'medium', 'high'] as const;

const toldFigureSchema = z.strictObject({
  text: z.string().min(1),
  source: z.string().min(1),
  confidence: z.enum(sureness),
});

/** A figure that the innovation team tells, with where it comes from. */
export type ToldFigure = z.infer<typeof toldFigureSchema>;

const addedCaseSchema = z.strictObject({
  title: z.string().min(1),
  place: z.string().min(1),
  /** What was looked at or done there, and what was learnt; paragraphs part at empty lines. */
  lookedAt: z.string().min(1),
  figures: z.array(toldFigureSchema).max(mostFigures),
  sources: z.array(z.string().min(1)).min(1),
  link: webAddress.optional(),
  theme: themeSchema.optional(),
  topics: z.array(topicSchema).max(mostTopics),
  added: doneSchema,
  edited: doneSchema.optional(),
  /** Nobody but the innovation team sees it any more. */
  takenBack: doneSchema.optional(),
  /** The work of our own that it tells of. */
  from: z.object({ kind: z.enum(['idea', 'replication']), id: z.string() }).optional(),
  useful: z.int().min(0).optional(),
});

export type AddedCase = z.infer<typeof addedCaseSchema>;

/** One of the pilots that a release ships, which nobody changes, or one that the innovation team added. */
const caseStudySchema = z.union([shippedCaseSchema, addedCaseSchema]);

export type CaseStudy = z.infer<typeof caseStudySchema>;

/** Some hundreds at the most, so they are read whole. */
export const cases = defineCollection({
  name: 'cases',
  schemaVersion: 1,
  schema: caseStudySchema,
  partition: 'tenant',
  indexed: ['place'],
  orders: [['place']],
});

/** A source: who follows it and what is known of it between two polls. */
const feedStateSchema = z.object({
  address: z.string(),
  /** Who added it. Absent: the settings name it, or named it once. */
  added: doneSchema.optional(),
  /** What it called itself when it was read last. */
  name: z.string().max(longestName).optional(),
  paused: doneSchema.optional(),
  /** Absent: as often as the settings say. */
  everyMinutes: z.int().min(1).optional(),
  /** What the server gave with its last answer, handed back to learn whether anything changed. */
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  lastSuccess: z.iso.datetime().optional(),
  lastFault: z
    .object({
      at: z.iso.datetime(),
      reason: z.string(),
      fault: feedFaultSchema.optional(),
      detail: z.string().optional(),
    })
    .optional(),
  /** Since its first fault after a success, and whether the innovation team was told. */
  failing: z.object({ since: z.iso.datetime(), told: z.boolean() }).optional(),
  nextPollAt: z.iso.datetime(),
  counts: z.object({
    polls: z.int().min(0),
    articles: z.int().min(0),
    /** Since the last success: the more, the longer the wait. */
    faultsInARow: z.int().min(0),
  }),
  /** How many articles it brought on each of the last 30 days that it brought any. */
  recent: z.array(z.object({ on: z.iso.date(), articles: z.int().min(1) })).default([]),
  events: z.array(eventSchema).default([]),
  eventsPending: z.boolean().default(false),
});

export type FeedState = z.infer<typeof feedStateSchema>;

export const feeds = defineCollection({
  name: 'feeds',
  schemaVersion: 1,
  schema: feedStateSchema,
  partition: 'tenant',
  indexed: ['nextPollAt', 'eventsPending'],
  orders: [],
});
