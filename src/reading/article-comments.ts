import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import { addComment, commentIdSchema, commentsOn, removeComment } from '../engagement/comments.ts';
import { longestComment } from '../engagement/model.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { articleCommentCard, articleCommentsCard } from './comment-cards.ts';
import { articleSubject, shownArticle, viewArticle } from './view-article.ts';

const articleSchema = z.strictObject({ article: z.string().min(1).max(100) });
const pageSchema = articleSchema.extend({ after: z.string().max(2000).default('') });
const commentSchema = articleSchema.extend({ comment: commentIdSchema });

const firstPage = { after: '', find: '' };

async function listComments(
  store: DocumentStore,
  { actor, words, private: own }: Turn,
  { article: id, after = '' }: { article: string; after?: string },
): Promise<Answer> {
  const article = await shownArticle(store, actor.tenantId, id);
  if (!article) return sayText(words.say('reading.article.gone'));
  const page = await commentsOn(store, articleSubject(actor.tenantId, id), { after: after || undefined });
  const personId = own ? actor.personId : '';
  return showCard(articleCommentsCard(words, { id, title: article.title, page, personId }));
}

/** Reading comments on an article, and taking one's own away again. */
export function articleCommentActions(store: DocumentStore): readonly CardAction[] {
  return [
    cardAction({
      name: 'reading.comments',
      about: pageSchema,
      run: (turn, place) => listComments(store, turn, place),
    }),
    cardAction({
      name: 'reading.removeComment',
      about: commentSchema,
      async run(turn, { article, comment: id }) {
        const { actor, now } = turn;
        await removeComment(store, articleSubject(actor.tenantId, article), actor, {
          id,
          now,
          may: ({ by }) => by.personId === actor.personId,
        });
        return listComments(store, turn, { article });
      },
    }),
  ];
}

/** The form by which anybody comments on an article. */
export function articleCommentDialog(store: DocumentStore): Dialog {
  return dialog({
    name: 'article.comment',
    about: articleSchema,
    inputs: (words) =>
      z.strictObject({
        comment: typedText({
          min: 1,
          max: longestComment,
          tooShort: words.say('reading.comment.missing'),
          tooLong: words.say('reading.comment.tooLong', { max: longestComment }),
        }),
      }),
    context: ({ actor }, { article }) => shownArticle(store, actor.tenantId, article),
    async open({ actor, words }, about) {
      const article = await shownArticle(store, actor.tenantId, about.article);
      return article ? openForm(about) : sayText(words.say('reading.article.gone'));
    },
    draw: ({ words }, state, article) => articleCommentCard(words, state, article?.title ?? ''),
    async submit(turn, { article: id }, { comment: text }, formId) {
      const { actor, words, now } = turn;
      if (!(await shownArticle(store, actor.tenantId, id)))
        return refuse('form', words.say('reading.comment.closed'));
      await addComment(store, articleSubject(actor.tenantId, id), actor, { formId, text, now });
      return listComments(store, turn, { article: id });
    },
    cancel: (turn, { article }) => viewArticle(store, turn, article, firstPage),
  });
}
