import { expect, test } from '@jest/globals';
import { type Submission, submissions } from '../../src/ideas/model.ts';
import { changeSubmission } from '../../src/ideas/steps.ts';
import { agreeToThanks, thankIn } from '../../src/ideas/thanks.ts';
import type { Delivery } from '../../src/outbox/delivery.ts';
import type { RaisedEvent } from '../../src/outbox/listener.ts';
import { planDelivery } from '../../src/outbox/plan-delivery.ts';
import { thanksDelivery, thanksListeners } from '../../src/recognition/posting.ts';
import { englishWords } from '../../src/words/words.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';
import { memoryStore } from '../store/memory-store.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const tenant = 'sample-tenant';
const words = englishWords('Europe/London');
const author = { personId: 'ann', name: 'Ann Sample' };

/** The deliveries that the last event of the idea asks for. */
async function planned(store: ReturnType<typeof memoryStore>) {
  const event = (await store.get(submissions, tenant, 'K7Q2MX'))?.body.events.at(-1);
  const listener = thanksListeners().find((one) => one.event === event?.type);
  if (!event || !listener) throw new Error('The idea has raised an event that is listened to');
  const raised: RaisedEvent = {
    ...event,
    collection: submissions.name,
    partition: tenant,
    documentId: 'K7Q2MX',
  };
  const deliveries: Delivery[] = [];
  for await (const page of listener.plan(raised, store))
    deliveries.push(...page.map((one, n) => planDelivery(event, one, n, now)));
  return deliveries;
}

test('with consent thanks are posted; taken back before, nothing is; afterwards they are redrawn without the name', async () => {
  const store = memoryStore();
  const { draw } = thanksDelivery({ store, words });
  const body = sampleSubmission({ title: 'Sample idea', state: 'adopted', author });
  await store.create(submissions, tenant, { id: 'K7Q2MX', body });
  const change = (next: (current: Submission) => Submission | undefined) =>
    changeSubmission(store, tenant, 'K7Q2MX', next);
  await change((current) => agreeToThanks(current, true, now));
  await change((current) => thankIn(current, ['channel'], now));
  const [post, ...others] = await planned(store);
  if (!post) throw new Error('Thanks are posted');
  expect([post.key, post.updates, others]).toEqual(['thanks/K7Q2MX/1>channel', undefined, []]);
  expect((await draw(post))?.summary).toBe('Thank you, Ann Sample: Sample idea');

  await change((current) => agreeToThanks(current, false, now));
  expect(await draw(post)).toBeUndefined();
  const [redraw] = await planned(store);
  expect(redraw?.updates).toBe(post.key);
  expect(redraw && (await draw(redraw))?.summary).toBe('An idea is adopted: Sample idea');
});
