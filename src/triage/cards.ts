import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Comment } from '../engagement/model.ts';
import { challengeData } from '../ideas/challenge-data.ts';
import { commentsData } from '../ideas/comments-data.ts';
import type { DueDates } from '../ideas/due-dates.ts';
import { kindOfCode } from '../ideas/innovation-kinds.ts';
import { lastOf } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { planLines } from '../ideas/plan-words.ts';
import { triedIn } from '../ideas/spreading.ts';
import { stateColour } from '../ideas/state-colour.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import { triedLine } from '../reading/tried-elsewhere.ts';
import type { Page } from '../store/document-store.ts';
import { themeName, themes, topicName, topics } from '../subjects/codes.ts';
import { isolated } from '../words/right-to-left.ts';
import type { Words } from '../words/words.ts';
import { exchange } from './exchange.ts';
import { benefitsLine, clockLine, evidenceLines, stateLine } from './matters.ts';
import { moments } from './moments.ts';
import { scoreLine } from './scores.ts';
import { teamTalk } from './team-talk.ts';

/** The card of one submission in the triage channel, from its present state: what matters for a decision comes first. */
export function triageCard(words: Words, submission: Submission, due: DueDates, now: Date): CardView {
  const { reference, title, kind, state, change, theme } = submission;
  const kindName = words.say(`ideas.kind.${kind}`);
  return {
    card: 'triage/card',
    data: {
      reference,
      seen: String(submission.history.length),
      kind: kindName,
      meta: words.say('triage.card.meta', { reference, date: words.date(submission.createdAt) }),
      title,
      state: stateLine(words, submission),
      stateColour: stateColour[state],
      ...clockLine(words, submission, due, now),
      scores: scoreLine(words, submission),
      benefits: benefitsLine(words, submission),
      talk: teamTalk(words, submission),
      by: byLine(words, submission),
      ...mailed(words, submission),
      change,
      control: controlLine(words, submission),
      stops: submission.stops ?? '',
      plan: planLines(words, submission),
      benefit: submission.benefit ?? '',
      service: submission.service ? words.say('triage.card.service', { service: submission.service }) : '',
      shapedBy: shapedBy(words, submission),
      promptedBy: submission.promptedBy
        ? words.say('triage.card.promptedBy', { title: submission.promptedBy.title })
        : '',
      ...fromMessage(words, submission),
      ...challengeData(words, submission),
      ...ofKind(words, submission),
      tried: triedLine(words, triedIn(submission)),
      links: evidenceLines(words, submission),
      theme: theme
        ? words.say('triage.card.theme', { theme: themeName(words, theme) })
        : words.say('triage.card.themeNone'),
      topics:
        submission.topics.length > 0
          ? words.say('triage.card.topics', {
              topics: submission.topics.map((topic) => topicName(words, topic)).join(', '),
            })
          : words.say('triage.card.topicsNone'),
      counts: submission.counts ? words.say('triage.card.counts', submission.counts) : '',
      commented: (submission.counts?.comments ?? 0) > 0,
      waits: waits(words, submission),
      exchange: exchange(words, submission),
      link: submission.link ?? '',
      hasMoreLinks: submission.moreLinks !== undefined,
      moreLinks: (submission.moreLinks ?? []).map((url, index) => ({
        url,
        title: words.say('triage.card.moreLink', { n: index + 2 }),
      })),
      ...editedSince(words, submission),
      ...moments(submission),
    },
    summary: words.say('triage.card.summary', { kind: kindName, title }),
  };
}

/** What stops the work, and what that costs as the author puts it. */
function controlLine(words: Words, { control, hoursAMonth }: Submission): string {
  const lines = [
    ...(control
      ? [words.say('triage.card.control', { control: words.say(`ideas.control.${control}`) })]
      : []),
    ...(hoursAMonth ? [words.say('triage.card.hours', { hours: hoursAMonth })] : []),
  ];
  return lines.join(' · ');
}

function byLine(words: Words, { byMail, imported, naming, author }: Submission): string {
  if (byMail) return words.say('triage.card.by.mail', { name: byMail.name, address: byMail.address });
  if (imported)
    return words.say('triage.card.by.imported', {
      name: imported.author ?? 'none',
      importer: imported.by.name,
      reason: imported.reason ?? 'none',
    });
  return words.say(`triage.card.by.${naming}`, { name: author?.name ?? '' });
}

/** What the team must know of an e-mail: that it came from outside, and what of it is not here. */
function mailed(words: Words, { byMail }: Submission): { outside: string; leftOut: string } {
  const { attachments = [], cut = false } = byMail ?? {};
  const names = attachments.join(', ');
  return {
    outside: byMail?.outside ? words.say('triage.card.outside') : '',
    leftOut: [
      ...(names ? [words.say('triage.card.attachments', { names })] : []),
      ...(cut ? [words.say('triage.card.cut')] : []),
    ].join(' '),
  };
}

/** The message it was shared from, which somebody else may have written. */
function fromMessage(words: Words, submission: Submission): { fromMessage: string; messageLink: string } {
  if (!submission.fromMessage) return { fromMessage: '', messageLink: '' };
  const { author, link } = submission.fromMessage;
  const line = author
    ? words.say('triage.card.fromMessage', { author })
    : words.say('triage.card.fromMessageOfNobody');
  return { fromMessage: line, messageLink: link };
}

/** The kind of innovation with the support that fits; nothing when the repertoire has it no more. */
function ofKind(words: Words, submission: Submission): { innovationKind: string; support: string } {
  const kind = kindOfCode(submission.innovationKind);
  if (!kind) return { innovationKind: '', support: '' };
  return {
    innovationKind: words.say('triage.card.innovationKind', { kind: kind.name }),
    support: words.say('triage.card.support', { support: kind.support.join(', ') }),
  };
}

function shapedBy(words: Words, submission: Submission): string {
  if (submission.shapedBy.length === 0) return '';
  const shapers = submission.shapedBy.map((shaper) => words.say(`ideas.form.shapedBy.${shaper}`)).join(', ');
  return words.say('triage.card.shapedBy', { shapers });
}

/** Only once something was said: a new card says nothing about messages that nobody has written yet. */
function waits(words: Words, submission: Submission): string {
  if (submission.authorUnreachable)
    return words.say(submission.byMail ? 'triage.card.unreachableByMail' : 'triage.card.unreachable');
  const said = submission.history.length > 1;
  return said && submission.naming === 'anonymous' ? words.say('triage.card.waits') : '';
}

const longestBefore = 500;

/** That the author edited it, and what it said before the last edit. */
function editedSince(words: Words, submission: Submission) {
  const edited = lastOf(submission, 'edited');
  if (!edited) return { edited: '', before: [] };
  const { title, change, benefit = '' } = edited.before;
  const before = [title, cutAtWord(change, longestBefore), cutAtWord(benefit, longestBefore)];
  return {
    edited: words.say('triage.card.edited', { date: words.date(edited.at) }),
    before: before.filter((text) => text !== '').map((text) => ({ text })),
  };
}

/** What the forms say about the submission they are for; absent when the store did not answer. */
export const formTitle = (submission: Submission | undefined): string =>
  submission ? `${isolated(submission.title)} · ${submission.reference}` : '';

export const askFormCard = (
  words: Words,
  state: FormState<object>,
  submission: Submission | undefined,
): CardView => ({
  card: 'triage/ask',
  data: { ...formData(state, ['question']), title: formTitle(submission) },
  summary: words.say('triage.ask.heading'),
});

export const subjectsFormCard = (
  words: Words,
  state: FormState<object>,
  submission: Submission | undefined,
  services: readonly string[],
): CardView => ({
  card: 'triage/subjects',
  data: {
    ...formData(state, ['theme', 'topics', 'service', 'reason']),
    services: services.map((name) => ({ name })),
    title: formTitle(submission),
    themes: themes.map((code) => ({ code, name: themeName(words, code) })),
    topics: topics.map((code) => ({ code, name: topicName(words, code) })),
  },
  summary: words.say('triage.subjects.heading'),
});

/** The comments on an idea, each of which the innovation team may remove. */
export const triageCommentsCard = (
  words: Words,
  submission: Submission,
  page: Page<Comment>,
  paged: boolean,
): CardView => ({
  card: 'triage/comments',
  data: commentsData(words, submission, page, { paged, mayRemove: () => true }),
  summary: words.say('ideas.comments.summary', { title: submission.title }),
});
