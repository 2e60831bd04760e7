import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Words } from '../words/words.ts';
import type { Feedback } from './model.ts';

/** @param changes the newest of what was changed because of feedback. */
export const feedbackInviteCard = (words: Words, changes: readonly Feedback[]): CardView => ({
  card: 'feedback/invite',
  data: {
    hasChanges: changes.length > 0,
    changes: changes.flatMap(({ changed }) => (changed ? [{ said: changed.said, what: changed.what }] : [])),
  },
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

/** @param all how many there are, on the first of several pages. */
export function feedbackListCard(
  words: Words,
  page: { readonly documents: readonly { id: string; body: Feedback }[]; readonly continuation?: string },
  paged: boolean,
  all?: number,
): CardView {
  const given = page.documents.map(({ body }) => body);
  const sum = given.reduce((total, { rating }) => total + rating, 0);
  const average = given.length > 0 ? Math.round((sum / given.length) * 10) / 10 : 0;
  return {
    card: 'feedback/list',
    data: {
      empty: given.length === 0,
      average: given.length > 0 ? words.say('feedback.list.average', { n: given.length, average }) : '',
      all: all === undefined ? '' : words.say('list.all', { n: all }),
      items: page.documents.map(({ id, body }) => itemOf(words, id, body)),
      older: page.continuation ?? '',
      paged,
    },
    summary: words.say('feedback.list.heading'),
  };
}

function itemOf(words: Words, id: string, given: Feedback) {
  const { rating, by, at, article, reply, changed, state } = given;
  return {
    id,
    meta: words.say('feedback.list.meta', {
      rating,
      name: by?.name ?? words.say('feedback.list.nameless'),
      date: words.date(at),
      state: words.say(`feedback.state.${state}`),
    }),
    about: article ? words.say('feedback.list.about', { title: article.title }) : '',
    words: given.words,
    reply: reply ? words.say('feedback.list.reply', { name: reply.by.name, text: reply.text }) : '',
    changed: changed ? words.say('feedback.list.changed', { what: changed.what }) : '',
    mayReply: by !== undefined && !reply,
    mayChange: !changed,
  };
}

export const replyFormCard = (
  words: Words,
  state: FormState<object>,
  given: Feedback | undefined,
): CardView => ({
  card: 'feedback/reply',
  data: { ...formData(state, ['reply']), words: given?.words ?? '' },
  summary: words.say('feedback.reply.heading'),
});

export const changeFormCard = (words: Words, state: FormState<object>): CardView => ({
  card: 'feedback/change',
  data: formData(state, ['said', 'what']),
  summary: words.say('feedback.change.heading'),
});

/** What reaches the chat of one who gave feedback under their name; undefined when there is nothing to tell. */
export function feedbackNewsCard(
  words: Words,
  { words: said, reply, changed }: Feedback,
  what: 'reply' | 'changed',
): CardView | undefined {
  const text = what === 'reply' ? reply?.text : changed?.what;
  const name = what === 'reply' ? reply?.by.name : changed?.by.name;
  if (text === undefined || name === undefined) return undefined;
  const heading = words.say(`feedback.news.${what}`);
  return {
    card: 'feedback/news',
    data: { heading, said, name: words.say('feedback.news.by', { name }), text },
    summary: heading,
  };
}
