import { z } from 'zod';
import { eventfulShape } from '../outbox/event.ts';
import { bySchema } from '../people/by.ts';
import { defineCollection } from '../store/collection.ts';
import { daysAfter } from '../time/days.ts';

/** What a column of a spreadsheet may hold. */
export const importFields = [
  'title',
  'change',
  'benefit',
  'service',
  'state',
  'date',
  'author',
  'reason',
  'kind',
  'control',
  'stops',
  'hours',
  'pounds',
  'better',
  'confidence',
] as const;

export type ImportField = (typeof importFields)[number];

/** For each field the number of its column, from 0. */
export const matchSchema = z.partialRecord(z.enum(importFields), z.int().min(0));

export type Match = z.infer<typeof matchSchema>;

export const faultKinds = [
  'titleMissing',
  'changeTooLong',
  'benefitTooLong',
  'unknownService',
  'unknownState',
  'badDate',
  'unknownKind',
  'unknownControl',
  'badHours',
  'badPounds',
  'unknownConfidence',
  'noteTooLong',
] as const;

/** A row that cannot be taken in; rows are counted as a spreadsheet counts them, the headings being row 1. */
const faultSchema = z.object({ row: z.int(), kind: z.enum(faultKinds), text: z.string() });

export type Fault = z.infer<typeof faultSchema>;

export const importResultSchema = z.object({
  taken: z.int().min(0),
  /** Here already: of the same row in this or an earlier file. */
  known: z.int().min(0),
  faulty: z.int().min(0),
  /** The first of them. */
  faults: z.array(faultSchema),
});

export type ImportResult = z.infer<typeof importResultSchema>;

export const importSchema = z.object({
  by: bySchema,
  fileName: z.string(),
  headings: z.array(z.string()),
  rows: z.int().min(0),
  chunks: z.int().min(0),
  state: z.enum(['read', 'running', 'done']),
  match: matchSchema.optional(),
  result: importResultSchema.optional(),
  createdAt: z.iso.datetime(),
  ...eventfulShape,
});

export type Import = z.infer<typeof importSchema>;

const keptForDays = 7;

/** A spreadsheet that was sent to be brought in. Forgotten after a week. */
export const imports = defineCollection({
  name: 'imports',
  schemaVersion: 1,
  schema: importSchema,
  partition: 'tenant',
  indexed: ['eventsPending'],
  orders: [],
  expiresAt: ({ createdAt }) => daysAfter(createdAt, keptForDays),
});

export const importChunkSchema = z.object({
  /** Of its first row, as a spreadsheet counts. */
  firstRow: z.int(),
  cells: z.array(z.array(z.string())),
  createdAt: z.iso.datetime(),
});

/** The rows of an import, some hundred a document. */
export const importChunks = defineCollection({
  name: 'importChunks',
  schemaVersion: 1,
  schema: importChunkSchema,
  partition: 'import',
  indexed: [],
  orders: [],
  expiresAt: ({ createdAt }) => daysAfter(createdAt, keptForDays),
});
