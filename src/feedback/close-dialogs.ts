import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse, type Submitted } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedLine, typedText } from '../bot/typed-text.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { changeFormCard, feedbackListCard, replyFormCard } from './cards.ts';
import { type CloseOutcome, markChanged, reply } from './close-loop.ts';
import { type Feedback, feedback, longest } from './model.ts';

export interface LoopParts {
  readonly store: DocumentStore;
  readonly relay: Outbox['relay'];
}

const aboutSchema = z.strictObject({ feedback: z.string().regex(/^[\w-]{43}$/u) });

/** The form by which the innovation team writes back to one who gave their name. */
export function replyDialog(parts: LoopParts): Dialog {
  return dialog({
    name: 'feedback.reply',
    about: aboutSchema,
    inputs: (words) =>
      z.strictObject({
        reply: typedText({
          min: 3,
          max: longest.reply,
          tooShort: words.say('feedback.reply.missing'),
          tooLong: words.say('feedback.form.tooLong', { max: longest.reply }),
        }),
      }),
    context: ({ actor }, about) => feedbackOf(parts, actor.tenantId, about.feedback),
    async open(turn, about) {
      const given = await feedbackOf(parts, turn.actor.tenantId, about.feedback);
      return given?.by && !given.reply ? openForm(about) : one(turn, about.feedback, given);
    },
    draw: ({ words }, state, given) => replyFormCard(words, state, given),
    submit: (turn, about, inputs) =>
      close(parts, turn, about.feedback, (given, by) =>
        reply(given, about.feedback, by, inputs.reply, turn.now),
      ),
    cancel: async (turn, about) =>
      one(turn, about.feedback, await feedbackOf(parts, turn.actor.tenantId, about.feedback)),
  });
}

/** The form by which the innovation team tells everybody what it changed because of feedback. */
export function changeDialog(parts: LoopParts): Dialog {
  return dialog({
    name: 'feedback.change',
    about: aboutSchema,
    inputs: (words) => {
      const line = (max: number) =>
        typedLine({
          min: 3,
          max,
          tooShort: words.say('feedback.change.missing'),
          tooLong: words.say('feedback.form.tooLong', { max }),
        });
      return z.strictObject({ said: line(longest.said), what: line(longest.changed) });
    },
    context: async () => undefined,
    async open(turn, about) {
      const given = await feedbackOf(parts, turn.actor.tenantId, about.feedback);
      if (!given || given.changed) return one(turn, about.feedback, given);
      return openForm(about, { said: cutAtWord(given.words.replace(/\s+/gu, ' '), longest.said) });
    },
    draw: ({ words }, state) => changeFormCard(words, state),
    submit: (turn, about, inputs) =>
      close(parts, turn, about.feedback, (given, by) =>
        markChanged(given, about.feedback, by, inputs, turn.now),
      ),
    cancel: async (turn, about) =>
      one(turn, about.feedback, await feedbackOf(parts, turn.actor.tenantId, about.feedback)),
  });
}

const feedbackOf = async ({ store }: LoopParts, tenantId: string, id: string) =>
  (await store.get(feedback, tenantId, id))?.body;

const one = ({ words }: Turn, id: string, given: Feedback | undefined) =>
  given
    ? ({ kind: 'card', view: feedbackListCard(words, { documents: [{ id, body: given }] }, true) } as const)
    : sayText(words.say('feedback.gone'));

async function close(
  { store, relay }: LoopParts,
  turn: Turn,
  id: string,
  change: (given: Feedback, by: { personId: string; name: string }) => CloseOutcome,
): Promise<Submitted> {
  const { actor, words } = turn;
  let outcome: CloseOutcome | undefined;
  const changed = await changeDocument(store, feedback, actor.tenantId, id, (given) => {
    outcome = change(given, { personId: actor.personId, name: actor.name });
    return outcome.kind === 'done' ? outcome.next : undefined;
  });
  if (changed?.body.eventsPending) relay(feedback, actor.tenantId, id);
  if (changed && outcome?.kind === 'meanwhile')
    return refuse('form', words.say('feedback.meanwhile', { name: outcome.by.name, text: outcome.text }));
  return one(turn, id, changed?.body);
}
