import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { defineCollection } from '../store/collection.ts';
import { DocumentExists, type DocumentStore, type StoredDocument } from '../store/document-store.ts';
import type { Delivery } from './delivery.ts';
import { untilAnswered } from './write-surely.ts';

const sendMarkSchema = z.object({
  /** Names the attempt: tells this mark from one that was there before, when the answer to its writing was lost. */
  attempt: z.string(),
  expiresAt: z.iso.datetime(),
});

type SendMark = z.infer<typeof sendMarkSchema>;

/**
 * Written before a call to Teams, one for each call, and never changed: small, because every message has one. A crash
 * between this and the outcome is the one window in which a message may have gone out unnoticed: whoever takes the
 * delivery next finds the mark of its send there.
 */
export const sendMarks = defineCollection({
  name: 'sendMarks',
  schemaVersion: 1,
  schema: sendMarkSchema,
  partition: 'bucket, as that of its delivery',
  indexed: [],
  orders: [],
  expiresAt: (mark) => mark.expiresAt,
});

export interface Marked {
  /** The call may be made by us alone; or one was begun before, and nobody has written what came of it. */
  readonly kind: 'ours' | 'begunBefore';
  readonly mark: StoredDocument<SendMark>;
}

/**
 * Marks that the next call of a delivery begins. While the store does not answer it tries again; throws
 * StoreUnavailable only once `signal` has aborted.
 */
export function markSend(
  store: DocumentStore,
  { id, partition, body: delivery }: StoredDocument<Delivery>,
  signal: AbortSignal,
): Promise<Marked> {
  const { sends = 0, expiresAt } = delivery;
  const markId = `${id}.${sends}`;
  const body: SendMark = { attempt: randomBytes(9).toString('base64url'), expiresAt };
  return untilAnswered(signal, async () => {
    try {
      const mark = await store.create(sendMarks, partition, { id: markId, body });
      return { kind: 'ours', mark };
    } catch (error) {
      if (!(error instanceof DocumentExists)) throw error;
      const mark = await store.get(sendMarks, partition, markId);
      if (!mark) throw error;
      return { kind: mark.body.attempt === body.attempt ? 'ours' : 'begunBefore', mark };
    }
  });
}

/** The call was not made after all: whoever takes the delivery next need not be in doubt. */
export const takeBackMark = (
  store: DocumentStore,
  { partition, id, etag }: StoredDocument<SendMark>,
  signal: AbortSignal,
): Promise<void> => untilAnswered(signal, () => store.remove(sendMarks, partition, id, etag));
