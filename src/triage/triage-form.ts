import type { z } from 'zod';
import type { Answer } from '../bot/answer.ts';
import {
  type Dialog,
  dialog,
  type FormState,
  formData,
  openForm,
  type Refused,
  type Typed,
} from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { DialogName } from '../bot/verbs.ts';
import type { Submission } from '../ideas/model.ts';
import { submissionOf } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';
import type { WordKey, Words } from '../words/words.ts';
import { formTitle } from './cards.ts';
import { ideaSchema } from './idea-schema.ts';
import { byOf, showTriage, type TriageParts } from './work-on.ts';

interface TriageForm<Inputs> {
  readonly name: DialogName;
  readonly card: string;
  readonly heading: WordKey;
  /** The ids of its inputs. */
  readonly fields: readonly string[];
  inputs(words: Words): z.ZodType<Inputs, unknown>;
  /** Whether there is anything to fill in; the present card otherwise. */
  may(submission: Submission, turn: Turn): boolean | Answer;
  /** What the inputs start with. */
  typed?(submission: Submission, turn: Turn): Typed;
  /** What the template shows besides. */
  data?(words: Words, submission: Submission | undefined, state: FormState<object>, by: By): object;
  /** What the template shows of what has to be looked up; `data` must define it for when that fails. */
  more?(turn: Turn, submission: Submission): Promise<object>;
  /** Resolves to the submission as it stands afterwards, which is shown as its card. */
  submit(
    turn: Turn,
    idea: string,
    inputs: Inputs,
    formId: string,
  ): Promise<Submission | Refused | Answer | undefined>;
}

/** A form of the innovation team about one submission. It leads back to the submission's card. */
export function triageForm<Inputs>(parts: TriageParts, form: TriageForm<Inputs>): Dialog {
  const { store } = parts;
  return dialog({
    name: form.name,
    about: ideaSchema,
    inputs: (words) => form.inputs(words),
    async context(turn, { idea }) {
      const submission = await submissionOf(store, turn.actor.tenantId, idea);
      return { submission, more: (submission && (await form.more?.(turn, submission))) ?? {} };
    },
    async open(turn, { idea }) {
      const submission = await submissionOf(store, turn.actor.tenantId, idea);
      const may = submission ? form.may(submission, turn) : false;
      if (!submission || may === false) return showTriage(parts, turn, submission);
      return may === true ? openForm({ idea }, form.typed?.(submission, turn) ?? {}) : may;
    },
    draw: (turn, state, context) => ({
      card: form.card,
      data: {
        ...formData(state, form.fields),
        title: formTitle(context?.submission),
        ...form.data?.(turn.words, context?.submission, state, byOf(turn)),
        ...context?.more,
      },
      summary: turn.words.say(form.heading),
    }),
    async submit(turn, { idea }, inputs, formId) {
      const done = await form.submit(turn, idea, inputs, formId);
      if (
        done?.kind === 'problems' ||
        done?.kind === 'text' ||
        done?.kind === 'card' ||
        done?.kind === 'file'
      )
        return done;
      return showTriage(parts, turn, done);
    },
    cancel: async (turn, { idea }) =>
      showTriage(parts, turn, await submissionOf(store, turn.actor.tenantId, idea)),
  });
}
