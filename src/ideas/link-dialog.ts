import { z } from 'zod';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import { type AddLinkOutcome, addLink, mayAddLink } from './add-link.ts';
import { changeOwn } from './change-own.ts';
import { ownSubmission } from './mine.ts';
import { linkFormCard } from './own-cards.ts';
import { referenceSchema } from './reference.ts';
import { shareInputs } from './share-form.ts';
import { type AuthorParts, showStory } from './show-story.ts';
import { mostLinks } from './terms.ts';

/** The form by which an author adds a link to their submission, decided or not. */
export function linkDialog(parts: AuthorParts): Dialog {
  const { store } = parts;
  return dialog({
    name: 'idea.link',
    about: z.strictObject({ idea: referenceSchema }),
    inputs: (words) =>
      z.strictObject({
        link: shareInputs(words, []).shape.link.refine(
          (link) => link !== '',
          words.say('ideas.form.linkWrong'),
        ),
      }),
    context: ({ actor }, { idea }) => ownSubmission(store, actor, idea),
    async open(turn, { idea }) {
      const submission = await ownSubmission(store, turn.actor, idea);
      return submission && mayAddLink(submission) ? openForm({ idea }) : showStory(parts, turn, submission);
    },
    draw: ({ words }, state, submission) => linkFormCard(words, state, submission),
    async submit(turn, { idea }, { link }) {
      let outcome: AddLinkOutcome | undefined;
      const submission = await changeOwn(parts, turn, idea, (current) => {
        outcome = addLink(current, link, turn.now);
        return outcome.kind === 'linked' ? outcome.next : undefined;
      });
      if (submission && outcome?.kind === 'tooMany')
        return refuse('link', turn.words.say('ideas.link.tooMany', { max: mostLinks }));
      return showStory(parts, turn, submission);
    },
    cancel: async (turn, { idea }) => showStory(parts, turn, await ownSubmission(store, turn.actor, idea)),
  });
}
