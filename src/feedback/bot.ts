import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import { type Dialog, dialog, openForm } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import type { Feature } from '../feature.ts';
import { articleById } from '../reading/articles.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { feedbackFormCard, feedbackInviteCard, feedbackListCard } from './cards.ts';
import { changeDialog, type LoopParts, replyDialog } from './close-dialogs.ts';
import { giveFeedback } from './give.ts';
import { loopCard, loopListeners } from './loop-news.ts';
import { feedback, longestWords } from './model.ts';

const pageSize = 5;
const pageSchema = z.strictObject({ after: z.string().max(2000).optional() });
const aboutSchema = z.strictObject({ article: z.string().max(100).optional() });

/** What people think of iNews, and where the innovation team reads it. */
export function feedbackFeature(parts: LoopParts & { readonly words: Words }): Feature {
  const { store, words } = parts;
  return {
    commands: [
      { name: 'feedback', run: (turn) => invite(store, turn) },
      { name: 'read feedback', run: (turn) => listFeedback(store, turn) },
    ],
    dialogs: [giveDialog(store), replyDialog(parts), changeDialog(parts)],
    actions: [
      cardAction({
        name: 'feedback.read',
        about: pageSchema,
        run: (turn, { after }) => listFeedback(store, turn, after),
      }),
    ],
    listeners: loopListeners(store),
    deliveryCards: [loopCard(store, words)],
  };
}

const mostChanges = 3;

async function invite(store: DocumentStore, { actor, words }: Turn): Promise<Answer> {
  const { documents } = await store.query(feedback, actor.tenantId, {
    where: { state: 'changed' },
    orderBy: { field: 'changedAt', direction: 'descending' },
    limit: mostChanges,
  });
  return showCard(
    feedbackInviteCard(
      words,
      documents.map(({ body }) => body),
    ),
  );
}

function giveDialog(store: DocumentStore): Dialog {
  const articleOf = async (tenantId: string, id: string | undefined) =>
    id === undefined ? undefined : articleById(store, tenantId, id);
  return dialog({
    name: 'feedback.give',
    about: aboutSchema,
    inputs: (words) =>
      z.strictObject({
        rating: z
          .enum(['1', '2', '3', '4', '5'], { error: words.say('feedback.form.ratingMissing') })
          .transform(Number),
        words: typedText({
          max: longestWords,
          tooLong: words.say('feedback.form.tooLong', { max: longestWords }),
        }),
        naming: z.enum(['named', 'anonymous']).default('named'),
      }),
    context: ({ actor }, about) => articleOf(actor.tenantId, about.article),
    open: async (_turn, about) => openForm(about),
    draw: ({ words }, state, article) => feedbackFormCard(words, state, article),
    async submit({ actor, now, words }, about, inputs, formId) {
      const article = await articleOf(actor.tenantId, about.article);
      await giveFeedback(store, actor.tenantId, formId, {
        rating: inputs.rating,
        words: inputs.words,
        ...(inputs.naming === 'named' && { by: { personId: actor.personId, name: actor.name } }),
        ...(article && about.article && { article: { id: about.article, title: article.title } }),
        at: now.toISOString(),
      });
      return sayText(words.say('feedback.thanks'));
    },
    cancel: (turn) => invite(store, turn),
  });
}

async function listFeedback(store: DocumentStore, { actor, words }: Turn, after?: string): Promise<Answer> {
  const page = await store.query(feedback, actor.tenantId, {
    orderBy: { field: 'at', direction: 'descending' },
    limit: pageSize,
    after,
  });
  const isFirstOfMany = after === undefined && page.continuation !== undefined;
  const all = isFirstOfMany ? await store.count(feedback, actor.tenantId, {}) : undefined;
  return showCard(feedbackListCard(words, page, after !== undefined, all));
}
