import { expect, test } from '@jest/globals';
import type { Person } from '../teams/simulator/person.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { startedService } from './started-service.ts';

async function opensStory(person: Person, nth = 0) {
  await person.says('my ideas');
  const list = await person.chat.messageSaying('My ideas');
  return (await list.card.press('Open', { nth })).card;
}

test('an author edits while it is undecided; the team sees that it was, and what it said before', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const decide = (await card.card.press('Decide')).card;
  decide.fill({ Decision: 'Decline', Reason: 'Sample reason of Tess' });

  const story = await opensStory(ann);
  expect(story.text()).toContain('What happens next');
  expect(story.text()).toMatch(/looks at it by \w+day .* and decides by \w+day/u);
  const [first, second] = [(await story.press('Edit')).card, (await story.press('Edit')).card];
  expect(first.valueOf('Title')).toBe('Sample idea: one form');
  first.fill({ Title: 'Sample idea: one short form' });
  expect((await first.press('Save', { twice: true })).text()).toContain('You edited it.');

  second.fill({ Title: 'Sample idea: another form' });
  const meanwhile = (await second.press('Save')).card;
  expect(meanwhile.text()).toContain('You edited it from somewhere else');
  expect(meanwhile.valueOf('Title')).toBe('Sample idea: another form');

  await channel
    .as(tess)
    .until('the edit on the card', () =>
      card.text().includes('Edited by the author') && card.text().includes('one short form')
        ? true
        : undefined,
    );
  const shown = card.card;
  await shown.press('What it said before');
  expect(shown.text()).toContain('Sample idea: one form\n');
  const looked = (await decide.press('Decide')).card;
  expect(looked.text()).toContain('Meanwhile the author has edited it');
  expect((await looked.press('Decide')).text()).toContain('Declined');
});

test('of a withdrawal and a decision at the same time exactly one stands, and the other is told kindly', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('one form');
  const decide = (await card.card.press('Decide')).card;
  decide.fill({ Decision: 'Adopt', Reason: 'Sample reason of Tess' });
  const withdraw = (await (await opensStory(ann)).press('Withdraw')).card;
  withdraw.fill({ 'Why? You need not say.': 'Sample reason of Ann' });
  const [decided, withdrawn] = await Promise.all([decide.press('Decide'), withdraw.press('Withdraw it')]);
  if (withdrawn.text().includes('Now: Withdrawn')) {
    expect(decided.text()).toContain('Meanwhile the author has withdrawn it');
    expect(decided.card.valueOf('Reason')).toBe('Sample reason of Tess');
  } else {
    expect(withdrawn.text()).toContain('Tess Sample has decided on it already: Adopted');
    expect(withdrawn.card.valueOf('Why? You need not say.')).toBe('Sample reason of Ann');
    expect(decided.text()).toContain('Adopted');
  }
});

test('what is withdrawn is closed for everybody, once, and the triage card shows it', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('one form');
  const late = (await (await channel.as(tom).messageSaying('one form')).card.press('Decide')).card;
  const question = (await card.card.press('Ask a question')).card;
  const withdraw = (await (await opensStory(ann)).press('Withdraw')).card;
  withdraw.fill({ 'Why? You need not say.': 'Sample reason of Ann' });
  expect((await withdraw.press('Withdraw it', { twice: true })).text()).toContain('Now: Withdrawn');
  late.fill({ Decision: 'Adopt', Reason: 'Sample reason of Tom' });
  const refused = (await late.press('Decide')).card;
  expect(refused.text()).toContain('Meanwhile the author has withdrawn it');
  expect(refused.valueOf('Reason')).toBe('Sample reason of Tom');
  question.fill({ 'Your question': 'Which three forms are they?' });
  expect((await question.press('Send question')).text()).toContain('the author has withdrawn it');
  await channel
    .as(tess)
    .until('the withdrawal on the card', () =>
      card.text().includes('Withdrawn by the author') && card.text().includes('Sample reason of Ann')
        ? true
        : undefined,
    );
  expect(card.card.buttons()).toEqual(['More']);
});

test('after a decline its author asks again with something new, and the team sees it beside the old reason', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('one form');
  const decide = (await card.card.press('Decide')).card;
  decide.fill({ Decision: 'Decline', Reason: 'Sample reason: too dear.' });
  await decide.press('Decide');
  const story = await opensStory(ann);
  expect(story.buttons()).not.toContain('Withdraw');
  const again = (await story.press('Ask again')).card;
  expect(again.text()).toContain('Sample reason: too dear.');
  again.fill({ 'What is new?': 'Sample news: another council gives its form away.' });
  expect((await again.press('Ask again', { twice: true })).text()).toContain('Now: Received');
  const anew = await channel.as(tess).messageSaying('Sample news: another council');
  expect(anew.text()).toContain('Sample reason: too dear.');
  await channel
    .as(tess)
    .until('both cards', () => (card.text().includes('The author asks again') ? true : undefined));
  const accept = (await anew.card.press('Decide')).card;
  accept.fill({ Decision: 'Accept for trial', Reason: 'Sample reason: let us try.' });
  expect((await accept.press('Decide')).text()).toContain('Accepted for trial');
  await started.settled();
  expect(
    channel
      .as(tess)
      .messages()
      .filter((one) => one.text().includes('one form')),
  ).toHaveLength(2);
});

test('a link is added once and can be opened from the triage card', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, { Link: 'https://www.example.org/one' });
  const card = await channel.as(tess).messageSaying('one form');
  const form = (await (await opensStory(ann)).press('Add a link')).card;
  form.fill({ Link: 'www.example.org/two' });
  expect((await form.press('Add it', { twice: true })).text()).toContain('You added a link:');
  await channel
    .as(tess)
    .until('the link on the card', () => (card.card.buttons().includes('Open link 2') ? true : undefined));
});

test('my ideas are shown by state, and nobody acts on those of others or on an anonymous one', async () => {
  await using started = await startedService();
  const [ann, eve] = [started.teams.person('Ann Sample'), started.teams.person('Eve Sample')];
  await sharesIdea(ann, { Title: 'Sample idea one' });
  await sharesIdea(ann, { Title: 'Sample idea two' });
  const story = await opensStory(ann);
  await (await story.press('Withdraw')).card.press('Withdraw it');
  await ann.says('my ideas');
  const list = (await ann.chat.messageSaying('My ideas')).card;
  list.fill({ Show: 'Withdrawn' });
  const withdrawn = (await list.press('Show')).card;
  expect(withdrawn.text()).toContain('Sample idea two');
  expect(withdrawn.text()).not.toContain('Sample idea one');
  withdrawn.fill({ Show: 'Adopted' });
  expect((await withdrawn.press('Show')).text()).toContain('None of yours is in this state now.');

  const receipt = await sharesIdea(ann, { 'How should we name you?': 'Not at all: my name is not stored' });
  const anonymous = /reference is (\w{6})/u.exec(receipt.text())?.[1] ?? '';
  const own = await opensStory(ann, 1);
  own.tamper((data) => ({ ...data, about: { idea: anonymous } }));
  expect((await own.press('Withdraw')).text()).toContain('I cannot find that one among your ideas');

  await sharesIdea(eve);
  const ofEve = await opensStory(eve);
  const reference = /· (\w{6}) ·/u.exec(own.text())?.[1] ?? '';
  ofEve.tamper((data) => ({ ...data, about: { idea: reference } }));
  for (const button of ['Withdraw', 'Add a link'])
    expect((await ofEve.press(button)).text()).toContain('I cannot find that one among your ideas');
});
