import { expect, test } from '@jest/globals';
import { alikeCard } from '../../src/ideas/alike-card.ts';
import type { Alike } from '../../src/ideas/evidence/alike.ts';
import type { Submission } from '../../src/ideas/model.ts';
import { longest } from '../../src/ideas/terms.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { longestTeaser, longestTitle } from '../../src/reading/model.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { englishWords } from '../../src/words/words.ts';
import { cardFaults } from '../cards/card-faults.ts';
import { isObject } from '../teams/simulator/json.ts';

const words = englishWords('Europe/London');
const at = '2026-11-24T09:00:00.000Z';
const long = (length: number) => '“Ünï” '.repeat(length).slice(0, length);

const submission: Submission = {
  reference: 'K7Q2MX',
  kind: 'project',
  title: long(longest.title),
  change: long(longest.change),
  shapedBy: [],
  naming: 'named',
  author: { personId: 'sample-person', name: 'Sample Author' },
  topics: [],
  state: 'inReview',
  authorUnreachable: false,
  history: [{ n: 0, at, what: 'submitted' }],
  createdAt: at,
  form: { id: 'sample', content: 'sample' },
  ...noEvents,
};

const article: Alike['reading'][number] = {
  kind: 'article',
  id: 'a'.repeat(43),
  article: {
    kind: 'iNews',
    title: long(longestTitle),
    teaser: long(longestTeaser),
    source: { name: 'Sample source' },
    publishedAt: at,
    addedAt: at,
    order: at,
    topics: [],
    findable: [],
    text: ['Sample text.'],
    contentVersion: 1,
  },
};

test('with the longest idea and the most to show it is a faultless card, small enough for Teams', () => {
  const inputs = {
    title: long(longest.title),
    change: long(longest.change),
    kind: 'barrier' as const,
    benefit: long(longest.benefit),
    service: 'Sample service area with a long name',
    shapedBy: ['frontline' as const, 'residents' as const, 'partners' as const],
    link: `https://www.example.org/${'a'.repeat(longest.link - 24)}`,
    naming: 'anonymous' as const,
    control: 'procurement' as const,
    stops: long(500),
    hours: '',
    stage: 'practice' as const,
    milestone: '',
    milestoneOn: '',
    endsOn: '',
    answer1: long(longest.answer),
    answer2: long(longest.answer),
    answer3: long(longest.answer),
  };
  const message = {
    author: long(longest.messageAuthor),
    link: `https://teams.microsoft.com/l/message/${'a'.repeat(longest.messageLink - 38)}`,
  };
  const alike = { ideas: Array(3).fill(submission), reading: Array(3).fill(article) };
  for (const surface of ['dialog', 'message', 'inlineMessage'] as const) {
    // A form is opened from a message in a dialog alone.
    const about = { case: 'c'.repeat(43), ...(surface === 'dialog' && { message }) };
    const view = alikeCard(words, { about, formId: 'f'.repeat(36), inputs }, alike);
    const card: unknown = loadCards(words).draw(view, surface).content;
    expect(isObject(card) && cardFaults(card)).toEqual([]);
  }
});

test('it names nobody', () => {
  const unsent = {
    about: {},
    formId: 'sample-form',
    inputs: {
      title: 'Sample idea',
      change: 'Sample text.',
      kind: 'idea' as const,
      benefit: '',
      service: '',
      shapedBy: [],
      link: '',
      naming: 'named' as const,
      control: '' as const,
      stops: '',
      hours: '',
      stage: 'practice' as const,
      milestone: '',
      milestoneOn: '',
      endsOn: '',
      answer1: '',
      answer2: '',
      answer3: '',
    },
  };
  expect(JSON.stringify(alikeCard(words, unsent, { ideas: [submission], reading: [] }))).not.toContain(
    'Sample Author',
  );
});
