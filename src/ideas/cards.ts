import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Words } from '../words/words.ts';
import { mayAddLink } from './add-link.ts';
import type { DueDates } from './due-dates.ts';
import { isUndecided, lastOf, mayMove } from './lifecycle.ts';
import type { HistoryEntry, Submission } from './model.ts';
import { shareFields } from './share-form.ts';
import { stateColour } from './state-colour.ts';
import { storyData, told } from './story-data.ts';

export const inviteCard = (words: Words): CardView => ({
  card: 'ideas/invite',
  data: {},
  summary: words.say('ideas.invite.heading'),
});

export function shareFormCard(
  words: Words,
  state: FormState<object>,
  shown: { services: readonly string[]; promptedBy: string | undefined },
): CardView {
  const more = shareFields.slice(2);
  const defaults: Readonly<Record<string, string>> = { kind: 'idea', naming: 'named' };
  const typed = { ...defaults, ...state.typed };
  const isSet = (field: string) => Boolean(state.typed[field]) && state.typed[field] !== defaults[field];
  return {
    card: 'ideas/form',
    data: {
      ...formData({ ...state, typed }, shareFields),
      promptedBy: shown.promptedBy ? words.say('ideas.form.promptedBy', { title: shown.promptedBy }) : '',
      services: shown.services.map((name) => ({ name })),
      // A form that is opened anew stays short, even when the last service area is filled in.
      showMore: more.some((field) => state.problems[field] || (field !== 'service' && isSet(field))),
    },
    summary: words.say('ideas.form.heading'),
  };
}

export function receiptCard(
  words: Words,
  submission: Submission,
  due: { acknowledge: Date; decide: Date },
  replyCode: string | undefined,
): CardView {
  const dates = { acknowledge: words.date(due.acknowledge), decide: words.date(due.decide) };
  return {
    card: 'ideas/receipt',
    data: {
      title: submission.title,
      reference: words.say('ideas.receipt.reference', { reference: submission.reference }),
      next: words.say(replyCode ? 'ideas.receipt.nextAnonymous' : 'ideas.receipt.next', dates),
      code: replyCode ? words.say('ideas.receipt.code', { code: replyCode }) : '',
      named: replyCode === undefined,
    },
    summary: words.say('ideas.receipt.summary', { reference: submission.reference }),
  };
}

export function storyCard(words: Words, submission: Submission, due: DueDates, now: Date): CardView {
  const { reference, state, questionAsked } = submission;
  const declined = state === 'declined' ? lastOf(submission, 'decided') : undefined;
  return {
    card: 'ideas/story',
    data: {
      ...storyData(words, submission, due, now),
      reference,
      seen: String(submission.history.length),
      canAnswer: questionAsked !== undefined,
      question: String(questionAsked ?? ''),
      canEdit: isUndecided(state),
      canLink: mayAddLink(submission),
      canWithdraw: mayMove(state, 'withdrawn'),
      canAskAgain: declined !== undefined,
      declined: String(declined?.n ?? ''),
    },
    summary: words.say('ideas.story.summary', { reference, state: words.say(`ideas.state.${state}`) }),
  };
}

/** What an author is told of a step; undefined for steps that are not news to them. */
export function newsCard(words: Words, submission: Submission, entry: HistoryEntry): CardView | undefined {
  if (entry.what !== 'taken' && entry.what !== 'asked' && entry.what !== 'decided') return undefined;
  const { reference, title } = submission;
  const heading = words.say(
    entry.what === 'decided' ? `ideas.news.decided.${entry.decision}` : `ideas.news.${entry.what}`,
  );
  return {
    card: 'ideas/news',
    data: {
      reference,
      entry: String(entry.n),
      heading,
      colour: entry.what === 'decided' ? stateColour[entry.decision] : 'Accent',
      about: words.say('ideas.news.about', { title, reference }),
      ...told(words, entry),
      canAnswer: submission.questionAsked === entry.n,
    },
    summary: `${heading}: ${title}`,
  };
}

export function answerFormCard(
  words: Words,
  state: FormState<object>,
  asked: { title: string; question: string } | undefined,
): CardView {
  return {
    card: 'ideas/answer',
    data: {
      ...formData(state, ['answer']),
      title: asked?.title ?? '',
      question: asked?.question ?? '',
    },
    summary: words.say('ideas.answer.heading'),
  };
}
