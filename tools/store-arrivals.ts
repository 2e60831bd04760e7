import { deliveries, deliverySchema } from '../src/outbox/delivery.ts';
import type { Collection } from '../src/store/collection.ts';

/**
 * The body that a document has after its move to another store. A delivery that was still to be sent waits for an
 * operator, because the store it came from may have sent it since.
 */
export function arrive(collection: Collection<object>, body: object): object {
  if (collection.name !== deliveries.name) return body;
  const delivery = deliverySchema.parse(body);
  if (delivery.state !== 'planned') return body;
  return { ...delivery, state: 'held', reason: 'was planned when the store was exported' };
}
