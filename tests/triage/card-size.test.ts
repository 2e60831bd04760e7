import { expect, test } from '@jest/globals';
import { dueDatesBy } from '../../src/ideas/due-dates.ts';
import type { HistoryEntry } from '../../src/ideas/history.ts';
import type { Submission } from '../../src/ideas/model.ts';
import { longest } from '../../src/ideas/terms.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import { triageCard } from '../../src/triage/cards.ts';
import { englishWords } from '../../src/words/words.ts';
import { cardFaults } from '../cards/card-faults.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';
import { isObject } from '../teams/simulator/json.ts';

const words = englishWords('Europe/London');
const at = '2027-02-22T10:00:00.000Z';
const by = { personId: '00000000-0000-4000-8000-000000000001', name: 'Sample Person With A Long Name' };
const long = (length: number) => 'Ünder a résumé '.repeat(length).slice(0, length);
const reason = long(longest.reason);
const wording = { title: long(longest.title), change: long(longest.change), benefit: long(longest.benefit) };

const steps: readonly HistoryEntry[] = [
  { n: 0, at, what: 'submitted' },
  { n: 1, at, what: 'edited', before: wording },
  { n: 2, at, what: 'asked', by, question: long(longest.question) },
  { n: 3, at, what: 'answered', to: 2, answer: long(longest.question) },
  { n: 4, at, what: 'decided', by, decision: 'trial', reason, message: long(longest.message) },
  { n: 5, at, what: 'checkedIn', by, happened: long(longest.happened) },
  { n: 6, at, what: 'extended', by, learnt: reason, endsOn: '2027-09-01' },
  { n: 7, at, what: 'decided', by, decision: 'declined', reason, message: long(longest.message) },
  { n: 8, at, what: 'reopened', by, reason },
  { n: 9, at, what: 'redacted', by, reason },
];

const full: Submission = sampleSubmission({
  ...wording,
  kind: 'barrier',
  control: 'it',
  stops: long(longest.stops),
  fromMessage: {
    author: long(longest.messageAuthor),
    link: `https://teams.microsoft.com/l/message/${'a'.repeat(longest.messageLink - 38)}`,
  },
  service: 'Sample service area with a long name',
  shapedBy: ['frontline', 'residents', 'partners'],
  state: 'inReview',
  history: [...steps],
  owner: by,
  coOwners: Array(4).fill(by),
  scores: [{ by, impact: 4, effort: 2 }],
  notes: Array(30).fill({ id: 'n', by, at, text: long(longest.note) }),
  opinions: Array(10).fill({ id: 'o', of: by, askedBy: by, question: 'q', askedAt: at, answer: reason }),
  caseLinks: Array(5).fill({ id: 'c', title: 'Sample place with a long name' }),
  absorbed: Array(3).fill({
    reference: 'K7Q2MY',
    title: wording.title,
    author: by,
    reservedAt: at,
    moved: true,
  }),
  link: `https://www.example.org/${'a'.repeat(400)}`,
  moreLinks: Array(4).fill(`https://www.example.org/${'b'.repeat(400)}`),
  counts: { supports: 1200, comments: 300 },
  naming: 'anonymous',
});

test('with the longest of everything the card is faultless and small enough for Teams', () => {
  const calendar = workingCalendar('Europe/London');
  const due = dueDatesBy(calendar, { acknowledge: 2, decide: 10 })(full);
  const view = triageCard(words, full, due, new Date(at));
  const content: unknown = loadCards(words).draw(view, 'inlineMessage').content;
  if (!isObject(content)) throw new Error('No card was drawn');
  process.stdout.write(`The largest triage card has ${Buffer.byteLength(JSON.stringify(content))} bytes\n`);
  expect(cardFaults(content)).toEqual([]);
});
