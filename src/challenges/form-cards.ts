import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import { topicName, topics } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';
import type { KnownChallenge } from './model.ts';

/** The inputs of the form by which a challenge is opened, in its order. */
export const openFields = [
  'title',
  'text',
  'opensOn',
  'closesOn',
  'channels',
  'topics',
  'question1',
  'question2',
  'question3',
] as const;

const moreFields: readonly string[] = ['topics', 'question1', 'question2', 'question3'];

export function openFormCard(
  words: Words,
  state: FormState<object>,
  channels: { readonly choices: readonly { id: string; name: string }[]; readonly all: number } | undefined,
): CardView {
  // When the store does not answer, the names are not known, but what was chosen must come back.
  const chosen = (state.typed.channels ?? '').split(',').filter((id) => id !== '');
  const bare = chosen.map((id) => ({
    id,
    name: words.say('challenges.form.channel.unnamed', { end: id.slice(-4) }),
  }));
  const { choices, all } = channels ?? { choices: bare, all: 0 };
  return {
    card: 'challenges/form',
    data: {
      ...formData(state, openFields),
      choices,
      more:
        all > choices.length
          ? words.say('challenges.form.channels.more', { shown: choices.length, all })
          : '',
      topics: topics.map((code) => ({ code, name: topicName(words, code) })),
      showMore: moreFields.some((field) => state.typed[field] || state.problems[field]),
    },
    summary: words.say('challenges.form.heading'),
  };
}

export const editFormCard = (
  words: Words,
  state: FormState<object>,
  known: KnownChallenge | undefined,
): CardView => ({
  card: 'challenges/edit',
  data: {
    ...formData(state, ['title', 'text', 'opensOn', 'closesOn']),
    title: known?.body.title ?? '',
    planned: known ? known.body.state === 'planned' : true,
  },
  summary: words.say('challenges.edit.heading'),
});

export function endFormCard(
  words: Words,
  state: FormState<object>,
  known: KnownChallenge | undefined,
): CardView {
  const ways = known?.body.state === 'planned' ? (['takeBack'] as const) : (['close', 'takeBack'] as const);
  return {
    card: 'challenges/end',
    data: {
      ...formData(state, ['end']),
      title: known?.body.title ?? '',
      ways: ways.map((code) => ({ code, name: words.say(`challenges.end.${code}`) })),
    },
    summary: words.say('challenges.end.heading'),
  };
}
