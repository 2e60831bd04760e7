import { z } from 'zod';
import { UnreadablePress } from '../bot/card-action.ts';
import type { Typed } from '../bot/dialog.ts';
import { type ActionName, actions, type DialogName, dialogs } from '../bot/verbs.ts';

/** What a person pressed, whichever of Teams' ways it came. */
export type Press =
  | {
      readonly kind: 'open';
      readonly dialog: DialogName;
      readonly about: unknown;
      /** What stands in the form already, over what it would start with. */
      readonly typed?: Typed;
    }
  | {
      readonly kind: 'submit';
      readonly dialog: DialogName;
      readonly about: unknown;
      readonly formId: string;
      readonly typed: Typed;
    }
  | { readonly kind: 'cancel'; readonly dialog: DialogName; readonly about: unknown }
  | { readonly kind: 'act'; readonly action: ActionName; readonly about: unknown };

const dialogName = z.custom<DialogName>((name) => typeof name === 'string' && Object.hasOwn(dialogs, name));
const actionName = z.custom<ActionName>((name) => typeof name === 'string' && Object.hasOwn(actions, name));

// Clients send a toggle as a string, a number input as a number on some platforms.
const inputValue = z.union([z.string().max(20_000), z.number(), z.boolean()]).transform(String);

const typedInputs = z.record(z.string().max(64), inputValue);

const ownKeys = z.object({
  dialog: dialogName.optional(),
  action: actionName.optional(),
  about: z.unknown().optional(),
  form: z.string().min(8).max(64).optional(),
  cancel: z.literal(true).optional(),
});

/** Reads what a card sent. Throws UnreadablePress for what no card of ours sends. */
export function readPress(data: unknown): Press {
  const own = ownKeys.safeParse(data);
  if (!own.success || typeof data !== 'object' || data === null)
    throw new UnreadablePress('The pressed card names no dialog or action that exists');
  const { dialog, action, form, cancel, about = {} } = own.data;
  if (action && !dialog) return { kind: 'act', action, about };
  if (!dialog || action) throw new UnreadablePress('The pressed card names neither a dialog nor an action');
  if (cancel) return { kind: 'cancel', dialog, about };
  if (form === undefined) return { kind: 'open', dialog, about };
  return { kind: 'submit', dialog, about, formId: form, typed: typedIn(data) };
}

function typedIn(data: object): Typed {
  const { dialog, action, about, form, cancel, msteams, ...inputs } = data as Record<string, unknown>;
  const typed = typedInputs.safeParse(inputs);
  if (!typed.success) throw new UnreadablePress('The pressed form carries inputs that are not text');
  return typed.data;
}
