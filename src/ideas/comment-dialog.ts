import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { addComment } from '../engagement/comments.ts';
import { longestComment } from '../engagement/model.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { commentFormCard } from './comment-cards.ts';
import { listComments } from './idea-comments.ts';
import { ideaSchema, viewIdea } from './idea-marks.ts';
import { submissions } from './model.ts';
import { openIdea, openIdeaGoingOn } from './open-ideas.ts';
import { commented, ideaSubject, recount } from './recount.ts';

/** The form by which anybody comments on an idea that is open to everybody. */
export function commentDialog(store: DocumentStore, relay: Outbox['relay']): Dialog {
  return dialog({
    name: 'idea.comment',
    about: ideaSchema,
    inputs: (words) =>
      z.strictObject({
        comment: typedText({
          min: 1,
          max: longestComment,
          tooShort: words.say('ideas.comment.missing'),
          tooLong: words.say('ideas.form.tooLong', { max: longestComment }),
        }),
      }),
    context: ({ actor }, { idea }) => openIdea(store, actor.tenantId, idea),
    async open({ actor, words }, about) {
      const submission = await openIdeaGoingOn(store, actor.tenantId, about.idea);
      return submission ? openForm({ idea: submission.reference }) : sayText(words.say('ideas.card.closed'));
    },
    draw: ({ words }, state, submission) => commentFormCard(words, state, submission),
    async submit(turn, { idea }, { comment: text }, formId) {
      const { actor, words, now } = turn;
      if (!(await openIdea(store, actor.tenantId, idea)))
        return refuse('form', words.say('ideas.comment.closed'));
      const subject = ideaSubject(actor.tenantId, idea);
      const comment = await addComment(store, subject, actor, { formId, text, now });
      await recount(store, actor.tenantId, idea, { type: commented, data: { comment }, now });
      relay(submissions, actor.tenantId, idea);
      return listComments(store, turn, { idea });
    },
    cancel: (turn, { idea }) => viewIdea(store, turn, idea),
  });
}
