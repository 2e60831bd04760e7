import { expect, test } from '@jest/globals';
import { authorListeners } from '../../src/ideas/author-news.ts';
import { mailCards, mailListeners } from '../../src/ideas/mail-news.ts';
import { submissions } from '../../src/ideas/model.ts';
import { englishWords } from '../../src/words/words.ts';
import { sampleDelivery } from '../outbox/sample-delivery.ts';
import { memoryStore } from '../store/memory-store.ts';
import { sampleSubmission } from './sample-submission.ts';

const words = englishWords('Europe/London');
const dueDates = () => ({ acknowledge: new Date(), decide: new Date(), near: new Date() });

test('an author who came by e-mail is told of every step that one in Teams is told of', () => {
  const inTeams = authorListeners({ receiptCloses: true });
  const byMail = mailListeners().map(({ event }) => event);
  expect(byMail).toEqual(expect.arrayContaining(inTeams.map(({ event }) => event)));
});

test('the letter about a published project says so in words', async () => {
  const store = memoryStore();
  const { author, ...mailed } = sampleSubmission({ kind: 'project', state: 'published' });
  const by = { personId: 'tess', name: 'Sample Tess' };
  const at = '2026-03-03T09:00:00.000Z';
  const byMail = {
    address: 'sample@council.example',
    name: 'Sample Sender',
    outside: false,
    messageId: '<1@council.example>',
    attachments: [],
    cut: false,
  };
  const history = [...mailed.history, { n: 1, at, what: 'published' as const, by }];
  await store.create(submissions, 'sample-tenant', { id: 'K7Q2MX', body: { ...mailed, byMail, history } });
  const card = mailCards({ store, words, dueDates }).find(({ name }) => name === 'ideas/mail-news');
  const view = await card?.draw(
    sampleDelivery('sample', { about: { tenant: 'sample-tenant', idea: 'K7Q2MX', entry: '1' } }),
  );
  expect(view?.summary).toBe('[K7Q2MX] Your project is published: Sample idea: one form');
});
