import { z } from 'zod';
import { eventfulShape, withEvent } from '../../outbox/event.ts';
import { bySchema } from '../../people/by.ts';
import { defineCollection } from '../../store/collection.ts';
import { themeSchema, topicSchema } from '../../subjects/codes.ts';
import { daysAfter } from '../../time/days.ts';
import { type Content, contentShape, hashOf, longestOpening, reasons } from '../model.ts';

const spareSchema = z.object({ id: z.string(), why: z.array(z.enum(reasons)) });

/**
 * An edition before it goes, to be looked at by the innovation team. Places that would get the same on the same day
 * share one; personal digests that would be the same come along.
 */
const draftSchema = z.object({
  /** When the first of its places gets it. */
  dueAt: z.iso.datetime(),
  /** The local dates on which it is due and on which the next one of its places is. */
  dueOn: z.iso.date(),
  nextOn: z.iso.date(),
  /** The shared keys of the subscriptions it is for. */
  keys: z.array(z.string()),
  /** How many channels and group chats get it. */
  places: z.int().min(0),
  topics: z.array(topicSchema),
  ...contentShape,
  opening: z.string().max(longestOpening).default(''),
  /** Articles that were swapped or dropped. */
  setAside: z.array(z.string()).default([]),
  /** What comes next when something is swapped, the best first. */
  spareArticles: z.array(spareSchema).default([]),
  spareCases: z.array(spareSchema).default([]),
  /** The themes of what it tells and of what may take its place, by id. */
  themeOf: z.record(z.string(), themeSchema).default({}),
  composedAt: z.iso.datetime(),
  state: z.enum(['open', 'approved', 'sent', 'lapsed']),
  /** Counts what people did to it, so that a press on an older card is seen to be one. */
  version: z.int().min(0),
  /** Counts its events. */
  steps: z.int().min(0),
  /** Whoever last changed it; absent while it is as it was composed. */
  changedBy: bySchema.optional(),
  approvedBy: bySchema.optional(),
  sent: z
    .object({
      at: z.iso.datetime(),
      /** Articles of it that had been hidden by then. */
      withdrawn: z.array(z.string()),
      /** So many, or the first, that its readers are told. */
      substantial: z.boolean(),
    })
    .optional(),
  lapsed: z.enum(['next', 'notNeeded']).optional(),
  /** The triage channel it was posted to; absent while it was not. */
  postedTo: z.string().optional(),
  /** When the channel is reminded; absent once it was. */
  remindAt: z.iso.datetime().optional(),
  ...eventfulShape,
});

export type Draft = z.infer<typeof draftSchema>;

// As long as an edition of its own may be corrected.
const keptForDays = 90;

export const editionDrafts = defineCollection({
  name: 'editionDrafts',
  schemaVersion: 1,
  schema: draftSchema,
  partition: 'tenant',
  indexed: ['state', 'dueAt', 'remindAt', 'eventsPending'],
  orders: [],
  expiresAt: ({ dueAt }) => daysAfter(dueAt, keptForDays),
});

/** What tells one draft from another: what it told when it was composed, about which topics alone, and the days. */
export const draftId = (
  { articleIds, caseId, ideas, projects, spread }: Content,
  { topics, dueOn, nextOn }: Pick<Draft, 'topics' | 'dueOn' | 'nextOn'>,
): string => hashOf('draft', articleIds, caseId, ideas, projects, spread, topics, dueOn, nextOn);

/** The edition that a draft becomes. */
export const editionIdOf = (draft: string): string => hashOf('edition of a draft', draft);

/** Names the postings of those who wait for a draft to be approved. */
export const waitingBatch = (draft: string): string => hashOf('waiting', draft);

export const draftEvent = {
  /** It is to be shown in the channel. */
  posted: 'draft.posted',
  /** What is shown must be redrawn. */
  changed: 'draft.changed',
  /** It is frozen: those who wait for it get it. */
  sent: 'draft.sent',
  /** The channel is reminded that nobody has approved it. */
  reminded: 'draft.reminded',
} as const;

/** The draft with a change and the event that it causes, as one write. */
export function withDraftEvent(
  id: string,
  draft: Draft,
  event: keyof typeof draftEvent,
  now: Date,
  changed: Partial<Draft> = {},
): Draft {
  const steps = draft.steps + 1;
  return withEvent(
    { ...draft, ...changed, steps },
    { id: `editionDrafts/${id}/${steps}`, type: draftEvent[event], at: now.toISOString(), data: {} },
  );
}
