import { z } from 'zod';
import { type PlannedDelivery, receiverSchema } from '../outbox/delivery.ts';
import { deliveryId } from '../outbox/delivery-id.ts';
import { eventfulShape, noEvents, withEvent } from '../outbox/event.ts';
import type { Listener } from '../outbox/listener.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import { changeDocument } from '../store/change-document.ts';
import { defineCollection } from '../store/collection.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { everyDocument } from '../store/every-document.ts';
import type { Clock } from '../time/clock.ts';
import { daysAfter } from '../time/days.ts';
import type { Job } from '../time/job.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';

/** Raised when somebody is to hear, in the morning, of what came outside working time. */
const morningCame = 'engagement.morningCame';

const heldSchema = z.object({
  receiver: receiverSchema,
  card: z.string(),
  about: z.record(z.string(), z.string()),
  key: z.string(),
  /** The opening of the next working day. */
  dueAt: z.iso.datetime(),
  isHeld: z.boolean(),
  ...eventfulShape,
});

const keptForDays = 7;

/** News that came at night, at a weekend or on a bank holiday and can wait: one for each person and subject. */
export const morningNews = defineCollection({
  name: 'morningNews',
  schemaVersion: 1,
  schema: heldSchema,
  partition: 'tenant',
  indexed: ['isHeld', 'dueAt', 'eventsPending'],
  orders: [],
  expiresAt: ({ dueAt }) => daysAfter(dueAt, keptForDays),
});

type Held = Pick<PlannedDelivery, 'receiver' | 'card' | 'about'> & { readonly key: string };

/** Keeps a message until then. Kept again under its key, it is one. */
export async function holdUntil(
  store: DocumentStore,
  tenantId: string,
  dueAt: string,
  { receiver, card, about, key }: Held,
): Promise<void> {
  const body = { receiver, card, about: { ...about }, key, dueAt, isHeld: true, ...noEvents };
  await store.createMany(morningNews, tenantId, [{ id: deliveryId(key), body }]);
}

export interface MorningParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly tenants: readonly string[];
  readonly calendar: WorkingCalendar;
  readonly relay: Outbox['relay'];
}

const pageSize = 100;

/** Lets what was kept go, in working time. It may stop anywhere: what it has let go is not found again. */
export const tellInTheMorning = ({ store, clock, tenants, calendar, relay }: MorningParts): Job => ({
  name: 'engagement.morning',
  everySeconds: 3600,
  async run(signal) {
    const now = clock.now();
    if (!calendar.isWorkingTime(now)) return;
    const at = now.toISOString();
    for (const tenantId of tenants)
      for await (const { id } of everyDocument(store, morningNews, tenantId, {
        where: { isHeld: true, dueAt: { atMost: at } },
        limit: pageSize,
      })) {
        if (signal.aborted) return;
        await changeDocument(store, morningNews, tenantId, id, (held) =>
          held.isHeld
            ? withEvent(
                { ...held, isHeld: false },
                { id: `morningNews/${id}`, type: morningCame, at, data: {} },
              )
            : undefined,
        );
        relay(morningNews, tenantId, id);
      }
  },
});

export const morningListener = (store: DocumentStore): Listener => ({
  event: morningCame,
  async *plan({ partition, documentId }) {
    const held = (await store.get(morningNews, partition, documentId))?.body;
    if (held) {
      const { receiver, card, about, key } = held;
      yield [{ receiver, card, about, key, urgency: 'notice' }];
    }
  },
});
