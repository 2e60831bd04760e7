import { z } from 'zod';
import { type Receiver, receiverSchema } from '../outbox/delivery.ts';
import { defineCollection } from '../store/collection.ts';
import { daysAfter } from '../time/days.ts';
import { type Known, type Occasion, type Subscription, shortHashOf } from './model.ts';

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
  /** Of a shared subscription: all that follow it get the edition, so many, for the instant at which it was due. */
  shared: z.object({ dueAt: z.iso.datetime(), members: z.int() }).optional(),
});

export type Posting = z.infer<typeof postingSchema>;

// Longer than a delivery is tried and an edition corrected.
export const postingsKeptForDays = 90;

export const postings = defineCollection({
  name: 'postings',
  schemaVersion: 1,
  schema: postingSchema,
  partition: 'tenant',
  indexed: ['edition', 'batch', 'shared.members'],
  orders: [],
  expiresAt: ({ at }) => daysAfter(at, postingsKeptForDays),
});

export const postingId = (subscription: string, occasion: Occasion): string =>
  shortHashOf(
    subscription,
    occasion.because,
    occasion.because === 'due' ? occasion.dueAt : occasion.activityId,
  );

/** The key of the one delivery of a posting to one of its receivers, who are of different kinds. */
export const postingKey = (posting: string, { kind }: Receiver): string => `postings/${posting}>${kind}`;

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

/** The posting of one occasion; undefined when the subscription has nobody to send it to. `members` of one that is shared. */
export function postingFor(
  tenantId: string,
  { id, body }: Known<Subscription>,
  made: Pick<Posting, 'edition' | 'batch' | 'at'> & { readonly occasion: Occasion },
  members = 0,
): { id: string; body: Posting } | undefined {
  const { occasion, edition, batch, at } = made;
  const isShared = body.shared !== undefined && occasion.because === 'due';
  const receivers = isShared ? [] : receiversOf(tenantId, body);
  if (!isShared && receivers.length === 0) return undefined;
  return {
    id: postingId(id, occasion),
    body: {
      edition,
      subscriptionId: id,
      receivers,
      because: occasion.because,
      batch,
      at,
      ...(isShared && { shared: { dueAt: occasion.dueAt, members } }),
    },
  };
}
