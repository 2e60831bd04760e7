import { z } from 'zod';
import { bySchema } from '../people/by.ts';
import { defineCollection } from '../store/collection.ts';

const subjectKinds = ['idea', 'article', 'case', 'replication'] as const;

/** What people put their marks on; a replication is what one service tries that came from elsewhere. */
export interface Subject {
  readonly tenantId: string;
  readonly kind: (typeof subjectKinds)[number];
  readonly id: string;
}

/** The longest comment, in UTF-16 units as card inputs count. */
export const longestComment = 1000;

const commentShape = { by: bySchema, at: z.iso.datetime() };

/** One person's mark on a subject. A support or a follow that is taken back is not stored any more. */
export const markSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('support'),
    by: bySchema,
    /** Whether the author of the subject may read the name. */
    named: z.boolean(),
    at: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('follow'), by: bySchema, at: z.iso.datetime() }),
  /** They have said that they want to hear no more: what they do here does not make them follow again. */
  z.object({ kind: z.literal('noFollow'), by: bySchema, at: z.iso.datetime() }),
  z.object({ kind: z.literal('comment'), ...commentShape, text: z.string() }),
  /** Its words are gone; who removed it is kept. */
  z.object({
    kind: z.literal('removedComment'),
    ...commentShape,
    removed: z.object({ by: bySchema, at: z.iso.datetime() }),
  }),
]);

export type Mark = z.infer<typeof markSchema>;
export type Comment = Extract<Mark, { kind: 'comment' | 'removedComment' }>;

/** How many are counted by counting the documents: a mark exists or it does not. */
export const engagement = defineCollection({
  name: 'engagement',
  schemaVersion: 1,
  schema: markSchema,
  partition: 'tenant, kind and id of the idea, article or case study',
  indexed: ['kind', 'at'],
  orders: [['at'], ['kind', 'at']],
});

export const subjectPartition = ({ tenantId, kind, id }: Subject): string => `${tenantId}:${kind}:${id}`;

/** One document per person and mark: a second click finds the first. */
export const markId = (kind: 'support' | 'follow' | 'noFollow', personId: string): string =>
  `${kind}:${personId}`;

/** Says that the marks of a subject changed within a minute, and from when they can be counted for it. */
export const recountSchema = z.object({
  kind: z.enum(subjectKinds),
  subject: z.string(),
  dueAt: z.iso.datetime(),
});

export const recounts = defineCollection({
  name: 'recounts',
  schemaVersion: 1,
  schema: recountSchema,
  partition: 'tenant',
  indexed: ['kind', 'dueAt'],
  orders: [['kind', 'dueAt']],
});
