import { z } from 'zod';
import type { Words } from '../words/words.ts';
import type { Answer, CardView } from './answer.ts';
import { parsePressed } from './card-action.ts';
import type { Turn } from './turn.ts';
import type { DialogName } from './verbs.ts';

/** What stands in the inputs of a form, by input id, exactly as typed. */
export type Typed = Readonly<Record<string, string>>;

/** A plain message by input id; `form` is for the form as a whole. */
export type Problems = Readonly<Record<string, string>>;

/** Everything a person put into a form. */
export interface FormState<About> {
  readonly about: About;
  /** Minted when the form was opened; the same form sent twice carries the same id. */
  readonly formId: string;
  readonly typed: Typed;
  readonly problems: Problems;
}

/** A form comes back with its problems, if any; a changed `about`, `formId` or `typed` takes the place of the old one. */
export interface Refused {
  readonly kind: 'problems';
  readonly problems: Problems;
  readonly about?: object;
  readonly formId?: string;
  readonly typed?: Typed;
}

export type Submitted = Refused | Answer;

export type Opened = { readonly kind: 'form'; readonly about: object; readonly typed: Typed } | Answer;

/** A form, defined once; the Teams edge shows it as a dialog or in place. */
export interface Dialog {
  readonly name: DialogName;
  /** What the form starts with, or an answer where there is nothing to fill in. */
  open(turn: Turn, about: unknown): Promise<Opened>;
  draw(turn: Turn, state: FormState<unknown>): Promise<CardView>;
  /** Draws it from what the person put in alone, so that a form comes back even when the store is down. */
  drawBare(turn: Turn, state: FormState<unknown>): CardView;
  submit(turn: Turn, form: { about: unknown; formId: string; typed: Typed }): Promise<Submitted>;
  /** What stands where the form stood when a person cancels a form shown in place. */
  cancel(turn: Turn, about: unknown): Promise<Answer>;
}

interface DialogDefinition<About extends object, Inputs, Context> {
  name: DialogName;
  /** Ids that the opening button carries; strict. */
  about: z.ZodType<About>;
  /** What a person may type, with words for each fault. Made once for each language: making it costs more than checking by it. */
  inputs(words: Words): z.ZodType<Inputs, unknown>;
  /** What the form tells beside its inputs, such as the question that is answered. */
  context(turn: Turn, about: About): Promise<Context>;
  open(turn: Turn, about: About): Promise<Opened>;
  draw(turn: Turn, state: FormState<About>, context: Context | undefined): CardView;
  submit(turn: Turn, about: About, inputs: Inputs, formId: string): Promise<Submitted>;
  cancel(turn: Turn, about: About): Promise<Answer>;
}

/** Parses what the card carries and what was typed, so that a feature's handler sees only what is valid. */
export function dialog<About extends object, Inputs, Context>(
  definition: DialogDefinition<About, Inputs, Context>,
): Dialog {
  const read = (about: unknown): About => parsePressed(definition.about, about);
  const schemas = new WeakMap<Words, z.ZodType<Inputs, unknown>>();
  const inputsIn = (words: Words) => {
    const known = schemas.get(words);
    if (known) return known;
    const schema = definition.inputs(words);
    schemas.set(words, schema);
    return schema;
  };
  return {
    name: definition.name,
    open: (turn, about) => definition.open(turn, read(about)),
    cancel: (turn, about) => definition.cancel(turn, read(about)),
    async draw(turn, state) {
      const about = read(state.about);
      return definition.draw(turn, { ...state, about }, await definition.context(turn, about));
    },
    drawBare: (turn, state) => definition.draw(turn, { ...state, about: read(state.about) }, undefined),
    async submit(turn, { about, formId, typed }) {
      const ids = read(about);
      const inputs = inputsIn(turn.words).safeParse(typed);
      if (!inputs.success) return { kind: 'problems', problems: problemsOf(inputs.error) };
      return definition.submit(turn, ids, inputs.data, formId);
    },
  };
}

/** A dialog's opening state. */
export const openForm = (about: object, typed: Typed = {}): Opened => ({ kind: 'form', about, typed });

/** A refused form with one problem. */
export const refuse = (
  field: string,
  problem: string,
  renewed: Pick<Refused, 'about' | 'formId'> = {},
): Refused => ({
  kind: 'problems',
  problems: { [field]: problem },
  ...renewed,
});

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

/** The data every form's template shows: the ids it carries back, what was typed, and the problem of each field. */
export function formData(
  { about, formId, typed, problems }: FormState<object>,
  fields: readonly string[],
): { about: object; formId: string; typed: Typed; problem: Problems } {
  const each = (values: Typed) => Object.fromEntries(fields.map((field) => [field, values[field] ?? '']));
  return { about, formId, typed: each(typed), problem: { ...each(problems), form: problems.form ?? '' } };
}
