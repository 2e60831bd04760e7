import { expect, test } from '@jest/globals';
import type { Person } from '../teams/simulator/person.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { startedService } from './started-service.ts';

const elsewhere = {
  'How much does the work leave to your own judgement?': 'Little: the steps are laid down',
  'What is it about? Take the first that is true.': 'It worked elsewhere and we would take it over',
};

async function findsKind(person: Person) {
  await person.says('kinds');
  const kinds = await person.chat.messageSaying('Kinds of innovation');
  const form = (await kinds.card.press('Which kind is it?')).card;
  return form.fill(elsewhere).press('Show the kind');
}

test('two answers lead to a kind, which goes along into a new idea and onto the triage card', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  const found = await findsKind(ann);
  expect(found.text()).toContain('Adoption');
  expect(found.text()).toContain('permission to adapt it');
  const form = (await found.card.press('Share an idea of this kind')).card;
  expect(form.text()).toContain('Kind of innovation: Adoption');
  form.fill({
    Title: 'Sample idea from elsewhere',
    'What would you change, and why?': 'Sample text, long enough to say what should change.',
  });
  expect((await form.press('Send')).text()).toContain('Your reference is');
  const card = await channel.as(tess).messageSaying('Sample idea from elsewhere');
  expect(card.text()).toContain('Kind of innovation: Adoption');
  expect(card.text()).toContain('Support that helps: the people who did it');
});

test('the kind is kept on an own undecided idea, pressed twice or not, and the triage card is redrawn', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, { Title: 'Sample idea that is decided' });
  const decided = await channel.as(tess).messageSaying('Sample idea that is decided');
  const decision = (await decided.card.press('Decide')).card;
  await decision.fill({ Decision: 'Adopt', Reason: 'Sample reason' }).press('Decide');
  await sharesIdea(ann, { Title: 'Sample idea that is open' });
  await sharesIdea(started.teams.person('Bob Sample'), { Title: 'Sample idea of Bob' });
  const card = await channel.as(tess).messageSaying('Sample idea that is open');

  const form = (await (await findsKind(ann)).card.press('Keep it on one of my ideas')).card;
  const offered = JSON.stringify(form.json);
  expect(offered).not.toContain('Sample idea that is decided');
  expect(offered).not.toContain('Sample idea of Bob');
  expect(form.valueOf('Which idea?')).toContain('Sample idea that is open');
  const story = await form.press('Keep it', { twice: true });
  expect(story.text().match(/You chose its kind of innovation: Adoption/gu)).toHaveLength(1);
  await channel
    .as(tess)
    .until('the kind on the card', () => card.text().includes('Kind of innovation: Adoption') || undefined);
});

test('nobody keeps a kind on an idea of somebody else', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const [ann, bob] = [started.teams.person('Ann Sample'), started.teams.person('Bob Sample')];
  await sharesIdea(ann, { Title: 'Sample idea of Ann' });
  await sharesIdea(bob, { Title: 'Sample idea of Bob' });
  const ofAnn = await channel.as(tess).messageSaying('Sample idea of Ann');
  const reference = /([2-9B-Z]{6}) ·/u.exec(ofAnn.text())?.[1];
  const form = (await (await findsKind(bob)).card.press('Keep it on one of my ideas')).card;
  const outcome = await form.tamper((data) => ({ ...data, idea: reference })).press('Keep it');
  expect(outcome.text()).toContain('I cannot find that one among your ideas');
  await started.settled();
  expect(ofAnn.text()).not.toContain('Kind of innovation');
});

test('in a channel the kinds are for all, one’s own ideas are not shown there by a form in place', async () => {
  await using started = await startedService({ settings: { INEWS_FORMS: 'inline' } });
  const { channel, tess } = await innovationTeam(started.teams);
  await channel.as(tess).says('kinds');
  const kinds = await channel.as(tess).messageSaying('Kinds of innovation');
  const form = (await kinds.card.press('Which kind is it?')).card;
  const found = await form.fill(elsewhere).press('Show the kind');
  expect((await found.card.press('Keep it on one of my ideas')).text()).toContain('for your eyes only');
});
