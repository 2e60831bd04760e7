import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import { isolated } from '../words/right-to-left.ts';
import type { Words } from '../words/words.ts';
import { lastOf } from './lifecycle.ts';
import type { Submission } from './model.ts';

/** What a form says about the submission it is for; absent when the store did not answer. */
const formTitle = (submission: Submission | undefined): string =>
  submission ? `${isolated(submission.title)} · ${submission.reference}` : '';

export const editFormCard = (
  words: Words,
  state: FormState<object>,
  services: readonly string[],
): CardView => ({
  card: 'ideas/edit',
  data: {
    ...formData(state, ['title', 'change', 'benefit', 'service']),
    services: services.map((name) => ({ name })),
  },
  summary: words.say('ideas.edit.heading'),
});

export const withdrawFormCard = (
  words: Words,
  state: FormState<object>,
  submission: Submission | undefined,
): CardView => ({
  card: 'ideas/withdraw',
  data: { ...formData(state, ['reason']), title: formTitle(submission) },
  summary: words.say('ideas.withdraw.heading'),
});

export const linkFormCard = (
  words: Words,
  state: FormState<object>,
  submission: Submission | undefined,
): CardView => ({
  card: 'ideas/link',
  data: { ...formData(state, ['link']), title: formTitle(submission) },
  summary: words.say('ideas.link.heading'),
});

export function askAgainFormCard(
  words: Words,
  state: FormState<object>,
  submission: Submission | undefined,
): CardView {
  const declined = submission && lastOf(submission, 'decided');
  return {
    card: 'ideas/ask-again',
    data: {
      ...formData(state, ['news']),
      title: formTitle(submission),
      declined: declined ? words.say('ideas.step.decided.declined', { name: declined.by.name }) : '',
      reason: declined?.reason ?? '',
    },
    summary: words.say('ideas.askAgain.heading'),
  };
}
