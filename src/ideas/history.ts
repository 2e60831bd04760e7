import { z } from 'zod';
import { bySchema } from '../people/by.ts';
import { themeSchema, topicSchema } from '../subjects/codes.ts';
import { benefitsSchema, milestoneSchema, trialSchema } from './plans.ts';
import { decisions, outcomes, stages } from './terms.ts';

/** What an author may edit, as it stood before. */
export const wordingSchema = z.object({
  title: z.string(),
  change: z.string(),
  benefit: z.string().optional(),
  service: z.string().optional(),
});

export type Wording = z.infer<typeof wordingSchema>;

const entryShape = { n: z.int().min(0), at: z.iso.datetime() };

/** One step in the life of a submission. */
export const historyEntrySchema = z.discriminatedUnion('what', [
  z.object({ ...entryShape, what: z.literal('submitted') }),
  z.object({ ...entryShape, what: z.literal('taken'), by: bySchema }),
  z.object({ ...entryShape, what: z.literal('asked'), by: bySchema, question: z.string() }),
  z.object({ ...entryShape, what: z.literal('answered'), to: z.int(), answer: z.string() }),
  z.object({
    ...entryShape,
    what: z.literal('decided'),
    by: bySchema,
    decision: z.enum(decisions),
    reason: z.string(),
    /** What the author was sent where it is not the reason itself. */
    message: z.string().optional(),
    /** Of a parked one: the local date on which it is brought back. */
    wakeOn: z.iso.date().optional(),
    /** The verdict at the end of a trial; `reason` is what was learnt. */
    afterTrial: z.boolean().optional(),
    /** What stood in the way was changed; `reason` is how. */
    changed: z.boolean().optional(),
    /** It takes the place of the decision before, which was taken back for it. */
    corrects: z.boolean().optional(),
  }),
  z.object({
    ...entryShape,
    what: z.literal('corrected'),
    by: bySchema,
    theme: themeSchema.optional(),
    topics: z.array(topicSchema),
    service: z.string().optional(),
    reason: z.string().optional(),
  }),
  z.object({ ...entryShape, what: z.literal('edited'), before: wordingSchema }),
  z.object({ ...entryShape, what: z.literal('linked'), link: z.string() }),
  z.object({ ...entryShape, what: z.literal('withdrawn'), reason: z.string() }),
  /** After the decline in entry `to`, with what is new. */
  z.object({ ...entryShape, what: z.literal('askedAgain'), to: z.int(), news: z.string() }),
  z.object({ ...entryShape, what: z.literal('kindChosen'), innovationKind: z.string(), name: z.string() }),
  z.object({ ...entryShape, what: z.literal('published'), by: bySchema }),
  z.object({ ...entryShape, what: z.literal('updateAsked'), on: z.iso.date() }),
  z.object({
    ...entryShape,
    what: z.literal('updated'),
    by: bySchema,
    stage: z.enum(stages),
    happened: z.string(),
    milestone: milestoneSchema.optional(),
    endsOn: z.iso.date().optional(),
  }),
  z.object({
    ...entryShape,
    what: z.literal('assigned'),
    by: bySchema,
    owners: z.array(bySchema).min(1),
    /** Of a hand-over of all that somebody had, of which the heir hears once. */
    handOver: z.string().optional(),
    /** To those whom the route gives its new ones, `by` being who chose them. */
    byRoute: z.boolean().optional(),
  }),
  z.object({
    ...entryShape,
    what: z.literal('reopened'),
    by: bySchema,
    reason: z.string(),
    /** Only for the corrected decision that comes with it, of which the author hears. */
    correcting: z.boolean().optional(),
  }),
  /** Brought back by the clock on the date that was set in the decision of entry `to`. */
  z.object({ ...entryShape, what: z.literal('woken'), to: z.int() }),
  z.object({
    ...entryShape,
    what: z.literal('merged'),
    by: bySchema,
    into: z.string(),
    title: z.string(),
    reason: z.string(),
  }),
  /** Another was merged into it. */
  z.object({ ...entryShape, what: z.literal('absorbed'), reference: z.string(), title: z.string() }),
  z.object({ ...entryShape, what: z.literal('trialPlanned'), by: bySchema, trial: trialSchema }),
  z.object({ ...entryShape, what: z.literal('checkInAsked'), on: z.iso.date() }),
  z.object({ ...entryShape, what: z.literal('checkedIn'), by: bySchema, happened: z.string() }),
  z.object({ ...entryShape, what: z.literal('verdictAsked'), on: z.iso.date() }),
  z.object({
    ...entryShape,
    what: z.literal('extended'),
    by: bySchema,
    learnt: z.string(),
    endsOn: z.iso.date(),
  }),
  z.object({ ...entryShape, what: z.literal('benefitsAsked'), on: z.iso.date() }),
  z.object({ ...entryShape, what: z.literal('benefitsReported'), by: bySchema, benefits: benefitsSchema }),
  /** Another service tries it; `replication` is the id of its record there. */
  z.object({
    ...entryShape,
    what: z.literal('spread'),
    by: bySchema,
    replication: z.string(),
    service: z.string(),
    lead: bySchema,
  }),
  /** How it went there; ended before there was a result when `outcome` is absent. The last one of a replication stands. */
  z.object({
    ...entryShape,
    what: z.literal('spreadResult'),
    by: bySchema,
    replication: z.string(),
    service: z.string(),
    outcome: z.enum(outcomes).optional(),
    learnt: z.string(),
    benefits: benefitsSchema.optional(),
  }),
  /** Words that should never have been there are gone; who removed them, and why, is kept. */
  z.object({ ...entryShape, what: z.literal('redacted'), by: bySchema, reason: z.string() }),
]);

export type HistoryEntry = z.infer<typeof historyEntrySchema>;
