import { z } from 'zod';
import { type Answer, showCard } from '../../bot/answer.ts';
import { type CardAction, cardAction } from '../../bot/card-action.ts';
import type { Turn } from '../../bot/turn.ts';
import { cleanText } from '../../bot/typed-text.ts';
import type { Feature } from '../../feature.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { articleById, articlePage } from '../articles.ts';
import { doneBy } from '../done-by.ts';
import { type ListPlace, listPlaceSchema } from '../list-place.ts';
import { longestSearch, soughtBy } from '../sought.ts';
import { changeArticle, curations } from './change-article.ts';
import { curateListCard } from './curate-cards.ts';
import { editArticleDialog } from './edit-dialog.ts';
import { showCurated } from './show-curated.ts';

const articleSchema = listPlaceSchema.extend({ article: z.string().min(1).max(100) });

/** What the innovation team makes of articles: it edits, hides and features them. */
export function curateFeature(store: DocumentStore): Feature {
  return {
    commands: [
      {
        name: 'curate',
        run: (turn, rest) => list(store, turn, { after: '', find: cleanText(rest).slice(0, longestSearch) }),
      },
    ],
    dialogs: [editArticleDialog(store)],
    actions: [
      cardAction({
        name: 'curate.list',
        about: listPlaceSchema,
        run: (turn, place) => list(store, turn, place),
      }),
      cardAction({
        name: 'curate.open',
        about: articleSchema,
        run: async (turn, { article, ...place }) =>
          showCurated(turn, article, await articleById(store, turn.actor.tenantId, article), place),
      }),
      curation(store, 'hide'),
      curation(store, 'show'),
      curation(store, 'feature'),
      curation(store, 'unfeature'),
    ],
  };
}

const curation = (store: DocumentStore, what: keyof typeof curations): CardAction =>
  cardAction({
    name: `curate.${what}`,
    about: articleSchema,
    async run(turn, { article: id, ...place }) {
      const done = doneBy(turn);
      const article = await changeArticle(store, turn.actor.tenantId, id, (current) =>
        curations[what](current, done),
      );
      return showCurated(turn, id, article, place);
    },
  });

async function list(store: DocumentStore, { actor, words, now }: Turn, place: ListPlace): Promise<Answer> {
  const sought = soughtBy(words, place.find);
  const page = await articlePage(store, actor.tenantId, sought, place.after, () => true);
  return showCard(curateListCard(words, page, place, now));
}
