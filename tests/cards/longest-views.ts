import type { CardView } from '../../src/bot/answer.ts';
import type { FormState } from '../../src/bot/dialog.ts';
import { challengeCard } from '../../src/challenges/cards.ts';
import {
  editFormCard as editChallenge,
  endFormCard,
  openFields,
  openFormCard,
} from '../../src/challenges/form-cards.ts';
import { listCard } from '../../src/challenges/list-card.ts';
import { type Challenge, longest as longestOfChallenge, mostChannels } from '../../src/challenges/model.ts';
import { newsCard as challengeNews } from '../../src/challenges/news-card.ts';
import { longestComment } from '../../src/engagement/model.ts';
import {
  changeFormCard,
  feedbackFormCard,
  feedbackInviteCard,
  feedbackListCard,
  feedbackNewsCard,
  replyFormCard,
} from '../../src/feedback/cards.ts';
import { longest as longestOfFeedback, longestWords } from '../../src/feedback/model.ts';
import { alikeCard } from '../../src/ideas/alike-card.ts';
import {
  answerFormCard,
  followedCard,
  newsCard,
  receiptCard,
  shareFormCard,
  storyCard,
} from '../../src/ideas/cards.ts';
import { codeStoryCard } from '../../src/ideas/code-cards.ts';
import { commentedCard, commentFormCard, commentsCard } from '../../src/ideas/comment-cards.ts';
import { allIdeasCard, ideaCard } from '../../src/ideas/idea-card.ts';
import { keepKindForm } from '../../src/ideas/kind-cards.ts';
import { lastOf } from '../../src/ideas/lifecycle.ts';
import { mineCard } from '../../src/ideas/mine-card.ts';
import { askAgainFormCard, editFormCard, linkFormCard, withdrawFormCard } from '../../src/ideas/own-cards.ts';
import { askCard, projectCard, projectsCard, updateFormCard } from '../../src/ideas/project-cards.ts';
import { longest } from '../../src/ideas/terms.ts';
import { noEvents } from '../../src/outbox/event.ts';
import {
  editFormCard as editSpread,
  endFormCard as endSpread,
  reportFormCard,
  startFormCard,
} from '../../src/spread/form-cards.ts';
import { listCard as spreadList } from '../../src/spread/list-card.ts';
import { longest as longestOfSpread } from '../../src/spread/model.ts';
import {
  askCard as askSpread,
  namedCard,
  refusedCard,
  followedCard as spreadFollowed,
} from '../../src/spread/news-cards.ts';
import { registerCard } from '../../src/spread/register-card.ts';
import { replicationCard } from '../../src/spread/replication-card.ts';
import { askFormCard, triageCard, triageCommentsCard } from '../../src/triage/cards.ts';
import { decideFormCard } from '../../src/triage/decide-card.ts';
import type { Words } from '../../src/words/words.ts';
import { sampleReplication } from '../spread/sample-replication.ts';
import { auditViews } from './longest-audit.ts';
import {
  type Long,
  longestChallenge,
  longestComments,
  longestFeedback,
  longestShare,
  longestSubmission,
  pageOf,
} from './longest-inputs.ts';
import { longestListViews } from './longest-lists.ts';
import { longestReadingViews } from './longest-reading.ts';

const now = new Date('2026-11-24T09:00:00Z');
const due = { acknowledge: now, decide: now, near: now };
const place = { find: 'a'.repeat(100), after: '500' };
const services = Array<string>(13).fill('Adult social care and health');

/** A form that came back with what was typed and a problem. */
const form = (words: Words, typed: Readonly<Record<string, string>>): FormState<object> => ({
  about: { idea: 'K7Q2MX', seen: '30', challenge: 'c'.repeat(43) },
  formId: 'f'.repeat(36),
  typed,
  problems: { form: words.say('bot.failed.form') },
});

const challengeOf = (long: Long): Challenge => ({
  ...longestChallenge(long),
  text: long(longestOfChallenge.text),
  questions: [...longestChallenge(long).questions],
  topics: ['mental-health-disability', 'children-families', 'customer-access'],
  opensOn: '2026-11-24',
  closesOn: '2026-12-24',
  endsAt: '2026-12-24T17:00:00.000Z',
  dueAt: '2026-11-25T09:00:00.000Z',
  placeIds: ['sample'],
  state: 'open',
  by: { personId: 'sample', name: long(100) },
  changes: 1,
  createdAt: now.toISOString(),
  content: 'sample',
  ...noEvents,
});

/** Every card that shows what people typed, with the longest they may type. */
export function longestViews(words: Words, long: Long): Readonly<Record<string, CardView>> {
  return {
    ...ideaViews(words, long),
    ...teamViews(words, long),
    ...challengeViews(words, long),
    ...longestReadingViews(words, long, (typed) => form(words, typed)),
    ...auditViews(words, long),
    ...spreadViews(words, long),
    ...longestListViews(words, long),
  };
}

function ideaViews(words: Words, long: Long): Readonly<Record<string, CardView>> {
  const idea = longestSubmission(long);
  const anonymous = longestSubmission(long, { naming: 'anonymous' });
  const inputs = longestShare(long);
  const challenge = longestChallenge(long);
  const typed = { ...inputs, shapedBy: inputs.shapedBy.join(',') };
  const fives = Array(5).fill(idea);
  const decided = lastOf(idea, 'decided');
  const marks = { supports: 9, followers: 9, supporting: true, named: true, following: true };
  const answer = form(words, { answer: long(longest.question) });
  return {
    form: shareFormCard(words, form(words, typed), {
      services,
      promptedBy: long(200),
      innovationKind: 'Adoption',
      fromMessage: { author: long(longest.messageAuthor) },
      challenge,
    }),
    alike: alikeCard(
      words,
      { about: { case: 'c'.repeat(43), challenge: challenge.id }, formId: 'f'.repeat(36), inputs, challenge },
      { ideas: fives.slice(0, 3), reading: [] },
    ),
    receipt: receiptCard(words, anonymous, due, 'XXXX-XXXX-XXXX'),
    story: storyCard(words, idea, { due, now, supporters: long(2000) }),
    codeStory: codeStoryCard({ words, now }, answer, { submission: anonymous, due }),
    ...Object.fromEntries(
      idea.history.slice(0, 7).flatMap((entry) => {
        const view = newsCard(words, idea, entry);
        return view ? [[`news of ${entry.what}`, view]] : [];
      }),
    ),
    ...(decided && { followed: followedCard(words, idea, decided) }),
    answer: answerFormCard(words, answer, { title: idea.title, question: long(longest.question) }),
    idea: ideaCard(words, idea, marks, 'sample'),
    all: allIdeasCard(words, { ideas: fives, older: 'c'.repeat(400) }, place),
    mine: mineCard(words, pageOf(idea), { state: 'question', paged: true, draft: undefined }),
    project: projectCard(words, idea, place, true),
    projects: projectsCard(
      words,
      { projects: fives, total: 1000, start: 495, next: '500', previous: '490' },
      { kind: 'service', text: place.find },
      place,
    ),
    projectAsk: askCard(words, idea, '2027-03-01'),
    projectUpdate: updateFormCard(
      words,
      form(words, { happened: long(longest.happened), milestone: long(longest.milestone) }),
      idea,
    ),
    edit: editFormCard(words, form(words, typed), services),
    withdraw: withdrawFormCard(words, form(words, { reason: long(longest.reason) }), idea),
    link: linkFormCard(words, form(words, { link: inputs.link }), idea),
    askAgain: askAgainFormCard(words, form(words, { news: long(longest.reason) }), {
      ...idea,
      state: 'declined',
    }),
    comment: commentFormCard(words, form(words, { comment: long(longestComment) }), idea),
    comments: commentsCard(words, idea, longestComments(long), { paged: true, personId: 'p'.repeat(36) }),
    commented: commentedCard(words, idea, longestComments(long).documents),
    keepKind: keepKindForm(words, form(words, {}), { kind: 'Adoption', ideas: Array(25).fill(idea) }),
  };
}

function teamViews(words: Words, long: Long): Readonly<Record<string, CardView>> {
  const idea = longestSubmission(long);
  const feedback = longestFeedback(long);
  const told = feedbackNewsCard(words, feedback, 'reply');
  return {
    triage: triageCard(words, idea, due, now),
    triageProject: triageCard(words, longestSubmission(long, { kind: 'project' }), due, now),
    decide: decideFormCard(
      { words, actor: { tenantId: 't', personId: 'p', teamsUserId: 'u', name: long(100) } },
      {
        ...form(words, { reason: long(longest.reason), message: long(longest.message) }),
        about: { shown: 'trial' },
      },
      idea,
    ),
    ask: askFormCard(words, form(words, { question: long(longest.question) }), idea),
    triageComments: triageCommentsCard(words, idea, longestComments(long), true),
    feedbackInvite: feedbackInviteCard(words, [feedback, feedback, feedback]),
    feedbackForm: feedbackFormCard(words, form(words, { words: long(longestWords) }), { title: long(200) }),
    feedbackList: feedbackListCard(words, pageOf(feedback), true),
    feedbackReply: replyFormCard(words, form(words, { reply: long(longestOfFeedback.reply) }), feedback),
    feedbackChange: changeFormCard(
      words,
      form(words, { said: long(longestOfFeedback.said), what: long(longestOfFeedback.changed) }),
    ),
    ...(told && { feedbackNews: told }),
  };
}

function challengeViews(words: Words, long: Long): Readonly<Record<string, CardView>> {
  const body = challengeOf(long);
  const known = { id: 'c'.repeat(43), body };
  const time = { localDate: (instant: Date) => instant.toISOString().slice(0, 10) };
  const ideas = { count: 1000, shown: Array(10).fill(longestSubmission(long, { state: 'adopted' })) };
  const decided = [{ state: 'adopted', count: 500 } as const, { state: 'received', count: 500 } as const];
  const question = long(longestOfChallenge.question);
  const typed = Object.fromEntries(openFields.map((field) => [field, question]));
  const channels = Array.from({ length: mostChannels }, () => 'c'.repeat(43));
  return {
    challenge: challengeCard(words, known, { now, time, count: 1000, viewed: true, forTeam: 1000 }),
    challengeNews: challengeNews(words, known, { step: 'decided', ideas, decided }),
    challengeList: listCard(
      words,
      {
        list: 'past',
        items: Array(5).fill({ ...known, count: 1000, decided }),
        next: 'c'.repeat(400),
        paged: true,
        mayOpen: true,
      },
      { now, time },
    ),
    challengeForm: openFormCard(
      words,
      form(words, {
        ...typed,
        title: body.title,
        text: body.text,
        opensOn: body.opensOn,
        closesOn: body.closesOn,
        channels: channels.join(','),
        topics: body.topics.join(','),
      }),
      { choices: channels.map((id) => ({ id, name: long(60) })), all: 1000 },
    ),
    challengeEdit: editChallenge(words, form(words, { text: body.text, closesOn: body.closesOn }), known),
    challengeEnd: endFormCard(words, form(words, { end: 'close' }), known),
  };
}

function spreadViews(words: Words, long: Long): Readonly<Record<string, CardView>> {
  const who = { personId: 'p'.repeat(36), name: long(100) };
  const service = 'Adult social care and health';
  const benefits = { cashable: 9_999_999_999, other: long(longest.reason), confidence: 'high' } as const;
  const result = {
    by: who,
    at: now.toISOString(),
    outcome: 'partly',
    learnt: long(longestOfSpread.learnt),
    benefits,
  } as const;
  const source = { kind: 'idea', id: 'K7Q2MX', title: long(longest.title) } as const;
  const given = { source, service, lead: who, startedBy: who, named: { by: who, fallback: who }, result };
  const known = sampleReplication({ ...given, state: 'finished' });
  const running = sampleReplication(given);
  const typed = { learnt: result.learnt, other: benefits.other, cashable: '9999999999' };
  const page = pageOf(known.body);
  const filter = { state: 'any', service: 'any' } as const;
  return {
    spreadStart: startFormCard(
      { words, actor: { tenantId: 't', teamsUserId: 'u', ...who } },
      form(words, { service }),
      source,
      services,
    ),
    spreadReport: reportFormCard(words, form(words, typed), known),
    spreadEdit: editSpread(words, form(words, { lead: who.personId }), known),
    spreadEnd: endSpread(words, form(words, { reason: long(longestOfSpread.reason) }), known),
    replication: replicationCard(words, known, {
      manages: true,
      decides: true,
      leads: true,
      following: true,
      notice: 'running',
    }),
    spreadList: spreadList(words, page, { of: { idea: 'K7Q2MX' }, paged: true }),
    register: registerCard(words, page, {
      filter,
      total: 1000,
      services,
      paged: true,
      lost: new Set([known.body.lead.personId]),
    }),
    spreadNamed: namedCard(words, running, who),
    spreadRefused: refusedCard(words, running, who),
    spreadAsk: askSpread(words, running),
    spreadFollowed: spreadFollowed(words, known),
  };
}
