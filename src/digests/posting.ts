import { z } from 'zod';
import { type Receiver, receiverKey, receiverSchema } from '../outbox/delivery.ts';
import { defineCollection } from '../store/collection.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { daysAfter } from '../time/days.ts';
import { hashOf, type Occasion, type Subscription } from './model.ts';

/**
 * One edition of one place: its id is made of the subscription and the occasion, so whatever plans it again finds it
 * there.
 */
const postingSchema = z.object({
  edition: z.string(),
  subscriptionId: z.string(),
  receivers: z.array(receiverSchema),
  because: z.enum(['due', 'asked']),
  /** Names those that were planned together: one event sends them. */
  batch: z.string(),
  at: z.iso.datetime(),
});

export type Posting = z.infer<typeof postingSchema>;

// Longer than a delivery is tried and an edition corrected.
export const postingsKeptForDays = 90;

export const postings = defineCollection({
  name: 'postings',
  schemaVersion: 1,
  schema: postingSchema,
  partition: 'tenant',
  indexed: ['edition', 'batch'],
  orders: [],
  expiresAt: ({ at }) => daysAfter(at, postingsKeptForDays),
});

export const postingId = (subscription: string, occasion: Occasion): string =>
  hashOf(subscription, occasion.because, occasion.because === 'due' ? occasion.dueAt : occasion.activityId);

/** The key of the one delivery of a posting to one of its receivers. */
export const postingKey = (posting: string, receiver: Receiver): string =>
  `postings/${posting}>${receiverKey(receiver)}`;

/** Whom an edition of a subscription goes to: its place, or a person by Teams, by e-mail or both. */
export function receiversOf(
  tenantId: string,
  { placeId, personal }: Pick<Subscription, 'placeId' | 'personal'>,
): Receiver[] {
  if (!personal) return [{ kind: 'place', tenantId, placeId }];
  const { personId, by, address } = personal;
  const receivers: Receiver[] = [];
  if (by !== 'mail') receivers.push({ kind: 'person', tenantId, personId });
  if (by !== 'teams' && address !== undefined) receivers.push({ kind: 'mail', tenantId, address });
  return receivers;
}

/** The posting of one occasion; undefined when the subscription has nobody to send it to. */
export function postingFor(
  tenantId: string,
  { id, body }: StoredDocument<Subscription>,
  made: Pick<Posting, 'edition' | 'batch' | 'at'> & { readonly occasion: Occasion },
): { id: string; body: Posting } | undefined {
  const { occasion, edition, batch, at } = made;
  const receivers = receiversOf(tenantId, body);
  if (receivers.length === 0) return undefined;
  return {
    id: postingId(id, occasion),
    body: { edition, subscriptionId: id, receivers, because: occasion.because, batch, at },
  };
}
