import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Comment } from '../engagement/model.ts';
import { commentsData } from '../ideas/comments-data.ts';
import type { DueDates } from '../ideas/due-dates.ts';
import { kindOfCode } from '../ideas/innovation-kinds.ts';
import { decisionsFrom, isFinal, lastOf, mayBecome, mayMove } from '../ideas/lifecycle.ts';
import { type Decision, decisions, type Submission } from '../ideas/model.ts';
import { planLines } from '../ideas/plan-words.ts';
import { stateColour } from '../ideas/state-colour.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { Page } from '../store/document-store.ts';
import { themeName, themes, topicName, topics } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';

/** The card of one submission in the triage channel, from its present state. */
export function triageCard(words: Words, submission: Submission, due: DueDates): CardView {
  const { reference, title, kind, state, change, owner, theme } = submission;
  const stateName = words.say(`triage.state.${state}`);
  const awaited = state === 'received' || state === 'inReview' || state === 'question';
  const kindName = words.say(`ideas.kind.${kind}`);
  return {
    card: 'triage/card',
    data: {
      reference,
      seen: String(submission.history.length),
      kind: kindName,
      meta: words.say('triage.card.meta', { reference, date: words.date(submission.createdAt) }),
      title,
      state: owner ? words.say('triage.card.stateOwned', { state: stateName, name: owner.name }) : stateName,
      stateColour: stateColour[state],
      due: awaited
        ? ` · ${words.say(kind === 'project' ? 'triage.card.publishBy' : 'triage.card.due', { date: words.date(due.decide) })}`
        : '',
      by: byLine(words, submission),
      ...mailed(words, submission),
      change,
      control: submission.control
        ? words.say('triage.card.control', { control: words.say(`ideas.control.${submission.control}`) })
        : '',
      stops: submission.stops ?? '',
      plan: planLines(words, submission),
      benefit: submission.benefit ?? '',
      service: submission.service ? words.say('triage.card.service', { service: submission.service }) : '',
      shapedBy: shapedBy(words, submission),
      promptedBy: submission.promptedBy
        ? words.say('triage.card.promptedBy', { title: submission.promptedBy.title })
        : '',
      ...ofKind(words, submission),
      links: (submission.links ?? []).map(({ kind: link, to }) => ({
        link: words.say(`triage.card.link.${link}`, {
          title: to.kind === 'idea' ? `${to.title} · ${to.id}` : to.title,
        }),
      })),
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
      mayTake: !owner && !isFinal(state),
      mayDecide: decisionsFrom(submission).length > 0,
      mayPublish: mayBecome(submission, 'published'),
      mayAsk: mayMove(state, 'question') || state === 'question',
      mayCorrect: state !== 'withdrawn',
    },
    summary: words.say('triage.card.summary', { kind: kindName, title }),
  };
}

function byLine(words: Words, { byMail, imported, naming, author }: Submission): string {
  if (byMail) return words.say('triage.card.by.mail', { name: byMail.name, address: byMail.address });
  if (imported)
    return words.say('triage.card.by.imported', {
      name: imported.author ?? 'none',
      importer: imported.by.name,
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

/** The last question with its answer, the last update, the last decision, and what the author said to it. */
function exchange(words: Words, submission: Submission): { who: string; text: string }[] {
  const shown: { who: string; text: string }[] = [];
  const asked = lastOf(submission, 'asked');
  const answered = lastOf(submission, 'answered');
  if (asked)
    shown.push({ who: words.say('triage.card.question', { name: asked.by.name }), text: asked.question });
  if (asked && answered?.to === asked.n)
    shown.push({ who: words.say('triage.card.answer'), text: answered.answer });
  const updated = lastOf(submission, 'updated');
  if (updated) {
    const stage = words.say(`projects.stage.${updated.stage}`);
    shown.push({
      who: words.say('triage.card.update', { stage, date: words.date(updated.at) }),
      text: updated.happened,
    });
  }
  const decided = lastOf(submission, 'decided');
  if (decided) {
    const state = words.say(`triage.state.${decided.decision}`);
    const date = words.date(decided.at);
    shown.push({
      who: words.say('triage.card.decision', { state, name: decided.by.name, date }),
      text: decided.reason,
    });
  }
  const again = lastOf(submission, 'askedAgain');
  if (again && again.n > (decided?.n ?? 0))
    shown.push({
      who: words.say('triage.card.askedAgain', { date: words.date(again.at) }),
      text: again.news,
    });
  const withdrawn = lastOf(submission, 'withdrawn');
  if (withdrawn?.reason) shown.push({ who: words.say('triage.card.withdrawn'), text: withdrawn.reason });
  return shown;
}

/** What the forms say about the submission they are for; absent when the store did not answer. */
const formTitle = (submission: Submission | undefined): string =>
  submission ? `${submission.title} · ${submission.reference}` : '';

export function decideFormCard(
  words: Words,
  state: FormState<object>,
  submission: Submission | undefined,
): CardView {
  const offered: readonly Decision[] =
    submission && !isFinal(submission.state) ? decisionsFrom(submission) : decisions;
  return {
    card: 'triage/decide',
    data: {
      ...formData(state, ['decision', 'reason']),
      title: formTitle(submission),
      decisions: offered.map((code) => ({ code, name: words.say(`triage.decide.${code}`) })),
    },
    summary: words.say('triage.decide.heading'),
  };
}

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
): CardView => ({
  card: 'triage/subjects',
  data: {
    ...formData(state, ['theme', 'topics']),
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
