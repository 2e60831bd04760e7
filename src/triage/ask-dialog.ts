import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { mayMove } from '../ideas/lifecycle.ts';
import { submissionOf } from '../ideas/steps.ts';
import { longest } from '../ideas/terms.ts';
import { type AskOutcome, ask } from './ask.ts';
import { askFormCard } from './cards.ts';
import { seenSchema } from './decide-dialog.ts';
import { byOf, showTriage, type TriageParts, workOn } from './work-on.ts';

/** The form by which the innovation team asks the author something. */
export function askDialog(parts: TriageParts): Dialog {
  const { store } = parts;
  return dialog({
    name: 'triage.ask',
    about: seenSchema,
    inputs: (words) =>
      z.strictObject({
        question: typedText({
          min: 3,
          max: longest.question,
          tooShort: words.say('triage.ask.missing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.question }),
        }),
      }),
    context: ({ actor }, { idea }) => submissionOf(store, actor.tenantId, idea),
    async open(turn, { idea }) {
      const submission = await submissionOf(store, turn.actor.tenantId, idea);
      const askable =
        submission && (submission.state === 'question' || mayMove(submission.state, 'question'));
      if (!askable) return showTriage(parts, turn, submission);
      return openForm({ idea, seen: String(submission.history.length) });
    },
    draw: ({ words }, state, submission) => askFormCard(words, state, submission),
    async submit(turn, { idea, seen }, { question }) {
      const { words } = turn;
      let outcome: AskOutcome | undefined;
      const submission = await workOn(parts, turn, idea, (current) => {
        outcome = ask(current, { by: byOf(turn), question, seen: Number(seen) }, turn.now);
        return outcome.kind === 'asked' ? outcome.next : undefined;
      });
      if (submission && outcome?.kind === 'meanwhile')
        return refuse('form', words.say('triage.ask.open', { question: outcome.question }), {
          about: { idea, seen: String(submission.history.length) },
        });
      if (submission?.state === 'withdrawn') return refuse('form', words.say('triage.withdrawn'));
      if (submission && outcome?.kind === 'decided') return sayText(words.say('triage.ask.decided'));
      return showTriage(parts, turn, submission);
    },
    async cancel(turn, { idea }) {
      return showTriage(parts, turn, await submissionOf(store, turn.actor.tenantId, idea));
    },
  });
}
