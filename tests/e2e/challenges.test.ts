import { expect, test } from '@jest/globals';
import { challenges, fingerprint } from '../../src/challenges/model.ts';
import type { Person } from '../teams/simulator/person.ts';
import { answers, opensChallenge, opensForm, postsOf, question, scene } from './challenge-scene.ts';
import { pressUntilAnswered } from './colleagues-ideas.ts';
import { movingClock } from './moving-clock.ts';
import { startedService } from './started-service.ts';

const monday = '2027-03-22T10:00:00Z';

test('a challenge is posted once in each chosen channel, and its own questions are answered in the form', async () => {
  await using started = await startedService({ clock: movingClock(monday) });
  const { ann, bob, tess, news, channel } = await scene(started);
  const opened = await opensChallenge(tess);
  expect(opened.text()).toContain('7 days left');
  expect(opened.text()).toContain('nothing has come in · 2 channels');
  const posted = await news.messageSaying(question);
  expect(posted.text()).toContain('Open until Monday 29 March 2027 at 17:00');
  expect(posted.card.buttons()).toEqual(['Share an idea']);

  const receipt = await answers(posted.card, {
    'Sample question: which letter first?': 'Sample answer: the reminder.',
  });
  expect(receipt.text()).toContain(`For the challenge “${question}”`);
  const triaged = await channel.as(tess).messageSaying('Sample idea: reminders by text');
  expect(triaged.text()).toContain(`For the challenge “${question}”`);
  expect(triaged.text()).toContain('Sample question: which letter first?\nSample answer: the reminder.');
  expect(triaged.text()).toContain('Bureaucracy');
  await ann.says('my ideas');
  const story = (await (await ann.chat.messageSaying('My ideas')).card.press('Open')).card;
  expect(story.text()).toContain('Sample answer: the reminder.');

  await bob.says('challenges');
  const list = await bob.chat.messageSaying('Open challenges');
  expect(list.text()).toContain('1 idea so far');
  expect(list.card.buttons()).not.toContain('Open a challenge');
  const view = await pressUntilAnswered(list.card, 'See it');
  expect(view.buttons()).toEqual(['Share an idea', 'All challenges']);
  await started.settled();
  expect(postsOf(news)).toHaveLength(1);
});

test('what came in and what was decided is told without those meant for the innovation team only', async () => {
  await using started = await startedService({ clock: movingClock(monday) });
  const { ann, bob, tess, tom, news, channel } = await scene(started);
  const opened = await opensChallenge(tess);
  const posted = await news.messageSaying(question);
  await answers(posted.card);
  await bob.says('challenges');
  const view = await pressUntilAnswered((await bob.chat.messageSaying('Open challenges')).card, 'See it');
  const eve = started.teams.person('Eve Sample');
  await answers(view, {
    Title: 'Sample secret',
    'How should we name you?': 'By name, to the innovation team only',
  });
  await eve.says('challenges');
  const other = await pressUntilAnswered((await eve.chat.messageSaying('Open challenges')).card, 'See it');
  await answers(other, {
    Title: 'Sample unnamed',
    'How should we name you?': 'Not at all: my name is not stored',
  });

  const end = (await opened.press('Close or take back')).card;
  const closed = (
    await end
      .fill({ 'What should happen?': 'Close it now, and post what came in' })
      .press('Do it', { twice: true })
  ).card;
  expect(closed.text()).toContain('3 ideas in all');
  const cameIn = await news.messageSaying('What came in');
  expect(cameIn.text()).toContain('2 ideas came in');
  expect(cameIn.text()).toContain('Sample idea: reminders by text\nBy Ann Sample');
  expect(cameIn.text()).toContain('Sample unnamed\nBy somebody who asked not to be named');
  expect(cameIn.text()).not.toMatch(/secret|Bob/u);
  await news.until(
    'the closed card',
    () => posted.text().includes('Closed on Monday 22 March 2027') || undefined,
  );
  expect(posted.card.buttons()).toEqual([]);

  const decide = async (title: string, decision: string, by: Person) => {
    const card = (await channel.as(by).messageSaying(title)).card;
    const form = (await card.press('Decide')).card;
    await form.fill({ Decision: decision, Reason: 'Sample reason.' }).press('Decide');
  };
  await decide('Sample idea: reminders by text', 'Adopt', tess);
  await decide('Sample unnamed', 'Decline', tom);
  await started.settled();
  expect(news.messages().some((one) => one.text().includes('What was decided'))).toBe(false);
  await decide('Sample secret', 'Accept for trial', tom);
  const told = await news.messageSaying('What was decided');
  expect(told.text()).toContain('1 adopted\n1 declined');
  expect(told.text()).toContain('Sample idea: reminders by text\nBy Ann Sample\nAdopted');
  expect(told.text()).not.toMatch(/secret|unnamed|trial/u);

  await ann.says('challenges');
  const none = await ann.chat.messageSaying('No challenge is open now');
  const past = await pressUntilAnswered(none.card, 'Past challenges');
  expect(past.text()).toContain('2 ideas came in\nDecided: 1 adopted, 1 declined');
});

test('an idea that comes late is kept as one of its own, with what was answered', async () => {
  await using started = await startedService({ clock: movingClock(monday) });
  const { ann, tess, news, channel } = await scene(started);
  const opened = await opensChallenge(tess);
  const posted = await news.messageSaying(question);
  const form = (await posted.card.press('Share an idea')).card;
  const stale = (await opened.press('Close or take back')).card;
  await stale.fill({ 'What should happen?': 'Close it now, and post what came in' }).press('Do it');
  await news.messageSaying('No idea that everybody may see came in');
  form.fill({
    Title: 'Sample late idea',
    'What would you change, and why?': 'Sample text, written while it closed.',
    'Sample question: which letter first?': 'Sample late answer.',
  });
  const receipt = (await form.press('Send')).card;
  expect(receipt.text()).toContain(`Written for the challenge “${question}”, which was not open any more`);
  const triaged = await channel.as(tess).messageSaying('Sample late idea');
  expect(triaged.text()).toContain('Sample late answer.');

  const again = (await opened.press('Edit')).text();
  expect(again).toContain('Closed');
  await ann.says('challenges');
  const past = await pressUntilAnswered(
    (await ann.chat.messageSaying('No challenge is open now')).card,
    'Past challenges',
  );
  expect(past.text()).toContain('No idea that everybody may see came in');
});

test('the team tells what was decided before all is, once, and a second press changes nothing', async () => {
  await using started = await startedService({ clock: movingClock(monday) });
  const { ann, tess, tom, news, channel } = await scene(started);
  const opened = await opensChallenge(tess);
  const posted = await news.messageSaying(question);
  await answers(posted.card);
  await answers(posted.card, { Title: 'Sample idea: one letter a household' });
  expect(opened.buttons()).not.toContain('Tell what was decided');
  const end = (await opened.press('Close or take back')).card;
  const choice = { 'What should happen?': 'Close it now, and post what came in' };
  const closed = (await end.fill(choice).press('Do it')).card;
  await news.messageSaying('2 ideas came in');
  const triaged = (await channel.as(tom).messageSaying('Sample idea: reminders by text')).card;
  const form = (await triaged.press('Decide')).card;
  await form.fill({ Decision: 'Accept for trial', Reason: 'Sample reason.' }).press('Decide');
  const told = (await closed.press('Tell what was decided', { twice: true })).card;
  expect(told.buttons()).not.toContain('Tell what was decided');
  const outcome = await news.messageSaying('What was decided');
  expect(outcome.text()).toContain('1 goes on trial\n1 is still being looked at');
  expect(outcome.text()).not.toContain('one letter a household');
  await closed.press('Tell what was decided');
  await ann.says('challenges');
  await ann.chat.messageSaying('No challenge is open now');
  await started.settled();
  expect(news.messages().filter((one) => one.text().includes('What was decided'))).toHaveLength(1);
});

test('a thousand challenges are read page by page, and of many channels the first are offered', async () => {
  await using started = await startedService({ clock: movingClock(monday) });
  const { tess, bob, team } = await scene(started);
  for (let n = 0; n < 70; n++) team.channel(`Channel ${n}`);
  const form = await opensForm(tess, 'Innovation: Channel 9');
  expect(form.text()).toContain('Only the first 60 of 74 channels can be chosen here.');
  await form.press('Open it');
  const [known] = (await started.store.query(challenges, started.teams.tenantId, { limit: 1 })).documents;
  if (!known) throw new Error('The challenge was not kept');
  const many = Array.from({ length: 999 }, (_, n) => ({
    id: fingerprint(String(n)),
    body: {
      ...known.body,
      title: `Sample challenge ${n}`,
      endsAt: `2027-04-01T17:00:00.${String(n).padStart(3, '0')}Z`,
    },
  }));
  for (let from = 0; from < many.length; from += 100)
    await started.store.createMany(challenges, started.teams.tenantId, many.slice(from, from + 100));
  await bob.says('challenges');
  let page = (await bob.chat.messageSaying('Open challenges')).card;
  expect(page.text()).toContain(question);
  for (const last of [8, 13, 18]) {
    page = await pressUntilAnswered(page, 'Next');
    expect(page.text()).toContain(`Sample challenge ${last}\n`);
  }
  expect(page.buttons().filter((name) => name === 'See it')).toHaveLength(5);
  expect((await pressUntilAnswered(page, 'From the start')).text()).toContain(question);
});

test('two of the team edit at once: the second is told and nothing of theirs is lost', async () => {
  await using started = await startedService({ clock: movingClock(monday) });
  const { tess, tom, news } = await scene(started);
  await opensChallenge(tess);
  const posted = await news.messageSaying(question);
  const formOf = async (person: Person) => {
    await person.says('challenges');
    const list = await person.chat.messageSaying('7 days left');
    return (await (await pressUntilAnswered(list.card, 'See it')).press('Edit')).card;
  };
  const [first, second] = [await formOf(tess), await formOf(tom)];
  await first.fill({ 'Last day': '2027-04-01' }).press('Save');
  await news.until('the new day', () => posted.text().includes('Thursday 1 April 2027') || undefined);
  const text = 'What it is about, and why you ask';
  const refused = (await second.fill({ [text]: 'Sample text of Tom.' }).press('Save')).card;
  expect(refused.text()).toContain('Meanwhile somebody else has changed it');
  expect(refused.valueOf(text)).toBe('Sample text of Tom.');
  const reworded = { 'Last day': '2027-04-01', Question: 'Sample question, reworded' };
  const saved = (await refused.fill(reworded).press('Save')).card;
  expect(saved.text()).toContain('Sample question, reworded');
  expect(saved.text()).toContain('Sample text of Tom.');
  expect(saved.text()).toContain('10 days left');
  await news.until('the new text', () => posted.text().includes('Sample text of Tom.') || undefined);
  await started.settled();
  const posts = news.messages().filter((one) => one.text().includes('Sample question, reworded'));
  expect(posts).toHaveLength(1);
});

test('only the innovation team opens, edits and ends challenges, and one taken back asks nothing any more', async () => {
  await using started = await startedService({ clock: movingClock(monday) });
  const { bob, tess, news } = await scene(started);
  const form = await opensForm(tess);
  const wrong = (await form.fill({ 'Last day': '2027-03-21' }).press('Open it')).card;
  expect(wrong.text()).toContain('The last day must not come before the first');
  const opened = (await wrong.fill({ 'Last day': '2027-03-29' }).press('Open it')).card;
  const posted = await news.messageSaying(question);

  await bob.says('challenges');
  const list = await bob.chat.messageSaying('Open challenges');
  for (const dialog of ['challenge.open', 'challenge.edit', 'challenge.end']) {
    const forged = list.card.tamper(({ action, about, ...rest }) => ({ ...rest, dialog, about: {} }));
    expect((await forged.press('See it')).text()).toContain('Only the innovation team can do this');
  }
  const end = (await opened.press('Close or take back')).card;
  await end.fill({ 'What should happen?': 'Take it back, and post nothing' }).press('Do it');
  await news.until(
    'the card taken back',
    () => posted.text().includes('has taken this challenge back') || undefined,
  );
  const late = await (await list.card.tamper((data) => data).press('See it')).text();
  expect(late).toContain('This challenge is not here');
});
