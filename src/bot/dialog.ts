import { z } from 'zod';
import type { Answer, CardView } from './answer.ts';
import { parsePressed } from './card-action.ts';
import type { Turn } from './turn.ts';
import type { DialogName } from './verbs.ts';

/** What stands in the inputs of a form, by input id, exactly as typed. */
export type Typed = Readonly<Record<string, string>>;

/** A plain message by input id; `form` is for the form as a whole. */
export type Problems = Readonly<Record<string, string>>;

/** Everything a form shows; drawing it needs no store, so a refused form comes back even when the store is down. */
export interface FormState<About> {
  readonly about: About;
  /** Minted when the form was opened; the same form sent twice carries the same id. */
  readonly formId: string;
  readonly typed: Typed;
  readonly problems: Problems;
}

export type Submitted = { readonly kind: 'problems'; readonly problems: Problems } | Answer;

export type Opened = { readonly kind: 'form'; readonly about: object; readonly typed: Typed } | Answer;

/** A form, defined once; the Teams edge shows it as a dialog or in place. */
export interface Dialog {
  readonly name: DialogName;
  /** What the form starts with, or an answer where there is nothing to fill in. */
  open(turn: Turn, about: unknown): Promise<Opened>;
  draw(turn: Turn, state: FormState<unknown>): CardView;
  submit(turn: Turn, state: { about: unknown; formId: string; typed: Typed }): Promise<Submitted>;
  /** What stands where the form stood when a person cancels a form shown in place. */
  cancel(turn: Turn, about: unknown): Promise<Answer>;
}

interface DialogDefinition<About extends object, Inputs> {
  name: DialogName;
  /** Ids that the opening button carries; strict. */
  about: z.ZodType<About>;
  /** What a person may type. The messages of its checks are keys of the words. */
  inputs(turn: Turn): z.ZodType<Inputs, unknown>;
  open(turn: Turn, about: About): Promise<Opened>;
  draw(turn: Turn, state: FormState<About>): CardView;
  submit(turn: Turn, about: About, inputs: Inputs, formId: string): Promise<Submitted>;
  cancel(turn: Turn, about: About): Promise<Answer>;
}

/** Parses what the card carries and what was typed, so that a feature's handler sees only what is valid. */
export function dialog<About extends object, Inputs>(definition: DialogDefinition<About, Inputs>): Dialog {
  return {
    name: definition.name,
    open: (turn, about) => definition.open(turn, parsePressed(definition.about, about)),
    draw: (turn, state) =>
      definition.draw(turn, { ...state, about: parsePressed(definition.about, state.about) }),
    cancel: (turn, about) => definition.cancel(turn, parsePressed(definition.about, about)),
    async submit(turn, { about, formId, typed }) {
      const ids = parsePressed(definition.about, about);
      const inputs = definition.inputs(turn).safeParse(typed);
      if (!inputs.success) return { kind: 'problems', problems: problemsOf(inputs.error) };
      return definition.submit(turn, ids, inputs.data, formId);
    },
  };
}

/** A dialog's opening state. */
export const openForm = (about: object, typed: Typed = {}): Opened => ({ kind: 'form', about, typed });

function problemsOf(error: z.ZodError): Problems {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path[0];
    problems[typeof field === 'string' ? field : 'form'] ??= issue.message;
  }
  return problems;
}

/** The ids of nothing, for buttons that carry none. */
export const nothing = z.strictObject({});
