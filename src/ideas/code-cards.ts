import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { Words } from '../words/words.ts';
import type { DueDates } from './due-dates.ts';
import type { Submission } from './model.ts';
import { storyData } from './story-data.ts';

export const codeInviteCard = (words: Words): CardView => ({
  card: 'ideas/code-invite',
  data: {},
  summary: words.say('ideas.code.heading'),
});

export const codeFormCard = (words: Words, state: FormState<object>): CardView => ({
  card: 'ideas/code',
  data: formData(state, ['code']),
  summary: words.say('ideas.code.heading'),
});

/** @param story absent when the store did not answer: what was typed is shown alone. */
export function codeStoryCard(
  { words, now }: Pick<Turn, 'words' | 'now'>,
  state: FormState<object>,
  story: { submission: Submission; due: DueDates } | undefined,
): CardView {
  const told = story && storyData(words, story.submission, story.due, now);
  const blank = { title: '', meta: '', state: '', stateColour: 'Default', change: '', next: '' };
  return {
    card: 'ideas/code-story',
    data: {
      ...blank,
      earlier: '',
      history: [],
      challenge: '',
      answers: [],
      ...told,
      ...formData(state, ['answer']),
      canAnswer:
        story === undefined || story.submission.questionAsked !== undefined || Boolean(state.problems.form),
    },
    summary: words.say('ideas.code.heading'),
  };
}
