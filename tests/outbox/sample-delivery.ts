import type { Delivery, PlannedDelivery, Receiver } from '../../src/outbox/delivery.ts';
import { planDelivery } from '../../src/outbox/plan-delivery.ts';

export const person = (personId: string, tenantId = 't'): Receiver => ({
  kind: 'person',
  tenantId,
  personId,
});

export const samplePlan = (subject: string, planned: Partial<PlannedDelivery> = {}): PlannedDelivery => ({
  receiver: person('p'),
  card: 'sample/answer',
  about: { subject },
  urgency: 'answer',
  ...planned,
});

export const sampleAt = '2026-03-02T09:00:00.000Z';

/** A delivery as it is first planned. */
export const sampleDelivery = (
  key: string,
  planned: Partial<PlannedDelivery> = {},
  at = sampleAt,
): Delivery =>
  planDelivery(
    { id: key, type: 'sample', at, data: {} },
    samplePlan(key, { key, ...planned }),
    0,
    new Date(at),
  );
