import { z } from 'zod';
import { controls } from '../ideas/terms.ts';
import { eventfulShape } from '../outbox/event.ts';
import { bySchema } from '../people/by.ts';
import { defineCollection } from '../store/collection.ts';

/** A control that may stop good work: what the systems audit asks of, and reports on. */
export type Control = (typeof controls)[number];

/** What the owner of a control says will become of what it stops. */
export const stances = ['looking', 'changed', 'stays'] as const;

/** The longest of what people may write here, in UTF-16 units. */
export const longest = { answer: 1000, what: 1000 };

/** Changes that are kept at a control, and barriers that one of them may end. */
export const mostChanges = 50;
export const mostEnded = 40;

const changeSchema = z.object({
  /** The hash of its form's id. */
  id: z.string(),
  /** In whose words it is told: of who marked it, or of the control's owner. */
  by: bySchema,
  /** Who of the innovation team confirmed what the owner said. */
  confirmedBy: bySchema.optional(),
  at: z.iso.datetime(),
  what: z.string(),
  /** References of the barriers that it ends. */
  barriers: z.array(z.string()).min(1),
});

/** You said, we changed. */
export type Change = z.infer<typeof changeSchema>;

export const controlSchema = z.object({
  control: z.enum(controls),
  /** The last time that its owner was asked. */
  asked: z
    .object({
      n: z.int().min(1),
      at: z.iso.datetime(),
      of: bySchema,
      /** Absent when the month began. */
      by: bySchema.optional(),
      /** Teams could not reach them: the question waits for their next contact. */
      unreachable: z.boolean().optional(),
    })
    .optional(),
  /** The owner's last answer. */
  answer: z
    .object({
      n: z.int().min(1),
      by: bySchema,
      at: z.iso.datetime(),
      stance: z.enum(stances),
      text: z.string(),
      /** Of a change: references of the barriers that it has ended, as the owner sees it. */
      barriers: z.array(z.string()).optional(),
    })
    .optional(),
  /** Oldest first. */
  changes: z.array(changeSchema),
  ...eventfulShape,
});

export type ControlRecord = z.infer<typeof controlSchema>;

/** The document id is the control's code. */
export const controlRecords = defineCollection({
  name: 'controls',
  schemaVersion: 1,
  schema: controlSchema,
  partition: 'tenant',
  indexed: ['eventsPending'],
  orders: [],
});
