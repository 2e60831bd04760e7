import { z } from 'zod';
import type { PlannedDelivery } from '../../src/outbox/delivery.ts';
import { receiverSchema, urgencies } from '../../src/outbox/delivery.ts';
import { eventfulShape, noEvents, type PendingEvent, withEvent } from '../../src/outbox/event.ts';
import type { Listener } from '../../src/outbox/listener.ts';
import { defineCollection } from '../../src/store/collection.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';

/** A document whose events say themselves which deliveries they cause. */
export const happenings = defineCollection({
  name: 'happenings',
  schemaVersion: 1,
  schema: z.object({ name: z.string(), ...eventfulShape }),
  partition: 'tenant',
  indexed: ['eventsPending'],
  orders: [],
});

export const happeningsPartition = 't';

const plansSchema = z.array(
  z.object({
    receiver: receiverSchema,
    card: z.string(),
    about: z.record(z.string(), z.string()),
    urgency: z.enum(urgencies),
    key: z.string().optional(),
    updates: z.string().optional(),
    keepDays: z.number().optional(),
  }),
);

const pageSize = 3;

/** Plans what the event says, a few at a time. */
export const sampleListener: Listener = {
  event: 'sample',
  async *plan(event) {
    const plans = plansSchema.parse(JSON.parse(event.data.plans ?? '[]')).map(withoutUndefined);
    for (let start = 0; start < plans.length; start += pageSize) yield plans.slice(start, start + pageSize);
  },
};

const withoutUndefined = ({
  key,
  updates,
  keepDays,
  ...plan
}: z.infer<typeof plansSchema>[number]): PlannedDelivery => ({
  ...plan,
  ...(key !== undefined && { key }),
  ...(updates !== undefined && { updates }),
  ...(keepDays !== undefined && { keepDays }),
});

export const sampleEvent = (id: string, at: string, plans: readonly PlannedDelivery[]): PendingEvent => ({
  id,
  type: 'sample',
  at,
  data: { plans: JSON.stringify(plans) },
});

/** Writes a document with the events given, as a use case would. */
export async function happen(
  store: DocumentStore,
  name: string,
  events: readonly PendingEvent[],
): Promise<void> {
  const body = events.reduce(withEvent, { name, ...noEvents });
  await store.create(happenings, happeningsPartition, { id: name, body });
}
