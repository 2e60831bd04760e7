import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import { type DocumentStore, StoreUnavailable } from '../../src/store/document-store.ts';
import { until } from '../teams/simulator/until.ts';
import { startedService } from './started-service.ts';

/** A store whose writes of submissions do what `before` does first. */
const hindered = (inner: DocumentStore, before: () => Promise<void>): DocumentStore => ({
  ...inner,
  async create(collection, partition, document) {
    if (collection.name === submissions.name) await before();
    return inner.create(collection, partition, document);
  },
});

test('when the store does not answer, the form comes back as typed and can be sent again', async () => {
  let down = true;
  const fail = async () => {
    if (down) throw new StoreUnavailable('The store is down for this test');
  };
  await using started = await startedService({ store: (inner) => hindered(inner, fail) });
  const ann = started.teams.person('Ann Sample');
  await ann.says('idea');
  const form = (await (await ann.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  form.fill({ Title: 'Sample idea', 'What would you change, and why?': 'Sample text, long enough.' });
  const refused = (await form.press('Send')).card;
  expect(refused.text()).toContain('Something went wrong on our side');
  expect(refused.valueOf('Title')).toBe('Sample idea');
  down = false;
  expect((await refused.press('Send')).text()).toContain('Your reference is');
});

test('when the store is slow, the person is told within the deadline, and a second press makes no second idea', async () => {
  const slow = Promise.withResolvers<void>();
  let written = 0;
  const wait = async () => {
    await slow.promise;
    written += 1;
  };
  const answerWithinMs = 1_000;
  await using started = await startedService({ store: (inner) => hindered(inner, wait), answerWithinMs });
  const ann = started.teams.person('Ann Sample');
  await ann.says('idea');
  const form = (await (await ann.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  form.fill({ Title: 'Sample idea', 'What would you change, and why?': 'Sample text, long enough.' });
  const late = (await form.press('Send')).card;
  expect(late.text()).toContain('This is taking longer than usual');
  expect(late.valueOf('Title')).toBe('Sample idea');
  slow.resolve();
  let again = await late.press('Send');
  // On a busy machine it may take longer once more, as a person would see it.
  while (again.text().includes('This is taking longer')) again = await again.card.press('Send');
  expect(again.text()).toContain('Your reference is');
  await until('both presses to have written', () => written >= 2 || undefined);
  await started.settled();
  const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 10 });
  expect(documents).toHaveLength(1);
});

test('the service says that it is not ready while the store does not answer', async () => {
  let down = false;
  await using started = await startedService({
    store: (inner) => ({
      ...inner,
      async ping() {
        if (down) throw new StoreUnavailable('The store is down for this test');
      },
    }),
  });
  const ready = async () => (await fetch(`http://127.0.0.1:${started.service.port}/readyz`)).status;
  expect(await ready()).toBe(200);
  down = true;
  expect(await ready()).toBe(503);
});
