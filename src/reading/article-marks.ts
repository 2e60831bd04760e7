import { z } from 'zod';
import { sayText, showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import { countMarks, support, takeSupportBack } from '../engagement/marks.ts';
import { recountDue } from '../engagement/recount.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import type { Job } from '../time/job.ts';
import { alikeTo } from './alike.ts';
import { isShown } from './article.ts';
import { alikeCard } from './cards.ts';
import { listPlaceSchema } from './list-place.ts';
import { articles } from './model.ts';
import { articleSubject, shownArticle, viewArticle } from './view-article.ts';

const articleSchema = listPlaceSchema.extend({ article: z.string().min(1).max(100) });

/** The buttons by which a person calls an article useful, once, or takes that back, and finds others like it. */
export function articleMarks(store: DocumentStore): readonly CardAction[] {
  return [
    cardAction({
      name: 'reading.useful',
      about: articleSchema,
      async run(turn, { article: id, ...place }) {
        const { actor, now } = turn;
        if (!(await shownArticle(store, actor.tenantId, id)))
          return sayText(turn.words.say('reading.article.gone'));
        const subject = articleSubject(actor.tenantId, id);
        return viewArticle(
          store,
          turn,
          id,
          place,
          await support(store, subject, actor, { named: false, now }),
        );
      },
    }),
    cardAction({
      name: 'reading.notUseful',
      about: articleSchema,
      async run(turn, { article: id, ...place }) {
        const { actor, now } = turn;
        const marks = await takeSupportBack(store, articleSubject(actor.tenantId, id), actor, now);
        return viewArticle(store, turn, id, place, marks);
      },
    }),
    cardAction({
      name: 'reading.alike',
      about: articleSchema,
      async run({ actor, words }, { article: id, ...place }) {
        const article = await store.get(articles, actor.tenantId, id);
        if (!article || !isShown(article.body)) return sayText(words.say('reading.article.gone'));
        return showCard(alikeCard(words, article, await alikeTo(store, actor.tenantId, article), place));
      },
    }),
  ];
}

/** Writes on each article how many call it useful, once for each minute in which that changed. */
export const recountArticles = (store: DocumentStore, clock: Clock, tenants: readonly string[]): Job => ({
  name: 'reading.recount',
  everySeconds: 60,
  async run() {
    for (const tenantId of tenants)
      await recountDue(store, { tenantId, kind: 'article' }, clock.now(), async (id) => {
        const useful = await countMarks(store, articleSubject(tenantId, id), 'support');
        await changeDocument(store, articles, tenantId, id, (article) => ({ ...article, useful }));
      });
  },
});
