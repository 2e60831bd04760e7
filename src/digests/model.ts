import { createHash } from 'node:crypto';
import { z } from 'zod';
import { eventfulShape } from '../outbox/event.ts';
import { defineCollection } from '../store/collection.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { type Schedule, scheduleSchema } from '../time/schedule.ts';

/** What comes when nobody says otherwise: mid-week morning, when people read. */
export const usualSchedule = (timeZone: string) =>
  ({ kind: 'weekly', weekday: 'tuesday', time: '10:00', timeZone }) as const satisfies Schedule;

/** A place's wish to get editions, and what it was told already. It outlives `digest off`, so nothing is told twice. */
const subscriptionSchema = z.object({
  placeId: z.string(),
  schedule: scheduleSchema,
  state: z.enum(['active', 'stopped', 'placeGone']),
  /** The next edition, when active. */
  dueAt: z.iso.datetime(),
  /** The cut-off of its last edition: articles added later are new to it. Absent before the first. */
  lastEditionAt: z.iso.datetime().optional(),
  /** When it was last told each case study, by the case's id. */
  casesTold: z.record(z.string(), z.iso.datetime()),
  /** The Entra object id of the person who last set it. */
  subscribedBy: z.string(),
});

export type Subscription = z.infer<typeof subscriptionSchema>;

export const subscriptions = defineCollection({
  name: 'subscriptions',
  schemaVersion: 1,
  schema: subscriptionSchema,
  partition: 'tenant',
  indexed: ['state', 'dueAt'],
  orders: [['state', 'dueAt']],
});

/** One digest of one place: what is in it, not how it looks. */
const editionSchema = z.object({
  subscriptionId: z.string(),
  placeId: z.string(),
  /** The lead article first. */
  articleIds: z.array(z.string()).min(1),
  caseId: z.string().optional(),
  composedAt: z.iso.datetime(),
  /** Articles added until then were considered. */
  cutOff: z.iso.datetime(),
  /** By the schedule, or because somebody said `digest now`. */
  because: z.enum(['due', 'asked']),
  ...eventfulShape,
});

export type Edition = z.infer<typeof editionSchema>;

const keptForDays = 366;

export const editions = defineCollection({
  name: 'editions',
  schemaVersion: 1,
  schema: editionSchema,
  partition: 'tenant',
  indexed: ['eventsPending'],
  orders: [],
  expiresAt: ({ composedAt }) =>
    new Date(Date.parse(composedAt) + keptForDays * 24 * 60 * 60 * 1000).toISOString(),
});

/** A document of another collection as composing and drawing see it. */
export type Known<Body extends object> = Pick<StoredDocument<Body>, 'id' | 'body'>;

export const subscriptionId = (tenantId: string, placeId: string): string => hash(tenantId, placeId);

/** What makes an edition the only one of its kind: the instant it was due, or the message that asked for it. */
export type Occasion =
  | { readonly because: 'due'; readonly dueAt: string }
  | { readonly because: 'asked'; readonly activityId: string };

export const editionId = (subscription: string, occasion: Occasion): string =>
  hash(subscription, occasion.because, occasion.because === 'due' ? occasion.dueAt : occasion.activityId);

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
