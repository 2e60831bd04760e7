import type { PlannedDelivery, Receiver } from '../../../src/outbox/delivery.ts';

/** What one receiver gets, in the order it is to arrive within each urgency. */
export interface Expected {
  readonly key: string;
  readonly isEdition: boolean;
  /** Posts of one lane must first arrive in this order; redraws are in none. */
  readonly lane?: string;
}

export interface Workload {
  readonly name: string;
  /** One list for each event of the document. */
  readonly events: readonly (readonly PlannedDelivery[])[];
  readonly expected: readonly Expected[];
}

const tenants = 4;
export const deliveriesEach = 6;

/** A receiver's document: two answers, two editions, and a card that is redrawn. */
export function workloadOf(index: number): Workload {
  const name = `receiver-${index}`;
  const tenantId = `tenant-${index % tenants}`;
  const receiver: Receiver =
    index % 2 === 0
      ? { kind: 'person', tenantId, personId: name }
      : { kind: 'place', tenantId, placeId: name };
  const plan = (
    what: string,
    card: string,
    urgency: PlannedDelivery['urgency'],
    updates?: string,
  ): PlannedDelivery => ({
    receiver,
    card,
    urgency,
    about: {},
    key: `${name} ${what}`,
    ...(updates !== undefined && { updates: `${name} ${updates}` }),
  });
  const events = [
    [
      plan('answer 1', 'sample/answer', 'answer'),
      plan('edition 1', 'sample/edition', 'digest'),
      plan('card', 'sample/answer', 'notice'),
    ],
    [plan('answer 2', 'sample/answer', 'answer'), plan('edition 2', 'sample/edition', 'digest')],
    [plan('redraw', 'sample/answer', 'notice', 'card')],
  ];
  const expected = events.flat().map(
    ({ key = '', card, urgency, updates }): Expected => ({
      key,
      isEdition: card === 'sample/edition',
      ...(updates === undefined && { lane: `${name} ${urgency}` }),
    }),
  );
  return { name, events, expected };
}
