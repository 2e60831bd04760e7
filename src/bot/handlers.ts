import type { CardAction } from './card-action.ts';
import type { Command } from './command.ts';
import type { Dialog } from './dialog.ts';
import type { FileSource } from './file.ts';
import type { MessageAction } from './message-action.ts';
import type { ReactionCounter } from './reactions.ts';
import type { Search } from './search.ts';
import type { WebRoute } from './web-page.ts';

/** What answers people: all that the edge of a chat system needs to know of a feature. */
export interface Handlers {
  readonly commands?: readonly Command[];
  readonly dialogs?: readonly Dialog[];
  readonly actions?: readonly CardAction[];
  readonly files?: readonly FileSource[];
  readonly messageActions?: readonly MessageAction[];
  readonly searches?: readonly Search[];
  /** Hear of reactions to the bot's messages in channels and group chats. */
  readonly reactions?: readonly ReactionCounter[];
  /** Addresses that are opened outside of Teams, such as from a letter. */
  readonly routes?: readonly WebRoute[];
}
