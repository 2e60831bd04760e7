import { expect, test } from '@jest/globals';
import { type Delivery, deliveries, deliveryStates } from '../../../src/outbox/delivery.ts';
import { arrive } from '../../../tools/store-arrivals.ts';
import { sample, samples } from '../sample-collection.ts';

const delivery = (state: Delivery['state']): Delivery => ({
  key: 'submissions/SAMPLE/1 person:tenant:person',
  receiver: { kind: 'person', tenantId: 'tenant', personId: 'person' },
  receiverKey: 'person:tenant:person',
  card: 'sample.card',
  about: { submission: 'SAMPLE' },
  urgency: 'notice',
  state,
  order: '2026-03-02T09:00:00.000Z/1',
  plannedAt: '2026-03-02T09:00:00.000Z',
  attempts: 0,
  expiresAt: '2026-04-01T09:00:00.000Z',
  events: [],
  eventsPending: false,
});

test.each(deliveryStates)('a delivery that was %s arrives so that nothing is sent twice', (state) => {
  const arrived = arrive(deliveries, delivery(state));
  if (state === 'planned') {
    expect(arrived).toEqual({
      ...delivery('held'),
      reason: `was ${state} when the store was exported`,
    });
  } else expect(arrived).toEqual(delivery(state));
});

test('all else arrives as it is', () => {
  expect(arrive(samples, sample('a', { state: 'open' }))).toEqual(sample('a', { state: 'open' }));
});
