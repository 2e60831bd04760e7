import type { CardView } from '../../bot/answer.ts';
import { type FormState, formData } from '../../bot/dialog.ts';
import type { Words } from '../../words/words.ts';
import { metaLine, subjectsLine } from '../article-words.ts';
import type { ArticlePage } from '../articles.ts';
import type { ListPlace } from '../list-place.ts';
import type { Article } from '../model.ts';
import { subjectChoices } from '../subject-inputs.ts';

interface Standing {
  readonly state: string;
  readonly colour: 'Attention' | 'Accent' | 'Default';
}

const isFeatured = ({ featured }: Article, now: Date): boolean =>
  featured !== undefined && featured.until > now.toISOString();

function standing(words: Words, article: Article, now: Date): Standing {
  const { hidden, featured, edited } = article;
  if (hidden) {
    const values = { name: hidden.by.name, date: words.date(hidden.at) };
    return { state: words.say('curate.state.hidden', values), colour: 'Attention' };
  }
  if (featured && isFeatured(article, now)) {
    const values = { name: featured.by.name, date: words.date(featured.until) };
    return { state: words.say('curate.state.featured', values), colour: 'Accent' };
  }
  const state = edited
    ? words.say('curate.state.edited', { name: edited.by.name, date: words.date(edited.at) })
    : words.say('curate.state.shown');
  return { state, colour: 'Default' };
}

/** All articles, the hidden ones too, for the innovation team. */
export const curateListCard = (words: Words, page: ArticlePage, place: ListPlace, now: Date): CardView => ({
  card: 'reading/curate',
  data: {
    empty: page.articles.length === 0,
    articles: page.articles.map(({ id, body }) => ({
      ...place,
      id,
      title: body.title,
      meta: metaLine(words, body),
      ...standing(words, body, now),
    })),
    find: place.find,
    older: page.older ?? '',
    newer: page.newer ?? '',
  },
  summary: words.say('curate.summary'),
});

export function curatedCard(
  words: Words,
  id: string,
  article: Article,
  place: ListPlace,
  now: Date,
): CardView {
  const isHidden = article.hidden !== undefined;
  const isShownFirst = isFeatured(article, now);
  return {
    card: 'reading/curated',
    data: {
      ...place,
      id,
      title: article.title,
      meta: metaLine(words, article),
      teaser: article.teaser,
      subjects: subjectsLine(words, article),
      ...standing(words, article, now),
      mayHide: !isHidden,
      mayShow: isHidden,
      mayFeature: !isHidden && !isShownFirst,
      mayUnfeature: !isHidden && isShownFirst,
    },
    summary: article.title,
  };
}

export const editArticleCard = (
  words: Words,
  state: FormState<object>,
  article: Article | undefined,
): CardView => ({
  card: 'reading/article-edit',
  data: {
    ...formData(state, ['teaser', 'theme', 'topics']),
    title: article?.title ?? '',
    ...subjectChoices(words),
  },
  summary: words.say('curate.form.heading'),
});
