import type { Answer } from '../bot/answer.ts';
import type { CardAction } from '../bot/card-action.ts';
import type { Command } from '../bot/command.ts';
import type { Dialog } from '../bot/dialog.ts';
import type { FileSource } from '../bot/file.ts';
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
export function buildRegistry(handlers: {
  commands: readonly Command[];
  dialogs: readonly Dialog[];
  actions: readonly CardAction[];
  files: readonly FileSource[];
  messageActions: readonly MessageAction[];
  searches: readonly Search[];
  fallback: Registry['fallback'];
}): Registry {
  return {
    command: lookUp('command', Object.keys(commands), handlers.commands),
    dialog: lookUp('dialog', Object.keys(dialogs), handlers.dialogs),
    action: lookUp('action', Object.keys(actions), handlers.actions),
    file: lookUp('file', Object.keys(files), handlers.files),
    messageAction: lookUp('message action', Object.keys(messageActions), handlers.messageActions),
    search: lookUp('search', Object.keys(searches), handlers.searches),
    fallback: handlers.fallback,
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
