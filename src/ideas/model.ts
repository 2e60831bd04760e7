import { z } from 'zod';
import { eventfulShape } from '../outbox/event.ts';
import { defineCollection } from '../store/collection.ts';
import { mostTopics, themeSchema, topicSchema } from '../subjects/codes.ts';

/** An idea, a project already under way, or a barrier: a rule or system that stops innovation. */
export const kinds = ['idea', 'project', 'barrier'] as const;

/** The controls that may stop good work, as the systems audit of the first recommendation names them. */
export const controls = ['hr-finance', 'procurement', 'it', 'estates', 'data-sharing', 'other'] as const;

/** How far a project is. */
export const stages = ['practice', 'pilot', 'live', 'ended'] as const;

/** How an author wants to be named: to everybody, to the innovation team only, or not at all. */
export const namings = ['named', 'teamOnly', 'anonymous'] as const;

/** Who helped to shape a submission. */
export const shapers = ['frontline', 'residents', 'partners'] as const;

export const decisions = ['trial', 'adopted', 'parked', 'declined'] as const;

/** Ideas and barriers are decided; projects, being under way, are published and end. */
export const states = [
  'received',
  'inReview',
  'question',
  ...decisions,
  /** Adopted, and its benefits are reported. */
  'reported',
  'merged',
  'withdrawn',
  'published',
  'ended',
] as const;

/** How sure those who report benefits are of them. */
export const confidences = ['low', 'medium', 'high'] as const;

/** How it went where an adopted idea was tried elsewhere. */
export const outcomes = ['works', 'partly', 'stopped'] as const;

/** The longest of what a person may type, in UTF-16 units as card inputs count. */
export const longest = {
  title: 120,
  change: 2000,
  benefit: 1000,
  link: 500,
  messageAuthor: 100,
  messageLink: 350,
  question: 1000,
  reason: 1000,
  stops: 500,
  milestone: 200,
  happened: 1000,
  message: 1500,
  measure: 300,
  note: 1000,
  opinion: 1000,
  answer: 300,
};

/** Questions of its own that a challenge may ask. */
export const mostQuestions = 3;

/** Links an author may add, the one of the form included. */
export const mostLinks = 5;

/** Edits that are kept; each keeps what stood before. */
export const mostEdits = 20;

/** People besides the first owner who have it together with them. */
export const mostCoOwners = 4;

export const mostNotes = 30;
export const mostOpinions = 10;
export const mostCaseLinks = 5;

export const bySchema = z.object({ personId: z.string(), name: z.string() });

export const milestoneSchema = z.object({
  text: z.string(),
  /** The local date by which it is reached. */
  on: z.iso.date(),
});

/** What is known of a project beyond what every submission tells. */
export const projectSchema = z.object({
  /** Who is asked how it goes; absent when the author is anonymous. */
  lead: bySchema.optional(),
  stage: z.enum(stages),
  milestone: milestoneSchema.optional(),
  /** The local date on which it ends. */
  endsOn: z.iso.date().optional(),
  /** The local date from which the lead is asked for an update; absent when there is nothing to ask. */
  askOn: z.iso.date().optional(),
});

const entryShape = { n: z.int().min(0), at: z.iso.datetime() };

/** What an author may edit, as it stood before. */
export const wordingSchema = z.object({
  title: z.string(),
  change: z.string(),
  benefit: z.string().optional(),
  service: z.string().optional(),
});

export type Wording = z.infer<typeof wordingSchema>;

export const linkKinds = ['same', 'buildsOn'] as const;

/** A question that the innovation team put to many people at once. */
const challengeSchema = z.object({ id: z.string(), title: z.string() });

const linkSchema = z.object({
  kind: z.enum(linkKinds),
  to: z.object({ kind: z.enum(['idea', 'article', 'case']), id: z.string(), title: z.string() }),
});

/** A trial is a plan: who leads it, what is measured, and the local date on which it ends. */
export const trialSchema = z.object({
  lead: bySchema,
  measure: z.string().optional(),
  endsOn: z.iso.date(),
  /** The local date half-way, on which the lead is asked how it goes. */
  checkOn: z.iso.date().optional(),
});

/** What an adopted idea has brought. */
export const benefitsSchema = z.object({
  /** Pounds a year that leave a budget. */
  cashable: z.int().min(0).optional(),
  other: z.string().optional(),
  confidence: z.enum(confidences),
});

/** One person's view of what it is worth and what it takes, each from 1 to 5. */
const scoreSchema = z.object({
  by: bySchema,
  impact: z.int().min(1).max(5),
  effort: z.int().min(1).max(5),
  /** Further criteria by their names. */
  further: z.record(z.string(), z.int().min(1).max(5)).optional(),
});

/** A colleague was asked what they think; the answer is for the innovation team. */
const opinionSchema = z.object({
  id: z.string(),
  of: bySchema,
  askedBy: bySchema,
  question: z.string(),
  askedAt: z.iso.datetime(),
  answer: z.string().optional(),
  answeredAt: z.iso.datetime().optional(),
  /** Teams could not reach them: the question waits for their next contact. */
  unreachable: z.boolean().optional(),
});

export type Opinion = z.infer<typeof opinionSchema>;

/** What the innovation team says among itself. */
const noteSchema = z.object({ id: z.string(), by: bySchema, at: z.iso.datetime(), text: z.string() });

const thanksSchema = z.object({
  /** Counts what was said and chosen. */
  n: z.int().min(0).default(0),
  agreed: z.boolean(),
  /** When the author last agreed or took it back. */
  at: z.iso.datetime(),
  /** Counts the times that the author agreed. */
  round: z.int().min(0).default(0),
  /** The channels in which it is thanked for, each with the round in which it was chosen. */
  places: z.array(z.object({ placeId: z.string(), round: z.int() })),
});

/** One that was merged into this; `moved` once its supporters and followers have come along. */
const absorbedSchema = z.object({
  reference: z.string(),
  title: z.string(),
  /** Who is credited to everybody; absent where the author did not wish it. */
  author: bySchema.optional(),
  reservedAt: z.iso.datetime(),
  moved: z.boolean(),
});

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

export const submissionSchema = z.object({
  reference: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  /** What they would change, and why. */
  change: z.string(),
  benefit: z.string().optional(),
  service: z.string().optional(),
  /** Of a barrier: the control that stops the work, and what it stops. */
  control: z.enum(controls).optional(),
  stops: z.string().optional(),
  /** Of a barrier: the hours of work that it costs in a month, as its author puts it. */
  hoursAMonth: z.int().min(1).optional(),
  /** Of a barrier that is gone: the id of the change at its control. */
  changedBy: z.string().optional(),
  /** Of a project. */
  project: projectSchema.optional(),
  /** The code of a kind in the repertoire of innovation kinds. */
  innovationKind: z.string().optional(),
  shapedBy: z.array(z.enum(shapers)),
  link: z.string().optional(),
  /** Added by the author later. */
  moreLinks: z.array(z.string()).optional(),
  naming: z.enum(namings),
  /** Absent when the author is anonymous: nothing ties the person to the reference. */
  author: bySchema.optional(),
  /** Who sent it by e-mail, instead of `author`, and what of that e-mail is not in the text. */
  byMail: z
    .object({
      /** In lower case. */
      address: z.string(),
      name: z.string(),
      /** The address is of none of the organisation's own domains. */
      outside: z.boolean(),
      messageId: z.string(),
      /** Names of files; the files themselves stay in the mailbox. */
      attachments: z.array(z.string()),
      cut: z.boolean(),
    })
    .optional(),
  /** Brought in from a spreadsheet, instead of `author`: by whom, and whom the spreadsheet names. */
  imported: z.object({ by: bySchema, author: z.string().optional() }).optional(),
  /** Of an anonymous submission: the hash of the code by which its author reads what was said. */
  replyCodeHash: z.string().optional(),
  /** The article or case study that prompted it. */
  promptedBy: z.object({ kind: z.enum(['article', 'case']), id: z.string(), title: z.string() }).optional(),
  /** The message of a conversation that it was shared from; its author is not the author of this. */
  fromMessage: z.object({ author: z.string(), link: z.string() }).optional(),
  /** What it answers; it came while that was open. */
  challenge: challengeSchema.optional(),
  /** What it was written for, but that was not open any more when it came: it stands on its own. */
  lateFor: challengeSchema.optional(),
  /** To the challenge's own questions, as they were worded. */
  answers: z.array(z.object({ question: z.string(), answer: z.string() })).optional(),
  /** What of the things alike that were shown to the author they said theirs is the same as, or builds on. */
  links: z.array(linkSchema).optional(),
  theme: themeSchema.optional(),
  topics: z.array(topicSchema).max(mostTopics),
  state: z.enum(states),
  /** Who of the innovation team has it first of all, and who has it with them. */
  owner: bySchema.optional(),
  coOwners: z.array(bySchema).optional(),
  /** For the innovation team alone. */
  notes: z.array(noteSchema).optional(),
  scores: z.array(scoreSchema).optional(),
  opinions: z.array(opinionSchema).optional(),
  /** Case studies that the innovation team has found to the point. */
  caseLinks: z.array(z.object({ id: z.string(), title: z.string() })).optional(),
  trial: trialSchema.optional(),
  benefits: benefitsSchema.optional(),
  /** The local date by which the benefits of an adopted one are reported. */
  benefitsOn: z.iso.date().optional(),
  /** The local date on which the clock does something next: wakes it, or asks for a check-in, a verdict or benefits. */
  actOn: z.iso.date().optional(),
  /** Whether its author, named to everybody, agrees to be thanked for it, and where that is done; absent: not said. */
  thanks: thanksSchema.optional(),
  /** No reminders until then. */
  snoozedUntil: z.iso.datetime().optional(),
  /** The reminders of the decision clock that have gone out, by their keys. */
  reminded: z.array(z.string()).optional(),
  /** The reference of the one it was merged into. */
  mergedInto: z.string().optional(),
  absorbed: z.array(absorbedSchema).optional(),
  /** Kept beside `absorbed`: of one of these the supporters have not come along yet. */
  absorbing: z.boolean().optional(),
  /** The open question's entry in the history. */
  questionAsked: z.int().optional(),
  /** Teams could not reach the author: what was said waits for their next contact. */
  authorUnreachable: z.boolean(),
  /** Counted anew a minute or so after they change; absent before the first. */
  counts: z.object({ supports: z.int().min(0), comments: z.int().min(0) }).optional(),
  history: z.array(historyEntrySchema).min(1),
  createdAt: z.iso.datetime(),
  /** Hashes of the form's id and of what it said: a form that arrives twice is known by them. */
  form: z.object({ id: z.string(), content: z.string() }),
  ...eventfulShape,
});

export type Submission = z.infer<typeof submissionSchema>;
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type State = Submission['state'];
export type Decision = (typeof decisions)[number];
export type Stage = (typeof stages)[number];
export type Trial = z.infer<typeof trialSchema>;
export type Outcome = (typeof outcomes)[number];
export type Benefits = z.infer<typeof benefitsSchema>;
export type Project = z.infer<typeof projectSchema>;
export type Link = z.infer<typeof linkSchema>;
export type By = z.infer<typeof bySchema>;

/** The document id is the reference. */
export const submissions = defineCollection({
  name: 'submissions',
  schemaVersion: 1,
  schema: submissionSchema,
  partition: 'tenant',
  indexed: [
    'createdAt',
    'kind',
    'state',
    'naming',
    'author.personId',
    'replyCodeHash',
    'project.askOn',
    'actOn',
    'absorbing',
    'challenge.id',
    'thanks.at',
    'eventsPending',
  ],
  orders: [
    ['createdAt'],
    ['state', 'createdAt'],
    ['author.personId', 'createdAt'],
    ['author.personId', 'state', 'createdAt'],
    ['state', 'project.askOn'],
    ['state', 'actOn'],
  ],
});
