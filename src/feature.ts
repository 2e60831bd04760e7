import type { CardAction } from './bot/card-action.ts';
import type { Command } from './bot/command.ts';
import type { Dialog } from './bot/dialog.ts';
import type { FileSource } from './bot/file.ts';
import type { MessageAction } from './bot/message-action.ts';
import type { ReactionCounter } from './bot/reactions.ts';
import type { Search } from './bot/search.ts';
import type { WebRoute } from './bot/web-page.ts';
import type { DeliveryCard } from './outbox/delivery-card.ts';
import type { Listener } from './outbox/listener.ts';
import type { Job } from './time/job.ts';

/** All that one feature adds to the bot. `main` walks the features; nothing registers itself. */
export interface Feature {
  readonly commands?: readonly Command[];
  readonly dialogs?: readonly Dialog[];
  readonly actions?: readonly CardAction[];
  readonly files?: readonly FileSource[];
  readonly messageActions?: readonly MessageAction[];
  readonly searches?: readonly Search[];
  /** Hear of reactions to the bot's messages in channels and group chats. */
  readonly reactions?: readonly ReactionCounter[];
  readonly listeners?: readonly Listener[];
  readonly deliveryCards?: readonly DeliveryCard[];
  readonly jobs?: readonly Job[];
  /** Addresses that are opened outside of Teams, such as from a letter. */
  readonly routes?: readonly WebRoute[];
}
