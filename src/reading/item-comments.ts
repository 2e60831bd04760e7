import { z } from 'zod';
import { type Answer, showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import { addComment, commentIdSchema, commentsOn, removeComment } from '../engagement/comments.ts';
import { followAgain, followByTakingPart, marksOn, stopForGood } from '../engagement/marks.ts';
import { longestComment } from '../engagement/model.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import { commentFormCard, commentsCard } from './comment-cards.ts';
import {
  discussionId,
  discussions,
  readingCommented,
  readingCommentRemoved,
  tellDiscussed,
} from './discussion.ts';
import { aboutOf, type Item, itemOf, itemSchema, itemSubject } from './item.ts';
import { goneAnswer, shownItem, titleOf, type ViewParts, viewItem } from './view-item.ts';

export interface CommentParts extends ViewParts {
  readonly relay: Outbox['relay'];
}

const idSchema = z.string().min(1).max(100);
const afterSchema = z.string().max(2000).default('');
const pageSchema = z.union([
  z.strictObject({ article: idSchema, after: afterSchema }),
  z.strictObject({ case: idSchema, after: afterSchema }),
]);
const commentSchema = z.union([
  z.strictObject({ article: idSchema, comment: commentIdSchema }),
  z.strictObject({ case: idSchema, comment: commentIdSchema }),
]);

const firstPage = { after: '', find: '' };

async function listComments(
  { store }: ViewParts,
  { actor, words, private: own }: Turn,
  item: Item,
  after?: string,
): Promise<Answer> {
  const read = await shownItem(store, actor.tenantId, item);
  if (!read) return goneAnswer(words, item.kind);
  const subject = itemSubject(actor.tenantId, item);
  const page = await commentsOn(store, subject, { after: after || undefined });
  const reader = own
    ? { personId: actor.personId, following: (await marksOn(store, subject, actor.personId)).following }
    : undefined;
  return showCard(commentsCard(words, { item, title: titleOf(read), page, reader }));
}

/** Reading comments, taking one's own away again, and hearing of new ones or no more. */
export function commentActions(parts: CommentParts): readonly CardAction[] {
  const { store, relay } = parts;
  return [
    cardAction({
      name: 'reading.comments',
      about: pageSchema,
      run: (turn, about) => listComments(parts, turn, itemOf(about), about.after),
    }),
    cardAction({
      name: 'reading.removeComment',
      about: commentSchema,
      async run(turn, about) {
        const { actor, now } = turn;
        const { comment: id } = about;
        const item = itemOf(about);
        const removed = await removeComment(store, itemSubject(actor.tenantId, item), actor, {
          id,
          now,
          may: ({ by }) => by.personId === actor.personId,
        });
        if (removed) {
          await tellDiscussed(store, actor.tenantId, item, { type: readingCommentRemoved, comment: id, now });
          relay(discussions, actor.tenantId, discussionId(item));
        }
        return listComments(parts, turn, item);
      },
    }),
    cardAction({
      name: 'reading.follow',
      about: itemSchema,
      async run(turn, about) {
        const { actor, now, words } = turn;
        const item = itemOf(about);
        if (!(await shownItem(store, actor.tenantId, item))) return goneAnswer(words, item.kind);
        await followAgain(store, itemSubject(actor.tenantId, item), actor, now);
        return listComments(parts, turn, item);
      },
    }),
    cardAction({
      name: 'reading.stopFollowing',
      about: itemSchema,
      async run(turn, about) {
        const item = itemOf(about);
        await stopForGood(store, itemSubject(turn.actor.tenantId, item), turn.actor, turn.now);
        return listComments(parts, turn, item);
      },
    }),
  ];
}

/**
 * The form by which anybody comments on an article or a case study; they hear of further comments then, unless they
 * have said before that they want to hear no more. */
export function commentDialog(parts: CommentParts): Dialog {
  const { store, relay } = parts;
  return dialog({
    name: 'article.comment',
    about: itemSchema,
    inputs: (words) =>
      z.strictObject({
        comment: typedText({
          min: 1,
          max: longestComment,
          tooShort: words.say('reading.comment.missing'),
          tooLong: words.say('reading.comment.tooLong', { max: longestComment }),
        }),
      }),
    context: ({ actor }, about) => shownItem(store, actor.tenantId, itemOf(about)),
    async open({ actor, words }, about) {
      const item = itemOf(about);
      const read = await shownItem(store, actor.tenantId, item);
      return read ? openForm(aboutOf(item)) : goneAnswer(words, item.kind);
    },
    draw: ({ words }, state, read) => commentFormCard(words, state, read ? titleOf(read) : ''),
    async submit(turn, about, { comment: text }, formId) {
      const { actor, words, now } = turn;
      const item = itemOf(about);
      if (!(await shownItem(store, actor.tenantId, item)))
        return refuse('form', words.say('reading.comment.closed'));
      const subject = itemSubject(actor.tenantId, item);
      const comment = await addComment(store, subject, actor, { formId, text, now });
      await followByTakingPart(store, subject, actor, now);
      await tellDiscussed(store, actor.tenantId, item, { type: readingCommented, comment, now });
      relay(discussions, actor.tenantId, discussionId(item));
      return listComments(parts, turn, item);
    },
    cancel: (turn, about) => viewItem(parts, turn, itemOf(about), firstPage),
  });
}
