import { z } from 'zod';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { changeOwn } from './change-own.ts';
import { lastOf, mayMove } from './lifecycle.ts';
import { ownSubmission } from './mine.ts';
import { withdrawFormCard } from './own-cards.ts';
import { referenceSchema } from './reference.ts';
import { type AuthorParts, showStory } from './show-story.ts';
import { longest } from './terms.ts';
import { type WithdrawOutcome, withdraw } from './withdraw.ts';

/** The form by which an author withdraws a submission for good, with a reason if they like. */
export function withdrawDialog(parts: AuthorParts): Dialog {
  const { store } = parts;
  return dialog({
    name: 'idea.withdraw',
    about: z.strictObject({ idea: referenceSchema }),
    inputs: (words) =>
      z.strictObject({
        reason: typedText({
          max: longest.reason,
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    context: ({ actor }, { idea }) => ownSubmission(store, actor, idea),
    async open(turn, { idea }) {
      const submission = await ownSubmission(store, turn.actor, idea);
      const may = submission && mayMove(submission.state, 'withdrawn');
      return may ? openForm({ idea }) : showStory(parts, turn, submission);
    },
    draw: ({ words }, state, submission) => withdrawFormCard(words, state, submission),
    async submit(turn, { idea }, { reason }) {
      let outcome: WithdrawOutcome | undefined;
      const submission = await changeOwn(parts, turn, idea, (current) => {
        outcome = withdraw(current, reason, turn.now);
        return outcome.kind === 'withdrawn' ? outcome.next : undefined;
      });
      const decided = submission && outcome?.kind === 'decided' ? lastOf(submission, 'decided') : undefined;
      if (!decided) return showStory(parts, turn, submission);
      const { words } = turn;
      const decision = words.say(`ideas.state.${decided.decision}`);
      return refuse('form', words.say('ideas.withdraw.decided', { name: decided.by.name, decision }));
    },
    cancel: async (turn, { idea }) => showStory(parts, turn, await ownSubmission(store, turn.actor, idea)),
  });
}
