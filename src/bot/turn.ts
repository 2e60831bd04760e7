import type { Words } from '../words/words.ts';
import type { SentFile } from './file.ts';

/** Who acts: always taken from the verified activity, never from card data. */
export interface Actor {
  readonly tenantId: string;
  /** The Entra object id. */
  readonly personId: string;
  readonly name: string;
  /** Teams' own id of the person (`29:…`), needed to open a 1:1 chat. */
  readonly teamsUserId: string;
}

/** Where the turn happens. `id` is the conversation without thread and message parts. */
export type Conversation =
  | { readonly kind: 'personal' | 'groupChat'; readonly id: string; readonly serviceUrl: string }
  | {
      readonly kind: 'channel';
      readonly id: string;
      readonly serviceUrl: string;
      /** The team's id as Teams names it (`19:…`), by which its roster is read. */
      readonly teamId: string;
    };

/** One thing a person did, as features see it. */
export interface Turn {
  readonly actor: Actor;
  readonly conversation: Conversation;
  readonly words: Words;
  /** Nobody but the actor sees the answer: in the 1:1 chat and in a dialog. */
  readonly private: boolean;
  /** Id of the activity: the same when Teams delivers one message twice. */
  readonly activityId: string;
  readonly now: Date;
  /** What a person sent along with a message in the 1:1 chat. */
  readonly files?: readonly SentFile[];
  /** Of somebody who acts for the innovation team: the service areas whose ideas they decide on. Absent: all. */
  readonly reach?: readonly string[] | undefined;
}
