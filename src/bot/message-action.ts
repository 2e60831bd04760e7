import type { Typed } from './dialog.ts';
import type { Turn } from './turn.ts';
import type { DialogName, MessageActionName } from './verbs.ts';

/** A message of a conversation at which a person points. All of it comes from outside. */
export interface PointedMessage {
  readonly body: { readonly kind: 'html' | 'text'; readonly content: string };
  readonly subject: string;
  /** Who wrote it; empty when Teams does not say. */
  readonly author: string;
  /** Where it stands; empty when Teams does not say. */
  readonly link: string;
}

/** Something a person does with a message: a form opens with what the message puts into it. */
export interface MessageAction {
  readonly name: MessageActionName;
  readonly dialog: DialogName;
  /** @param message absent when the action is used without one, from where a person writes. */
  begin(
    turn: Turn,
    message: PointedMessage | undefined,
  ): Promise<{ readonly about: object; readonly typed: Typed }>;
}
