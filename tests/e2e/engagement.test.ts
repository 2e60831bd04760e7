import { expect, test } from '@jest/globals';
import { countMarks } from '../../src/engagement/marks.ts';
import { submissions } from '../../src/ideas/model.ts';
import { ideaSubject } from '../../src/ideas/recount.ts';
import { opensIdea, pressUntilAnswered } from './colleagues-ideas.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';

async function supportsStored({ store, teams }: Started): Promise<number> {
  const { documents } = await store.query(submissions, teams.tenantId, { limit: 1 });
  return countMarks(store, ideaSubject(teams.tenantId, documents[0]?.id ?? ''), 'support');
}

test('an idea is supported, followed and left again, and each person sees their own marks on the buttons', async () => {
  await using started = await startedService();
  const [ann, bob, cas] = ['Ann', 'Bob', 'Cas'].map((name) => started.teams.person(`${name} Sample`));
  if (!ann || !bob || !cas) throw new Error('Three people are needed');
  await sharesIdea(ann);
  const ofBob = await opensIdea(bob);
  expect(ofBob.text()).toContain('By Ann Sample');
  expect(ofBob.text()).toContain('No support yet');
  const supported = (await ofBob.press('Support')).card;
  expect(supported.text()).toContain('1 person supports this');
  expect(supported.text()).toContain('Press Follow if you want to hear what is decided');
  expect(supported.buttons()).toContain('Take support back');
  expect(supported.buttons()).not.toContain('Support');

  const ofCas = await opensIdea(cas);
  expect(ofCas.buttons()).toContain('Support');
  const unnamed = (await ofCas.press('Support without my name')).card;
  expect(unnamed.text()).toContain('2 people support this');
  const following = (await unnamed.press('Follow')).card;
  expect(following.text()).toContain('1 person follows it');
  expect(following.buttons()).toEqual(expect.arrayContaining(['Take support back', 'Stop following']));

  const back = (await supported.press('Take support back')).card;
  expect(back.text()).toContain('1 person supports this');
  expect(back.buttons()).toContain('Support');
  expect((await following.press('Stop following')).card.buttons()).toContain('Follow');
});

test('the author reads who supports the idea, and only the number of those who kept their names', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  await pressUntilAnswered(await opensIdea(started.teams.person('Bob Sample')), 'Support');
  await pressUntilAnswered(await opensIdea(started.teams.person('Cas Sample')), 'Support without my name');
  await ann.says('my ideas');
  const story = await (await ann.chat.messageSaying('My ideas')).card.press('Open');
  expect(story.text()).toContain('2 people support it: Bob Sample, one without a name');
  expect(story.text()).not.toContain('Cas Sample');
});

test('who supported by name and then presses without it is not named any more, and counts once', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await opensIdea(started.teams.person('Bob Sample'));
  await pressUntilAnswered(card, 'Support');
  expect((await pressUntilAnswered(card, 'Support without my name')).text()).toContain(
    '1 person supports this',
  );
  await ann.says('my ideas');
  const story = await (await ann.chat.messageSaying('My ideas')).card.press('Open');
  expect(story.text()).toContain('1 person supports it: one without a name');
});

test('fifty people who support at once, each twice at once, count as fifty', async () => {
  await using started = await startedService();
  await sharesIdea(started.teams.person('Ann Sample'));
  const cards = await Promise.all(
    Array.from({ length: 50 }, (_, n) => opensIdea(started.teams.person(`Sample person ${n}`))),
  );
  await Promise.all(
    cards.map(async (card) => {
      await Promise.all([card.press('Support', { twice: true }), card.press('Support')]);
      const supported = await pressUntilAnswered(card, 'Support');
      expect(supported.buttons()).toContain('Take support back');
    }),
  );
  expect(await supportsStored(started)).toBe(50);
  const late = await opensIdea(started.teams.person('Late Sample'));
  expect(late.text()).toContain('50 people support this');
});

test('of those who support and take back at once, those count whose last click was support', async () => {
  await using started = await startedService();
  await sharesIdea(started.teams.person('Ann Sample'));
  const cards = await Promise.all(
    Array.from({ length: 12 }, (_, n) => opensIdea(started.teams.person(`Sample person ${n}`))),
  );
  await Promise.all(
    cards.map(async (card, n) => {
      const supported = await pressUntilAnswered(card, 'Support');
      if (n % 3 > 0) await pressUntilAnswered(supported, 'Take support back');
      if (n % 3 > 1) await card.press('Support', { twice: true });
    }),
  );
  expect(await supportsStored(started)).toBe(8);
});

test('nobody supports or follows their own idea, and is told so kindly', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const own = await opensIdea(ann);
  expect(own.text()).toContain('This is your own idea');
  expect(own.buttons()).not.toContain('Support');
  expect(own.buttons()).not.toContain('Follow');
  const [, idea] = /· (\w{6}) ·/u.exec(own.text()) ?? [];
  const forged = own.tamper(() => ({ action: 'ideas.support', about: { idea: idea ?? '' } }));
  expect((await forged.press('All ideas')).text()).toContain('so we know that you are for it');
  expect(await supportsStored(started)).toBe(0);
});

test('followers hear of a decision with its reason; those who only support do not', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const [bob, cas] = [started.teams.person('Bob Sample'), started.teams.person('Cas Sample')];
  await pressUntilAnswered(await opensIdea(bob), 'Follow');
  await pressUntilAnswered(await opensIdea(cas), 'Support');
  await started.settled();
  const heardByCas = cas.chat.messages().length;
  const form = (await (await channel.as(tess).messageSaying('one form')).card.press('Decide')).card;
  form.fill({ Decision: 'Accept for trial', Reason: 'Sample reason: three months.' });
  await form.press('Decide');
  const news = await bob.chat.messageSaying('An idea you follow goes on trial');
  expect(news.text()).toContain('Sample reason: three months.');
  expect((await news.card.press('See the idea')).text()).toContain('Accepted for trial');
  expect((await news.card.press('Stop following')).card.buttons()).toContain('Follow');
  await started.settled();
  expect(cas.chat.messages()).toHaveLength(heardByCas);
});

test('a follower out of reach does not mark the author as out of reach', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const bob = started.teams.person('Bob Sample');
  await pressUntilAnswered(await opensIdea(bob), 'Follow');
  bob.blocks();
  const card = await channel.as(tess).messageSaying('one form');
  const form = (await card.card.press('Decide')).card;
  form.fill({ Decision: 'Park: not now', Reason: 'Sample reason.' });
  await form.press('Decide');
  await bob.says('hi');
  await bob.chat.messageSaying('An idea you follow: not now');
  await started.settled();
  expect(card.text()).not.toContain('cannot be reached');
});

test('only ideas for everybody are listed, without the names of those who asked for that', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  const naming = 'How should we name you?';
  await sharesIdea(ann, {
    Title: 'Sample idea for the team',
    [naming]: 'By name, to the innovation team only',
  });
  await sharesIdea(ann, { Title: 'Sample idea of nobody', [naming]: 'Not at all: my name is not stored' });
  await sharesIdea(ann, { Title: 'Sample idea declined' });
  const form = (await (await channel.as(tess).messageSaying('Sample idea declined')).card.press('Decide'))
    .card;
  form.fill({ Decision: 'Decline', Reason: 'Sample reason.' });
  await form.press('Decide');
  const bob = started.teams.person('Bob Sample');
  await bob.says('ideas');
  const list = await bob.chat.messageSaying('Ideas of colleagues');
  expect(list.text()).toContain('Sample idea of nobody');
  expect(list.text()).toContain('By somebody who asked not to be named');
  expect(list.text()).not.toContain('Ann Sample');
  expect(list.text()).not.toContain('for the team');
  expect(list.text()).not.toContain('declined');
});

test('ideas are found by words and paged, the newest first', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  for (let n = 1; n <= 7; n++)
    await sharesIdea(ann, { Title: `Sample ${n % 2 ? 'parking' : 'library'} idea ${n}` });
  const bob = started.teams.person('Bob Sample');
  await bob.says('ideas');
  const first = (await bob.chat.messageSaying('Ideas of colleagues')).card;
  expect(first.text()).toContain('idea 7');
  expect(first.text()).not.toContain('idea 2');
  const older = (await first.press('Older')).card;
  expect(older.text()).toContain('idea 2');
  expect(older.buttons()).not.toContain('Older');
  expect((await older.press('Newest')).text()).toContain('idea 7');
  await bob.says('ideas about parking');
  const found = await bob.chat.messageSaying('Found for “about parking”');
  expect([...found.text().matchAll(/idea (\d)/gu)].map(([, n]) => n)).toEqual(['7', '5', '3', '1']);
  await bob.says('ideas about zeppelins');
  await bob.chat.messageSaying('I found no idea about');
});
