import type { Answer } from '../bot/answer.ts';
import type { CardAction } from '../bot/card-action.ts';
import type { Command } from '../bot/command.ts';
import type { Dialog } from '../bot/dialog.ts';
import type { FileSource } from '../bot/file.ts';
import type { Handlers } from '../bot/handlers.ts';
import type { MessageAction } from '../bot/message-action.ts';
import type { Search } from '../bot/search.ts';
import type { Turn } from '../bot/turn.ts';
import {
  type ActionName,
  actions,
  type CommandName,
  commands,
  type DialogName,
  dialogs,
  type FileName,
  files,
  type MessageActionName,
  messageActions,
  type SearchName,
  searches,
} from '../bot/verbs.ts';

/** The handler of every verb in the table. */
export interface Registry {
  command(name: CommandName): Command;
  dialog(name: DialogName): Dialog;
  action(name: ActionName): CardAction;
  file(name: FileName): FileSource;
  messageAction(name: MessageActionName): MessageAction;
  search(name: SearchName): Search;
  /** Answers a text that calls no command. */
  fallback(turn: Turn, nearest: readonly CommandName[]): Promise<Answer>;
}

/** Throws when a verb of the table has no handler or two: the service does not start half. */
export function buildRegistry(features: readonly Handlers[], fallback: Registry['fallback']): Registry {
  return {
    command: lookUp(
      'command',
      Object.keys(commands),
      features.flatMap((one) => one.commands ?? []),
    ),
    dialog: lookUp(
      'dialog',
      Object.keys(dialogs),
      features.flatMap((one) => one.dialogs ?? []),
    ),
    action: lookUp(
      'action',
      Object.keys(actions),
      features.flatMap((one) => one.actions ?? []),
    ),
    file: lookUp(
      'file',
      Object.keys(files),
      features.flatMap((one) => one.files ?? []),
    ),
    messageAction: lookUp(
      'message action',
      Object.keys(messageActions),
      features.flatMap((one) => one.messageActions ?? []),
    ),
    search: lookUp(
      'search',
      Object.keys(searches),
      features.flatMap((one) => one.searches ?? []),
    ),
    fallback,
  };
}

function lookUp<Handler extends { readonly name: string }>(
  kind: string,
  names: readonly string[],
  handlers: readonly Handler[],
): (name: Handler['name']) => Handler {
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));
  if (byName.size < handlers.length) throw new Error(`Two features register the same ${kind}`);
  const missing = names.filter((name) => !byName.has(name));
  if (missing.length > 0) throw new Error(`No feature registers ${kind} ${missing.join(', ')}`);
  return (name) => {
    const handler = byName.get(name);
    if (!handler) throw new Error(`There is no ${kind} ${name}`);
    return handler;
  };
}
