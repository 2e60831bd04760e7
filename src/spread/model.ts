import { createHash } from 'node:crypto';
import { z } from 'zod';
import { benefitsSchema } from '../ideas/plans.ts';
import { outcomes } from '../ideas/terms.ts';
import { eventfulShape } from '../outbox/event.ts';
import { bySchema } from '../people/by.ts';
import { defineCollection } from '../store/collection.ts';

/** The longest of what a person may type, in UTF-16 units as card inputs count. */
export const longest = { learnt: 1000, reason: 500 };

/** The lead is asked for the result so many days after the start, and so often again while no answer comes. */
export const askAfterDays = 90;
export const askAgainDays = 14;
export const mostAsks = 3;

export const replicationStates = ['running', 'finished', 'ended'] as const;

const sourceSchema = z.object({ kind: z.enum(['idea', 'case']), id: z.string(), title: z.string() });

/** One service tries what is adopted elsewhere, or what a case study tells of. */
export const replicationSchema = z.object({
  source: sourceSchema,
  /** Kind and id of the source, by which those of one source are found. */
  sourceKey: z.string(),
  service: z.string(),
  startedBy: bySchema,
  lead: bySchema,
  /** The lead was named by somebody else and may say no: then `fallback` leads it. */
  named: z.object({ by: bySchema, fallback: bySchema }).optional(),
  /** Who said last that they cannot lead it. */
  refusedBy: bySchema.optional(),
  /** A local date. */
  startsOn: z.iso.date(),
  state: z.enum(replicationStates),
  /** The local date from which the lead is asked for the result; absent when nobody is asked any more. */
  askOn: z.iso.date().optional(),
  /** How often the present lead was asked. */
  asked: z.int().min(0),
  result: z
    .object({
      by: bySchema,
      at: z.iso.datetime(),
      outcome: z.enum(outcomes),
      learnt: z.string(),
      benefits: benefitsSchema.optional(),
    })
    .optional(),
  /** Ended before there was a result. */
  endedEarly: z.object({ by: bySchema, at: z.iso.datetime(), reason: z.string() }).optional(),
  /** When there was news of it last: that it started, its result, or its early end. */
  movedAt: z.iso.datetime(),
  /** Counts its steps, by which its events are numbered. */
  changes: z.int().min(0),
  createdAt: z.iso.datetime(),
  /** The hash of the form's id: a form that arrives twice is known by it. */
  form: z.string(),
  ...eventfulShape,
});

export type Replication = z.infer<typeof replicationSchema>;
export type Source = Replication['source'];

/** A replication with its document id. */
export interface KnownReplication {
  readonly id: string;
  readonly body: Replication;
}

export const replications = defineCollection({
  name: 'replications',
  schemaVersion: 1,
  schema: replicationSchema,
  partition: 'tenant',
  indexed: ['state', 'service', 'sourceKey', 'lead.personId', 'askOn', 'movedAt', 'eventsPending'],
  orders: [
    ['movedAt'],
    ['state', 'movedAt'],
    ['sourceKey', 'movedAt'],
    ['lead.personId', 'movedAt'],
    ['state', 'askOn'],
  ],
});

export const replicationIdSchema = z.string().regex(/^[\w-]{43}$/u);

export const sourceKeyOf = ({ kind, id }: Pick<Source, 'kind' | 'id'>): string => `${kind}:${id}`;

/** The id of the run `n` (from 0) of one service with one source: two who start the same run meet in one document. */
export const replicationId = (source: Pick<Source, 'kind' | 'id'>, service: string, n: number): string =>
  fingerprint(JSON.stringify([sourceKeyOf(source), service, n]));

export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url');
