import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mostQuestions } from '../ideas/terms.ts';
import { eventfulShape } from '../outbox/event.ts';
import { bySchema } from '../people/by.ts';
import { defineCollection } from '../store/collection.ts';
import { mostTopics, topicSchema } from '../subjects/codes.ts';

/** The longest of what the innovation team may write, in UTF-16 units as card inputs count. */
export const longest = { title: 120, text: 1000, question: 200 };

/** Channels that one challenge may be posted in. */
export const mostChannels = 60;

/** When a challenge opens and closes on its days, by the council's clocks. */
export const opensAt = '09:00';
export const closesAt = '17:00';

const challengeStates = ['planned', 'open', 'closed', 'takenBack'] as const;

/** A question that the innovation team puts to many people, open for a while. */
export const challengeSchema = z.object({
  title: z.string(),
  /** What it is about and why it is asked. */
  text: z.string(),
  /** Asked in the form, besides what every idea tells. */
  questions: z.array(z.string()).max(mostQuestions),
  topics: z.array(topicSchema).max(mostTopics),
  /** Local dates; it takes ideas from 9:00 of the first (or from the moment it was made) to 17:00 of the last. */
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  /** The end of its last day; when it was closed, the moment of that. */
  endsAt: z.iso.datetime(),
  /** When something is to be done about it by itself: open it, count down, close it. */
  dueAt: z.iso.datetime(),
  placeIds: z.array(z.string()).min(1).max(mostChannels),
  state: z.enum(challengeStates),
  by: bySchema,
  /** Who closed it before its time. */
  closedBy: bySchema.optional(),
  /** When it was told what was decided. */
  toldAt: z.iso.datetime().optional(),
  /** Counts its steps, by which its events are numbered. */
  changes: z.int().min(0),
  createdAt: z.iso.datetime(),
  /** The hash of what the form said: a form that arrives twice is known by it. */
  content: z.string(),
  ...eventfulShape,
});

export type Challenge = z.infer<typeof challengeSchema>;

/** A challenge with its document id, the hash of its form's id. */
export interface KnownChallenge {
  readonly id: string;
  readonly body: Challenge;
}

export const challenges = defineCollection({
  name: 'challenges',
  schemaVersion: 1,
  schema: challengeSchema,
  partition: 'tenant',
  indexed: ['state', 'endsAt', 'dueAt', 'eventsPending'],
  orders: [
    ['state', 'endsAt'],
    ['state', 'dueAt'],
  ],
});

export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** What may be edited of it, as a hash: who edits says by it what they saw. */
export const wordingOf = ({ title, text, opensOn, closesOn }: Challenge): string =>
  fingerprint(JSON.stringify([title, text, opensOn, closesOn]));

export const challengeIdSchema = z.string().regex(/^[\w-]{43}$/u);

/** Whether it takes ideas: the job that closes it may be a minute late. */
export const isOpen = ({ state, endsAt }: Challenge, now: Date): boolean =>
  state === 'open' && now.toISOString() < endsAt;
