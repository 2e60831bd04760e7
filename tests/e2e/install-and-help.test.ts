import { expect, test } from '@jest/globals';
import { startedService } from './started-service.ts';

test('installing the bot in a chat posts one welcome card, though Teams tells of it twice and again', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.installs();
  const welcome = await ann.chat.messageSaying('Hello, I am iNews');
  expect(welcome.card.buttons()).toContain('Share an idea');
  await ann.installs();
  await ann.says('help');
  await ann.chat.messageSaying('in Teams');
  await started.settled();
  expect(ann.chat.messages().filter((message) => message.text().includes('Hello, I am iNews'))).toHaveLength(
    1,
  );
});

test('installing the bot in a team welcomes the channel once and offers a digest', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  const team = started.teams.team('Sample team').with(ann);
  await team.installs(ann);
  const welcome = await team.general.as(ann).messageSaying('Hello, I am iNews');
  expect(welcome.card.buttons()).toEqual(['Get a digest here', 'Share an idea', 'Latest articles']);
});

test.each(['hi', 'Hello', 'help', 'HELP!'])('%s is answered with what iNews can do', async (text) => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says(text);
  const help = await ann.chat.messageSaying('iNews, the innovation blog, in Teams');
  expect(help.text()).toContain('my ideas');
  expect(help.summary).toBe('What iNews can do for you');
});

test('help tells of the action on messages, and of no e-mail address where there is none', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says('help');
  const help = await ann.chat.messageSaying('iNews, the innovation blog, in Teams');
  expect(help.text()).toContain('choose Share as idea');
  expect(help.text()).not.toContain('by e-mail, to');
});

test('about tells who we are, how we research, what we do, the project, and how to reach the team', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says('about');
  const about = await ann.chat.messageSaying('About iNews');
  for (const part of ['Who we are', 'How we research', 'What we do', 'Pic & Mix', 'innovation@example.org'])
    expect(about.text()).toContain(part);
});

test('a text that calls nothing gets the nearest commands, never silence', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says('latst');
  const answer = await ann.chat.messageSaying('I did not understand that');
  expect(answer.text()).toContain('latest');
  await ann.says('🦆🦆🦆');
  await ann.chat.until('a second answer', () => (ann.chat.messages().length >= 2 ? true : undefined));
});

test('what is for one person is not shown in a channel', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  const team = started.teams.team('Sample team').with(ann);
  await team.installs(ann);
  await team.general.as(ann).says('my ideas');
  await team.general.as(ann).messageSaying('for your eyes only');
});
