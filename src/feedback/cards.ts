import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Page } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import type { Feedback } from './model.ts';

export const feedbackInviteCard = (words: Words): CardView => ({
  card: 'feedback/invite',
  data: {},
  summary: words.say('feedback.summary'),
});

export function feedbackFormCard(
  words: Words,
  state: FormState<object>,
  article: { title: string } | undefined,
): CardView {
  const typed = { naming: 'named', ...state.typed };
  return {
    card: 'feedback/form',
    data: {
      ...formData({ ...state, typed }, ['rating', 'words', 'naming']),
      article: article ? words.say('feedback.form.about', { title: article.title }) : '',
    },
    summary: words.say('feedback.summary'),
  };
}

export function feedbackListCard(words: Words, page: Page<Feedback>, paged: boolean): CardView {
  const given = page.documents.map(({ body }) => body);
  const sum = given.reduce((total, { rating }) => total + rating, 0);
  const average = given.length > 0 ? Math.round((sum / given.length) * 10) / 10 : 0;
  return {
    card: 'feedback/list',
    data: {
      empty: given.length === 0,
      average: given.length > 0 ? words.say('feedback.list.average', { n: given.length, average }) : '',
      items: given.map(({ rating, by, at, article, words: text }) => ({
        meta: words.say('feedback.list.meta', {
          rating,
          name: by?.name ?? words.say('feedback.list.nameless'),
          date: words.date(at),
        }),
        about: article ? words.say('feedback.list.about', { title: article.title }) : '',
        words: text,
      })),
      older: page.continuation ?? '',
      paged,
    },
    summary: words.say('feedback.list.heading'),
  };
}
