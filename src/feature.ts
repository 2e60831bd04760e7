import type { Handlers } from './bot/handlers.ts';
import type { DeliveryCard } from './outbox/delivery-card.ts';
import type { Listener } from './outbox/listener.ts';
import type { Job } from './time/job.ts';

/** All that one feature adds to the bot. `service.ts` walks the features; nothing registers itself. */
export interface Feature extends Handlers {
  readonly listeners?: readonly Listener[];
  readonly deliveryCards?: readonly DeliveryCard[];
  readonly jobs?: readonly Job[];
}
