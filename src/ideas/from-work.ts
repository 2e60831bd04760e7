import type { Turn } from '../bot/turn.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { ArticleDraft, FromWork } from '../reading/from-work.ts';
import { longestOfCase, longestTeaser, type ToldFigure } from '../reading/model.ts';
import type { CaseDraft } from '../reading/own-cases/case-draft.ts';
import { longestText } from '../reading/write/proposal.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { lastOf } from './lifecycle.ts';
import { benefitsText } from './lifecycle-words.ts';
import type { Submission } from './model.ts';
import { submissionOf } from './steps.ts';
import { isLeadOf, isTrialFinished, isWorthTelling } from './tell-of-work.ts';

interface FromWorkParts {
  readonly store: DocumentStore;
  /** The council's name in sentences: the place of what belongs to no service area. */
  readonly council: string;
  /** Whether the actor is of the innovation team that decides on what belongs to a service area. */
  readonly decidesOn: (turn: Turn, service: string | undefined) => Promise<boolean>;
}

/** What submissions give to articles and case studies. Nobody is named who did not consent to be named to everybody. */
export function fromWork({ store, council, decidesOn }: FromWorkParts): FromWork {
  return {
    async article(turn, reference) {
      const { actor, words } = turn;
      const submission = await submissionOf(store, actor.tenantId, reference);
      if (!submission || !isWorthTelling(submission)) return undefined;
      const isLead = isLeadOf(submission, actor);
      if (!isLead && !(await decidesOn(turn, submission.service))) return undefined;
      return articleOf(words, submission, isLead);
    },
    async caseStudy(turn, reference) {
      const { actor, words } = turn;
      const submission = await submissionOf(store, actor.tenantId, reference);
      if (!submission || !isTrialFinished(submission)) return undefined;
      return (await decidesOn(turn, submission.service)) ? caseOf(words, submission, council) : undefined;
    },
  };
}

function articleOf(words: Words, submission: Submission, byLead: boolean): ArticleDraft {
  const { title, change, theme, topics, naming } = submission;
  const rest = [byLine(words, submission), ...trialLines(words, submission), ...newsLines(words, submission)];
  return {
    written: {
      title,
      teaser: cutAtWord(change.replace(/\s+/gu, ' '), longestTeaser),
      text: joined(change, rest, longestText),
      ...(theme && { theme }),
      topics,
    },
    unnamed: byLead && naming !== 'named',
    authorUnnamed: !byLead && naming !== 'named',
  };
}

function caseOf(words: Words, submission: Submission, council: string): CaseDraft {
  const { title, change, service, theme, topics, benefits } = submission;
  const { figures, rest } = benefitFigures(words, benefits);
  return {
    title,
    place: service ?? council,
    body: joined(change, [...trialLines(words, submission), ...rest], longestOfCase.lookedAt),
    figures,
    theme,
    topics,
    from: { kind: 'idea', id: submission.reference },
  };
}

/** Who it came from, where they are named to everybody. */
function byLine(words: Words, { naming, author, kind, project }: Submission): string {
  if (naming !== 'named') return '';
  if (kind === 'project') return project?.lead ? words.say('fromWork.byProject', project.lead) : '';
  return author ? words.say('fromWork.byIdea', author) : '';
}

function trialLines(words: Words, submission: Submission): string[] {
  const decided = lastOf(submission, 'decided');
  if (!decided?.afterTrial) return [];
  const measure = submission.trial?.measure;
  return [
    measure ? words.say('fromWork.measured', { measure }) : '',
    words.say(decided.decision === 'adopted' ? 'fromWork.adopted' : 'fromWork.stopped'),
    words.say('fromWork.learnt', { learnt: decided.reason }),
  ];
}

function newsLines(words: Words, submission: Submission): string[] {
  const updated = lastOf(submission, 'updated');
  return [
    submission.benefits ? benefitsText(words, submission.benefits) : '',
    updated ? words.say('fromWork.update', { happened: updated.happened }) : '',
  ];
}

/** The benefits that were reported as figures; what is too long for one stays a paragraph. */
export function benefitFigures(
  words: Words,
  benefits: Submission['benefits'],
): { figures: ToldFigure[]; rest: string[] } {
  if (!benefits) return { figures: [], rest: [] };
  const { cashable, other = '', confidence } = benefits;
  const source = words.say('fromWork.source');
  const isFigure = other !== '' && other.length <= longestOfCase.figure;
  const texts = [
    ...(cashable === undefined ? [] : [words.say('ideas.benefits.cashable', { pounds: cashable })]),
    ...(isFigure ? [other] : []),
  ];
  return {
    figures: texts.map((text) => ({ text, source, confidence })),
    rest: other !== '' && !isFigure ? [words.say('fromWork.better', { better: other })] : [],
  };
}

/** Paragraphs in so many units: what was wished for is cut, not what came of it. */
function joined(change: string, came: readonly string[], most: number): string {
  const rest = came.filter((line) => line !== '').join('\n\n');
  const room = most - rest.length - 2;
  return rest === '' ? cutAtWord(change, most) : `${cutAtWord(change, room)}\n\n${rest}`;
}
