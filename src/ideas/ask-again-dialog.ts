import { z } from 'zod';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { type AskAgainOutcome, askAgain } from './ask-again.ts';
import { changeOwn } from './change-own.ts';
import { lastOf } from './lifecycle.ts';
import { ownSubmission } from './mine.ts';
import { askAgainFormCard } from './own-cards.ts';
import { referenceSchema } from './reference.ts';
import { type AuthorParts, showStory } from './show-story.ts';
import { longest } from './terms.ts';

const aboutSchema = z.strictObject({ idea: referenceSchema, declined: z.string().regex(/^\d{1,6}$/u) });

/** The form by which the author of a declined submission asks again, with something new. */
export function askAgainDialog(parts: AuthorParts): Dialog {
  const { store } = parts;
  return dialog({
    name: 'idea.askAgain',
    about: aboutSchema,
    inputs: (words) =>
      z.strictObject({
        news: typedText({
          min: 10,
          max: longest.reason,
          tooShort: words.say('ideas.askAgain.missing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    context: ({ actor }, { idea }) => ownSubmission(store, actor, idea),
    async open(turn, { idea }) {
      const submission = await ownSubmission(store, turn.actor, idea);
      const declined = submission?.state === 'declined' ? lastOf(submission, 'decided') : undefined;
      return declined ? openForm({ idea, declined: String(declined.n) }) : showStory(parts, turn, submission);
    },
    draw: ({ words }, state, submission) => askAgainFormCard(words, state, submission),
    async submit(turn, { idea, declined }, { news }) {
      let outcome: AskAgainOutcome | undefined;
      const submission = await changeOwn(parts, turn, idea, (current) => {
        outcome = askAgain(current, { to: Number(declined), news }, turn.now);
        return outcome.kind === 'askedAgain' ? outcome.next : undefined;
      });
      if (submission && outcome?.kind === 'notDeclined')
        return refuse('form', turn.words.say('ideas.askAgain.notDeclined'));
      return showStory(parts, turn, submission);
    },
    cancel: async (turn, { idea }) => showStory(parts, turn, await ownSubmission(store, turn.actor, idea)),
  });
}
