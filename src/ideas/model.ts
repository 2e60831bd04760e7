import { z } from 'zod';
import { eventfulShape } from '../outbox/event.ts';
import { bySchema } from '../people/by.ts';
import { defineCollection } from '../store/collection.ts';
import { mostTopics, themeSchema, topicSchema } from '../subjects/codes.ts';
import { historyEntrySchema } from './history.ts';
import { benefitsSchema, projectSchema, trialSchema } from './plans.ts';
import { controls, kinds, namings, shapers, states } from './terms.ts';

export const linkKinds = ['same', 'buildsOn'] as const;

/** A question that the innovation team put to many people at once. */
const challengeSchema = z.object({ id: z.string(), title: z.string() });

const linkSchema = z.object({
  kind: z.enum(linkKinds),
  to: z.object({ kind: z.enum(['idea', 'article', 'case']), id: z.string(), title: z.string() }),
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
  /** Brought in from a spreadsheet, instead of `author`: by whom, whom the spreadsheet names, and why it was decided so. */
  imported: z
    .object({ by: bySchema, author: z.string().optional(), reason: z.string().optional() })
    .optional(),
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
export type Link = z.infer<typeof linkSchema>;

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
