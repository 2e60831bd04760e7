import { z } from 'zod';
import { type Dialog, dialog, openForm, refuse } from '../../bot/dialog.ts';
import { typedLine } from '../../bot/typed-text.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { articleById } from '../articles.ts';
import { doneBy } from '../done-by.ts';
import { listPlaceSchema } from '../list-place.ts';
import { type Article, longestTeaser } from '../model.ts';
import { subjectInputs } from '../subject-inputs.ts';
import { changeArticle, edited } from './change-article.ts';
import { editArticleCard } from './curate-cards.ts';
import { showCurated } from './show-curated.ts';

/** `seen` is when the article was edited last as far as the form knows: another's words are not lost unnoticed. */
const aboutSchema = listPlaceSchema.extend({
  article: z.string().min(1).max(100),
  seen: z.string().max(40).optional(),
});

/** The form by which the innovation team changes the teaser, the theme and the topics of an article. */
export function editArticleDialog(store: DocumentStore): Dialog {
  return dialog({
    name: 'article.edit',
    about: aboutSchema,
    inputs: (words) =>
      z.strictObject({
        teaser: typedLine({
          max: longestTeaser,
          tooLong: words.say('curate.form.tooLong', { max: longestTeaser }),
        }),
        ...subjectInputs(words.say('curate.form.tooMany')),
      }),
    context: ({ actor }, { article }) => articleById(store, actor.tenantId, article),
    async open(turn, about) {
      const article = await articleById(store, turn.actor.tenantId, about.article);
      if (!article) return showCurated(turn, about.article, article, about);
      const { teaser, theme = 'none', topics } = article;
      return openForm({ ...about, ...seenOf(article) }, { teaser, theme, topics: topics.join(',') });
    },
    draw: ({ words }, state, article) => editArticleCard(words, state, article),
    async submit(turn, about, inputs) {
      const done = doneBy(turn);
      let other: Article['edited'];
      const article = await changeArticle(store, turn.actor.tenantId, about.article, (current) => {
        if (isSame(current, inputs)) return undefined;
        other = current.edited?.at === about.seen ? undefined : current.edited;
        return other ? undefined : edited(current, inputs, done);
      });
      if (article && other)
        return refuse('form', turn.words.say('curate.form.meanwhile', { name: other.by.name }), {
          about: { ...about, ...seenOf(article) },
        });
      return showCurated(turn, about.article, article, about);
    },
    cancel: async (turn, about) =>
      showCurated(turn, about.article, await articleById(store, turn.actor.tenantId, about.article), about),
  });
}

const seenOf = ({ edited: last }: Article) => (last ? { seen: last.at } : {});

const isSame = (
  article: Article,
  { teaser, theme, topics }: Pick<Article, 'teaser' | 'theme' | 'topics'>,
): boolean =>
  article.teaser === teaser && article.theme === theme && article.topics.join(',') === topics.join(',');
