import { z } from 'zod';
import { defineCollection } from '../store/collection.ts';
import { eventfulShape } from './event.ts';

/** Who or what a message goes to. */
export const receiverSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), tenantId: z.string(), personId: z.string() }),
  z.object({ kind: z.literal('place'), tenantId: z.string(), placeId: z.string() }),
  /** Somebody reached by e-mail; `address` in lower case. */
  z.object({ kind: z.literal('mail'), tenantId: z.string(), address: z.string() }),
]);

export type Receiver = z.infer<typeof receiverSchema>;

export function receiverKey(receiver: Receiver): string {
  const { kind, tenantId } = receiver;
  switch (kind) {
    case 'person':
      return `person:${tenantId}:${receiver.personId}`;
    case 'place':
      return `place:${tenantId}:${receiver.placeId}`;
    case 'mail':
      return `mail:${tenantId}:${receiver.address}`;
  }
}

/** `answer` is for a person who waits, `notice` for what concerns somebody, `digest` for what can wait. In this order. */
export const urgencies = ['answer', 'notice', 'digest'] as const;

/** Begins the `order` of deliveries so urgent, or of the first of them since an instant: urgent ones come first. */
export const turnOf = (urgency: (typeof urgencies)[number], at = ''): string =>
  `${urgencies.indexOf(urgency)} ${at}`;

/** What a listener asks for: no rendered card, only what to draw and for whom. */
export interface PlannedDelivery {
  readonly receiver: Receiver;
  /** Name of the DeliveryCard that draws it at the moment of sending. */
  readonly card: string;
  /** Ids of what it is about; the drawing loads the rest. */
  readonly about: Readonly<Record<string, string>>;
  readonly urgency: (typeof urgencies)[number];
  /** Instead of event, receiver and card; must differ between receivers. Planned twice, it is one delivery. */
  readonly key?: string;
  /** Key of the same receiver's delivery whose message is to be redrawn in place; absent: a new message. */
  readonly updates?: string;
  /** How long it is remembered and tried, 30 days when absent: longer for a card that is redrawn much later. */
  readonly keepDays?: number;
}

/**
 * - planned: waits for its turn (`notBefore`), or is being sent: then the mark of its send is there (`send-mark.ts`);
 * - sent: Teams gave the id of the message;
 * - inDoubt: a send got no clear answer and is not repeated by itself;
 * - parked: the receiver cannot be reached now; any contact wakes it;
 * - dead: refused, or tried too often: an operator decides;
 * - held: arrived by an import of another store and waits for an operator;
 * - dropped: an operator's word, or nothing left to say.
 */
export const deliveryStates = ['planned', 'sent', 'inDoubt', 'parked', 'dead', 'held', 'dropped'] as const;

export const deliverySchema = z.object({
  /** Event and receiver: however often an event is relayed, each receiver gets one delivery of each card. */
  key: z.string(),
  receiver: receiverSchema,
  receiverKey: z.string(),
  card: z.string(),
  about: z.record(z.string(), z.string()),
  urgency: z.enum(urgencies),
  updates: z.string().optional(),
  state: z.enum(deliveryStates),
  /** Sorts deliveries by their turn: see `turnOf`. */
  order: z.string(),
  plannedAt: z.iso.datetime(),
  /** Of one that is tried again. */
  notBefore: z.iso.datetime().optional(),
  attempts: z.int().min(0),
  /** Calls of which it is known what came, however often it was planned anew: numbers the marks of its sends. */
  sends: z.int().min(1).optional(),
  /** Names the last call: tells its outcome, when the answer to its writing was lost, from another's. */
  attempt: z.string().optional(),
  /** Its receiver, while it is parked. */
  parkedFor: z.string().optional(),
  /** An event has told that the receiver is out of reach. */
  toldUnreachable: z.boolean().optional(),
  /** Why it is in its state, for operators; no text of any message. */
  reason: z.string().optional(),
  /** Set once sent: where the message stands, so that it can be redrawn in place. */
  message: z.object({ conversationId: z.string(), activityId: z.string() }).optional(),
  /** When it went out. */
  sentAt: z.iso.datetime().optional(),
  /** Its message is gone: the key of the later delivery that posts it anew. */
  replacedBy: z.string().optional(),
  expiresAt: z.iso.datetime(),
  ...eventfulShape,
});

export type Delivery = z.infer<typeof deliverySchema>;

/** The partition is the bucket; replicas lease buckets, never single deliveries. */
export const deliveries = defineCollection({
  name: 'deliveries',
  schemaVersion: 1,
  schema: deliverySchema,
  partition: 'bucket: hash of the receiver modulo 16',
  indexed: ['state', 'order', 'parkedFor', 'message.activityId', 'eventsPending'],
  orders: [['state', 'order']],
  expiresAt: (delivery) => delivery.expiresAt,
});
