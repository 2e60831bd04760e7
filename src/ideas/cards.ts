import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Words } from '../words/words.ts';
import { mayAddLink } from './add-link.ts';
import type { ChallengeAsked } from './challenge-asked.ts';
import { challengeData, questionsData } from './challenge-data.ts';
import type { DueDates } from './due-dates.ts';
import type { HistoryEntry } from './history.ts';
import { isFinal, isUndecided, lastOf, mayBecome } from './lifecycle.ts';
import type { Submission } from './model.ts';
import { isNews, newsHeading } from './news-steps.ts';
import { isOpenToAll } from './open-ideas.ts';
import { shareFields } from './share-form.ts';
import { stateColour } from './state-colour.ts';
import { storyData, told } from './story-data.ts';
import { controls, stages } from './terms.ts';
import { mayBeThanked, thankedName } from './thanks.ts';

export const inviteCard = (words: Words): CardView => ({
  card: 'ideas/invite',
  data: {},
  summary: words.say('ideas.invite.heading'),
});

export function shareFormCard(
  words: Words,
  state: FormState<object>,
  shown: {
    services: readonly string[];
    promptedBy: string | undefined;
    innovationKind: string | undefined;
    fromMessage: { readonly author: string } | undefined;
    challenge: ChallengeAsked | undefined;
  },
): CardView {
  const { challenge } = shown;
  const more = shareFields.slice(2).filter((field) => !field.startsWith('answer'));
  const defaults: Readonly<Record<string, string>> = { kind: 'idea', stage: 'practice', naming: 'named' };
  const typed = { ...defaults, ...state.typed };
  const isSet = (field: string) => Boolean(state.typed[field]) && state.typed[field] !== defaults[field];
  const isShown = (...fields: readonly string[]) =>
    fields.some((field) => state.problems[field] || isSet(field));
  return {
    card: 'ideas/form',
    data: {
      ...formData({ ...state, typed }, shareFields),
      promptedBy: shown.promptedBy ? words.say('ideas.form.promptedBy', { title: shown.promptedBy }) : '',
      challenge: challenge?.open ? words.say('ideas.form.challenge', { title: challenge.title }) : '',
      late: challenge && !challenge.open ? words.say('ideas.form.late', { title: challenge.title }) : '',
      ...questionsData(words, challenge, state.typed),
      ofKind: shown.innovationKind ? words.say('ideas.form.ofKind', { kind: shown.innovationKind }) : '',
      fromMessage: shown.fromMessage ? fromMessageLine(words, shown.fromMessage.author) : '',
      services: shown.services.map((name) => ({ name })),
      controls: controls.map((code) => ({ code, name: words.say(`ideas.control.${code}`) })),
      stages: stages.map((code) => ({ code, name: words.say(`projects.stage.${code}`) })),
      // A form that is opened anew stays short, even when the last service area is filled in.
      showMore: more.some((field) => state.problems[field] || (field !== 'service' && isSet(field))),
      showBarrier: isShown('control', 'stops', 'hours'),
      showProject: isShown('stage', 'milestone', 'milestoneOn', 'endsOn'),
    },
    summary: words.say('ideas.form.heading'),
  };
}

const fromMessageLine = (words: Words, author: string): string =>
  author ? words.say('ideas.form.fromMessage', { author }) : words.say('ideas.form.fromMessageOfNobody');

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
      next: words.say(nextKey(submission, replyCode), dates),
      code: replyCode ? words.say('ideas.receipt.code', { code: replyCode }) : '',
      challenge: challengeData(words, submission).challenge,
      named: replyCode === undefined,
      links: (submission.links ?? []).map(({ kind, to }) => ({
        link: words.say(
          kind === 'same' && replyCode ? 'ideas.receipt.link.sameUnnamed' : `ideas.receipt.link.${kind}`,
          {
            title: to.title,
            id: to.id,
          },
        ),
        idea: to.kind === 'idea' && !replyCode ? to.id : '',
      })),
    },
    summary: words.say('ideas.receipt.summary', { reference: submission.reference }),
  };
}

function nextKey({ kind }: Submission, replyCode: string | undefined) {
  if (kind === 'project')
    return replyCode ? 'ideas.receipt.nextProjectAnonymous' : 'ideas.receipt.nextProject';
  return replyCode ? 'ideas.receipt.nextAnonymous' : 'ideas.receipt.next';
}

/** @param supporters who supports it, as its author may read it; empty when nobody does. */
export function storyCard(
  words: Words,
  submission: Submission,
  { due, now, supporters }: { due: DueDates; now: Date; supporters: string },
): CardView {
  const { reference, state, questionAsked } = submission;
  const declined = state === 'declined' ? lastOf(submission, 'decided') : undefined;
  return {
    card: 'ideas/story',
    data: {
      ...storyData(words, submission, due, now),
      reference,
      seen: String(submission.history.length),
      supporters,
      commented: (submission.counts?.comments ?? 0) > 0,
      canAnswer: questionAsked !== undefined,
      canUpdate: state === 'published',
      mayThank: mayBeThanked(submission) && !submission.thanks?.agreed,
      thanked: thankedName(submission) !== undefined,
      question: String(questionAsked ?? ''),
      canEdit: isUndecided(state),
      canLink: mayAddLink(submission),
      canWithdraw: mayBecome(submission, 'withdrawn'),
      canAskAgain: declined !== undefined,
      declined: String(declined?.n ?? ''),
    },
    summary: words.say('ideas.story.summary', { reference, state: words.say(`ideas.state.${state}`) }),
  };
}

/** What an author is told of a step; undefined for steps that are not news to them. */
export function newsCard(words: Words, submission: Submission, entry: HistoryEntry): CardView | undefined {
  if (!isNews(entry)) return undefined;
  const { reference, title } = submission;
  const heading = newsHeading(words, entry);
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
      mayThank: entry.what === 'decided' && mayBeThanked(submission) && !submission.thanks,
    },
    summary: `${heading}: ${title}`,
  };
}

/** What those who follow an idea are told of a decision. */
export function followedCard(
  words: Words,
  submission: Submission,
  entry: Extract<HistoryEntry, { what: 'decided' }>,
): CardView {
  const { reference, title } = submission;
  const heading = words.say(
    entry.corrects ? 'ideas.followed.corrected' : `ideas.followed.decided.${entry.decision}`,
  );
  return {
    card: 'ideas/followed',
    data: {
      reference,
      heading,
      colour: stateColour[entry.decision],
      about: words.say('ideas.news.about', { title, reference }),
      ...told(words, entry),
      open: isOpenToAll(submission),
      mayChange: !isFinal(submission.state),
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
