import { longest as longestOfChallenge } from '../../src/challenges/model.ts';
import type { Comment } from '../../src/engagement/model.ts';
import { longestComment } from '../../src/engagement/model.ts';
import { type Feedback, longest as longestOfFeedback, longestWords } from '../../src/feedback/model.ts';
import type { ChallengeAsked } from '../../src/ideas/challenge-asked.ts';
import type { HistoryEntry } from '../../src/ideas/history.ts';
import type { Submission } from '../../src/ideas/model.ts';
import type { ShareInputs } from '../../src/ideas/share-form.ts';
import { longest, mostLinks } from '../../src/ideas/terms.ts';
import { noEvents } from '../../src/outbox/event.ts';
import type { Page } from '../../src/store/document-store.ts';

const at = '2026-11-24T09:00:00.000Z';

/** Makes a text of so many UTF-16 units. */
export type Long = (length: number) => string;

/** A text of one character over and over, never half of one. */
export const longOf =
  (character: string): Long =>
  (length) =>
    character.repeat(Math.floor(length / character.length)).padEnd(length, 'a');

const by = (long: Long) => ({ personId: 'p'.repeat(36), name: long(100) });

const longLink = `https://www.example.org/${'a'.repeat(longest.link - 24)}`;

/** Everything that may be typed into the form for an idea. */
export const longestShare = (long: Long): ShareInputs => ({
  title: long(longest.title),
  change: long(longest.change),
  kind: 'barrier',
  control: 'procurement',
  stops: long(longest.stops),
  hours: '999999',
  stage: 'practice',
  milestone: long(longest.milestone),
  milestoneOn: '2027-03-01',
  endsOn: '2027-09-01',
  benefit: long(longest.benefit),
  service: 'Adult social care and health',
  shapedBy: ['frontline', 'residents', 'partners'],
  link: longLink,
  naming: 'anonymous',
  answer1: long(longest.answer),
  answer2: long(longest.answer),
  answer3: long(longest.answer),
});

export const longestChallenge = (long: Long): ChallengeAsked => ({
  id: 'c'.repeat(43),
  title: long(longestOfChallenge.title),
  questions: Array<string>(3).fill(long(longestOfChallenge.question)),
  topics: ['bureaucracy'],
  open: true,
});

function longestHistory(long: Long): HistoryEntry[] {
  const who = by(long);
  const before = {
    title: long(longest.title),
    change: long(longest.change),
    benefit: long(longest.benefit),
    service: 'Adult social care and health',
  };
  const entries: HistoryEntry[] = [{ n: 0, at, what: 'submitted' }];
  const add = (entry: (n: number) => HistoryEntry) => entries.push(entry(entries.length));
  for (let round = 0; round < 5; round++) {
    add((n) => ({ n, at, what: 'edited', before }));
    add((n) => ({ n, at, what: 'asked', by: who, question: long(longest.question) }));
    add((n) => ({ n, at, what: 'answered', to: n - 1, answer: long(longest.question) }));
    add((n) => ({ n, at, what: 'updated', by: who, stage: 'pilot', happened: long(longest.happened) }));
    add((n) => ({ n, at, what: 'decided', by: who, decision: 'declined', reason: long(longest.reason) }));
    add((n) => ({ n, at, what: 'askedAgain', to: n - 1, news: long(longest.reason) }));
  }
  return entries;
}

/** A submission with everything that can stand on one, each of the greatest length. */
export function longestSubmission(long: Long, given: Partial<Submission> = {}): Submission {
  const inputs = longestShare(long);
  const { title, change, benefit, service, stops, link } = inputs;
  const challenge = longestChallenge(long);
  return {
    reference: 'K7Q2MX',
    kind: 'barrier',
    title,
    change,
    benefit,
    service,
    stops,
    link,
    control: 'procurement',
    project: {
      lead: by(long),
      stage: 'pilot',
      milestone: { text: long(longest.milestone), on: '2027-03-01' },
      endsOn: '2027-09-01',
    },
    innovationKind: 'adoption',
    shapedBy: ['frontline', 'residents', 'partners'],
    moreLinks: Array<string>(mostLinks - 1).fill(longLink),
    naming: 'named',
    author: by(long),
    byMail: {
      address: `${'a'.repeat(64)}@example.org`,
      name: long(100),
      outside: true,
      messageId: 'sample',
      attachments: Array<string>(20).fill(long(longest.title)),
      cut: true,
    },
    promptedBy: { kind: 'article', id: 'a'.repeat(43), title: long(200) },
    fromMessage: {
      author: long(longest.messageAuthor),
      link: 'https://teams.microsoft.com/l/message/'.padEnd(longest.messageLink, 'l'),
    },
    challenge: { id: challenge.id, title: challenge.title },
    answers: challenge.questions.map((question) => ({ question, answer: long(longest.answer) })),
    links: [{ kind: 'buildsOn', to: { kind: 'idea', id: 'K7Q2MX', title: long(longest.title) } }],
    theme: 'systems-audit',
    topics: ['mental-health-disability', 'children-families', 'customer-access'],
    state: 'question',
    owner: by(long),
    questionAsked: 2,
    authorUnreachable: true,
    counts: { supports: 1_000_000, comments: 1_000_000 },
    history: longestHistory(long),
    createdAt: at,
    form: { id: 'sample', content: 'sample' },
    ...noEvents,
    ...given,
  };
}

export const longestFeedback = (long: Long): Feedback => ({
  rating: 3,
  words: long(longestWords),
  by: by(long),
  article: { id: 'a'.repeat(43), title: long(200) },
  at,
  state: 'changed',
  reply: { by: by(long), text: long(longestOfFeedback.reply), at },
  changed: { by: by(long), said: long(longestOfFeedback.said), what: long(longestOfFeedback.changed) },
  changedAt: at,
  ...noEvents,
});

const longestTextOfComment = (long: Long): Comment => ({
  kind: 'comment',
  by: by(long),
  at,
  text: long(longestComment),
});

/** A page of five of something, with a place to go on from. */
export const pageOf = <T extends object>(body: T): Page<T> => ({
  documents: Array.from({ length: 5 }, () => ({
    id: `comment:${'c'.repeat(43)}`,
    partition: 'sample',
    etag: '',
    body,
  })),
  continuation: 'c'.repeat(400),
});

export const longestComments = (long: Long): Page<Comment> => pageOf(longestTextOfComment(long));
