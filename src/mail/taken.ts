import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineCollection } from '../store/collection.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { dayMs } from '../time/days.ts';
import type { MailLimits } from './settings.ts';

const hourMs = 3_600_000;
const keepDays = 400;

/** An e-mail that was taken in: it is not taken again, and it counts for the limits. */
export const mailTakenSchema = z.object({
  /** A hash of the address. */
  sender: z.string(),
  at: z.iso.datetime(),
  /** Where it lay: the mailbox's UIDVALIDITY and the UID, for operators who look for it. */
  place: z.string(),
  outcome: z.string(),
  reference: z.string(),
  expiresAt: z.iso.datetime(),
});

/** The document id is the e-mail's own. */
export const mailTaken = defineCollection({
  name: 'mailTaken',
  schemaVersion: 1,
  schema: mailTakenSchema,
  partition: 'tenant',
  indexed: ['sender', 'at'],
  orders: [],
  expiresAt: ({ expiresAt }) => expiresAt,
});

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The same for every copy of an e-mail; where it names no Message-ID, for this one in its mailbox. */
export const mailId = (mail: { messageId: string; from: { address: string } }, place: string): string =>
  hash(mail.messageId ? `message ${mail.messageId} ${mail.from.address}` : `place ${place}`);

export interface Taken {
  readonly id: string;
  readonly address: string;
  readonly place: string;
  readonly outcome: string;
  readonly reference: string;
}

export async function noteTaken(
  store: DocumentStore,
  tenantId: string,
  { id, address, ...rest }: Taken,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + keepDays * dayMs).toISOString();
  const body = { ...rest, sender: hash(address), at: now.toISOString(), expiresAt };
  try {
    await store.create(mailTaken, tenantId, { id, body });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
  }
}

export const wasTaken = async (store: DocumentStore, tenantId: string, id: string): Promise<boolean> =>
  (await store.get(mailTaken, tenantId, id)) !== undefined;

/** Which limit stands against one more e-mail of this sender now, or undefined. */
export async function limitReached(
  store: DocumentStore,
  tenantId: string,
  address: string,
  limits: MailLimits,
  now: Date,
): Promise<'perHour' | 'perSenderAndDay' | undefined> {
  const since = (ms: number) => ({ atLeast: new Date(now.getTime() - ms).toISOString() });
  if ((await store.count(mailTaken, tenantId, { at: since(hourMs) })) >= limits.perHour) return 'perHour';
  const ofSender = { sender: hash(address), at: since(dayMs) };
  if ((await store.count(mailTaken, tenantId, ofSender)) >= limits.perSenderAndDay) return 'perSenderAndDay';
  return undefined;
}
