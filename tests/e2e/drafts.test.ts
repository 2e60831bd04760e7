import { expect, test } from '@jest/globals';
import { drafts } from '../../src/ideas/draft-model.ts';
import { submissions } from '../../src/ideas/model.ts';
import { until } from '../teams/simulator/until.ts';
import { alikeIdea, evidenceHeading, isAsked, opensShare, sharesFindable } from './similar-ideas.ts';
import { type Started, startedService } from './started-service.ts';

const left = 'You left a form unfinished';
const anonymous = { 'How should we name you?': 'Not at all: my name is not stored' };

const kept = async ({ store, teams }: Started) =>
  (await store.query(drafts, teams.tenantId, { limit: 100 })).documents;

const untilKept = (started: Started, count: number) =>
  until(`${count} unfinished forms to be kept`, async () =>
    (await kept(started)).length === count ? true : undefined,
  );

async function people(started: Started) {
  const [ann, bob, cat] = ['Ann', 'Bob', 'Cat'].map((name) => started.teams.person(`${name} Sample`));
  if (!ann || !bob || !cat) throw new Error('Three people are needed');
  await sharesFindable(started, ann);
  return { ann, bob, cat };
}

test('a form that was left at the question is offered to its author alone, and goes on with all that was typed', async () => {
  await using started = await startedService({ searches: true });
  const { ann, bob, cat } = await people(started);
  await isAsked(bob, {
    ...alikeIdea,
    'Service area': 'Housing',
    'What is it?': 'A barrier: a rule or system that stops good work',
  });
  await untilKept(started, 1);
  for (const other of [ann, cat]) expect((await opensShare(other)).text()).not.toContain(left);

  const offer = await opensShare(bob);
  expect(offer.text()).toContain(left);
  expect(offer.text()).toContain(alikeIdea.Title);
  const form = (await offer.press('Go on with it')).card;
  expect(form.valueOf('Title')).toBe(alikeIdea.Title);
  expect(form.valueOf('Service area')).toBe('Housing');
  const receipt = await (await isAsked(bob, {}, form)).press('Different, send mine', { twice: true });
  expect(receipt.text()).toContain('Your reference is');
  await untilKept(started, 0);
  expect((await opensShare(bob)).fields()).toContain('Title');
});

test('my ideas shows it, and starting afresh forgets it', async () => {
  await using started = await startedService({ searches: true });
  const { bob } = await people(started);
  await bob.says('my ideas');
  expect((await bob.chat.messageSaying('not shared anything')).text()).not.toContain(left);
  await isAsked(bob);
  await untilKept(started, 1);
  await bob.says('my ideas');
  const mine = await bob.chat.messageSaying(left);
  expect(mine.text()).toContain(alikeIdea.Title);
  expect((await mine.card.press('Go on with it')).card.valueOf('Title')).toBe(alikeIdea.Title);
  const fresh = (await mine.card.press('Start afresh')).card;
  expect(fresh.valueOf('Title')).toBe('');
  await untilKept(started, 0);
  // Pressed on an old card, when nothing is left to go on with, it opens an empty form.
  expect((await mine.card.press('Go on with it')).card.valueOf('Title')).toBe('');
});

test('only the last form is kept, for thirty days, and one that was sent after all is not offered', async () => {
  await using started = await startedService({ searches: true });
  const { bob } = await people(started);
  const first = await isAsked(bob);
  const form = (await (await opensShare(bob)).press('Start afresh')).card;
  const second = await isAsked(bob, { ...alikeIdea, Title: 'Sample idea: the second' }, form);
  await until('the second to be kept', async () =>
    (await kept(started))[0]?.body.typed.title === 'Sample idea: the second' ? true : undefined,
  );
  const [draft] = await kept(started);
  if (!draft) throw new Error('No form is kept');
  expect(drafts.expiresAt?.(draft.body)).toMatch(/^2026-12-24T/u);
  await first.press('Different, send mine');
  await second.press('Different, send mine');
  // As when another replica kept it at the very moment at which it was sent.
  await untilKept(started, 0);
  await started.store.create(drafts, started.teams.tenantId, { id: draft.id, body: draft.body });
  expect((await opensShare(bob)).fields()).toContain('Title');
});

test('an anonymous form leaves nothing, and takes with it what it was before its author chose so', async () => {
  await using started = await startedService({ searches: true });
  const { bob, cat } = await people(started);
  await isAsked(cat, { ...alikeIdea, ...anonymous });
  await isAsked(bob);
  await untilKept(started, 1);
  const form = (await (await opensShare(bob)).press('Go on with it')).card;
  const asked = await isAsked(bob, anonymous, form);
  await untilKept(started, 0);
  expect((await asked.press('Different, send mine')).text()).toContain('Your reply code is');
  expect(await kept(started)).toEqual([]);
});

test('when nothing of drafts can be read or written, forms open and ideas are taken all the same', async () => {
  await using started = await startedService({
    searches: true,
    store: (inner) => ({
      ...inner,
      get: (collection, partition, id) =>
        collection.name === 'drafts'
          ? Promise.reject(new Error('Sample outage'))
          : inner.get(collection, partition, id),
      createMany: (collection, partition, documents) =>
        collection.name === 'drafts'
          ? Promise.reject(new Error('Sample outage'))
          : inner.createMany(collection, partition, documents),
    }),
  });
  const { bob } = await people(started);
  const asked = await isAsked(bob);
  expect(asked.text()).toContain(evidenceHeading);
  expect((await opensShare(bob)).fields()).toContain('Title');
  expect((await asked.press('Different, send mine')).text()).toContain('Your reference is');
  const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 10 });
  expect(documents).toHaveLength(2);
});
