import { createHash } from 'node:crypto';
import { z } from 'zod';
import { eventfulShape } from '../outbox/event.ts';
import { bySchema } from '../people/by.ts';
import { defineCollection } from '../store/collection.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { themeSchema, topicSchema } from '../subjects/codes.ts';
import { daysAfter } from '../time/days.ts';
import { type Schedule, scheduleSchema } from '../time/schedule.ts';

/** What comes when nobody says otherwise: mid-week morning, when people read. */
export const usualSchedule = (timeZone: string) =>
  ({ kind: 'weekly', weekdays: ['tuesday'], time: '10:00', timeZone }) as const satisfies Schedule;

/** What an edition may hold. */
export const parts = ['articles', 'case', 'ideas', 'projects', 'spread'] as const;

export const lengths = ['short', 'usual', 'long'] as const;

/** What those who subscribed want to read. */
export const wishSchema = z.object({
  /** Articles and projects about these alone; none: about everything. Cases and ideas about them come first. */
  topics: z.array(topicSchema),
  include: z.array(z.enum(parts)),
  length: z.enum(lengths),
  /** The service area whose ideas and projects come first. */
  service: z.string().optional(),
});

export type Wish = z.infer<typeof wishSchema>;

export const usualWish: Wish = { topics: [], include: [...parts], length: 'usual' };

const recentSchema = z.object({
  at: z.iso.datetime(),
  articles: z.array(z.string()),
  themes: z.array(themeSchema),
});

/** One edition that a place has had, as far as later ones must know of it. */
export type Recent = z.infer<typeof recentSchema>;

/** How a person gets their own editions. */
export const ways = ['teams', 'mail', 'both'] as const;

const personalSchema = z.object({
  personId: z.string(),
  by: z.enum(ways),
  /** Confirmed by a code, in lower case. Nothing is mailed without it. */
  address: z.string().optional(),
});

/**
 * The wish of a place, or of a person, to get editions, and what it was told already. It outlives `digest off`, so
 * nothing is told twice.
 */
const subscriptionSchema = z.object({
  /** The channel or group chat; of a person `person:` and their object id. */
  placeId: z.string(),
  /** Of a person's own subscription. */
  personal: personalSchema.optional(),
  schedule: scheduleSchema,
  state: z.enum(['active', 'paused', 'stopped', 'placeGone']),
  /** The next edition, when active. */
  dueAt: z.iso.datetime(),
  wish: wishSchema.optional(),
  /** The cut-off of its last edition. Absent before the first. */
  lastEditionAt: z.iso.datetime().optional(),
  /** When it was told each case study, by the case's id. */
  casesTold: z.record(z.string(), z.iso.datetime()),
  /** Its last edition waits to be approved: which draft that is. */
  waitsFor: z.string().optional(),
  /** The latest editions, oldest first: those by which an article or a theme might come again too soon. */
  recent: z.array(recentSchema).default([]),
  /**
   * The shared subscription by which it is planned. Once its own `dueAt` is `never`, when it is due and what it was
   * told stand there alone.
   */
  follows: z.string().optional(),
  /**
   * It stands for all that follow it, which wish the same, were told the same and are due at the same time: of places,
   * or of single people. `from` is its first time; at those in `unheard` it had editions that may not have reached all.
   */
  shared: z
    .object({ personal: z.boolean(), from: z.iso.datetime(), unheard: z.array(z.iso.datetime()) })
    .optional(),
  /** The Entra object id of the person who last set it; empty for one that is shared. */
  subscribedBy: z.string(),
});

/** When a subscription is due that follows another. */
export const never = '9999-12-31T23:59:59.999Z';

export type Subscription = z.infer<typeof subscriptionSchema>;

export const subscriptions = defineCollection({
  name: 'subscriptions',
  schemaVersion: 1,
  schema: subscriptionSchema,
  partition: 'tenant',
  indexed: ['state', 'dueAt', 'follows'],
  orders: [['state', 'dueAt']],
});

/** Why something was chosen for an edition. */
export const reasons = [
  'featured',
  'themeNotSeen',
  'useful',
  'near',
  'new',
  'notToldYet',
  'chosenByEditors',
] as const;

export type Reason = (typeof reasons)[number];

/** What is told in one digest, not how it looks. */
export const contentShape = {
  /** The lead article first. */
  articleIds: z.array(z.string()),
  caseId: z.string().optional(),
  /** References of ideas that were decided since the edition before, and of projects published since. */
  ideas: z.array(z.string()).default([]),
  projects: z.array(z.string()).default([]),
  /** Ids of what was started elsewhere, or came to a result there, since the edition before. */
  spread: z.array(z.string()).default([]),
  /** Days from an idea to its decision, half of those of late took no longer. */
  medianDays: z.int().min(0).optional(),
  themes: z.array(themeSchema).default([]),
  /** By the id or reference of what was chosen. */
  why: z.record(z.string(), z.array(z.enum(reasons))).default({}),
  /** What was added until then was considered. */
  cutOff: z.iso.datetime(),
};

const contentSchema = z.object(contentShape);

export type Content = z.infer<typeof contentSchema>;

/** The longest words that the editors may put before an edition. */
export const longestOpening = 500;

/** What somebody of the innovation team put right in an edition that had been posted. */
const putRightSchema = z.object({
  /** Counts them, from 1. */
  n: z.int().min(1),
  by: bySchema,
  at: z.iso.datetime(),
  /** The form that it was typed into: sent twice, it is one. */
  form: z.string(),
  /** What its readers are told about it; may be empty. */
  note: z.string(),
});

/** Places that want the same and were told the same share one edition; which places had it stands in the postings. */
const editionSchema = z.object({
  ...contentShape,
  composedAt: z.iso.datetime(),
  /** What the editors say before all else. */
  opening: z.string().max(longestOpening).optional(),
  /** Articles that the editors left out: no later edition of these places tells them. */
  setAside: z.array(z.string()).optional(),
  /** Set by a correction: what is said about it, and the articles that are left out. */
  correction: z
    .object({
      n: z.int().min(1),
      note: z.string(),
      without: z.array(z.string()),
      /** The event that it answers. */
      because: z.string().optional(),
    })
    .optional(),
  /** The latest that were put right by hand, the last one last. */
  putRight: z.array(putRightSchema).optional(),
  /** Words of articles as this edition tells them in place of their own, by article id. */
  reworded: z.record(z.string(), z.object({ title: z.string(), teaser: z.string() })).optional(),
  /** The innovation team was told that many of its messages did not arrive. */
  failingTold: z.iso.datetime().optional(),
  ...eventfulShape,
});

export type Edition = z.infer<typeof editionSchema>;

const keptForDays = 366;

export const editions = defineCollection({
  name: 'editions',
  schemaVersion: 1,
  schema: editionSchema,
  partition: 'tenant',
  indexed: ['composedAt', 'eventsPending'],
  orders: [['composedAt']],
  expiresAt: ({ composedAt }) => daysAfter(composedAt, keptForDays),
});

/** A document of another collection as composing and drawing see it. */
export type Known<Body extends object> = Pick<StoredDocument<Body>, 'id' | 'body'>;

export const subscriptionId = (tenantId: string, placeId: string): string => hashOf(tenantId, placeId);

/** What makes an edition of a place the only one of its kind: the instant it was due, or the message that asked. */
export type Occasion =
  | { readonly because: 'due'; readonly dueAt: string }
  | { readonly because: 'asked'; readonly activityId: string };

/** A shorter one, for what thousands of deliveries carry. */
export const shortHashOf = (...named: readonly unknown[]): string => hashOf(...named).slice(0, 22);

/** A document id made of what names a thing: the same parts always give the same one. */
export const hashOf = (...named: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(named)).digest('base64url');
