import { expect, test } from '@jest/globals';
import { askUpdates } from '../../src/ideas/ask-updates.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import { englishWords } from '../../src/words/words.ts';
import type { Person } from '../teams/simulator/person.ts';
import { innovationTeam } from './innovation-team.ts';
import { type MovingClock, movingClock } from './moving-clock.ts';
import { type Started, startedService } from './started-service.ts';

const timeZone = 'Europe/London';

async function sharesProject(author: Person, fillings: Readonly<Record<string, string>> = {}) {
  await author.says('idea');
  const form = (await (await author.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  await form.press('Add more');
  await form.press('More about a project');
  form.fill({
    Title: 'Sample project: one number',
    'What would you change, and why?': 'Sample text: tenants ring one number for every repair.',
    'What is it?': 'A project already under way',
    'Service area': 'Housing',
    'For a project: how far is it?': 'Pilot',
    'For a project: the next milestone': 'Sample milestone',
    'For a project: the milestone’s date': '2027-03-01',
    ...fillings,
  });
  return form.press('Send');
}

/** Runs the job that asks leads; what it causes is relayed by whatever comes next to the project. */
async function runAskJob({ store, teams }: Started, clock: MovingClock) {
  const readClock = wallClock(timeZone);
  await askUpdates({
    store,
    clock,
    telemetry: logTelemetry('silent'),
    words: englishWords(timeZone),
    relay: () => undefined,
    tenants: [teams.tenantId],
    services: [],
    calendar: workingCalendar(timeZone),
    localDate: (instant) => readClock(instant).date,
  }).run(new AbortController().signal);
}

test('a project is published, its lead is asked at the milestone, and others read how it goes', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  await using started = await startedService({ clock });
  const { channel, tess } = await innovationTeam(started.teams);
  const [ann, bob] = [started.teams.person('Ann Sample'), started.teams.person('Bob Sample')];
  expect((await sharesProject(ann)).text()).toContain('Projects are not judged as ideas are');

  const card = await channel.as(tess).messageSaying('Sample project: one number');
  expect(card.text()).toContain('Next milestone, Monday 1 March 2027: Sample milestone');
  expect(card.card.buttons()).not.toContain('Decide');
  const published = await card.card.press('Publish', { twice: true });
  expect(published.text()).toContain('Published');
  await ann.chat.messageSaying('Your project is published');

  clock.goTo('2027-03-01T08:30:00Z');
  await runAskJob(started, clock);
  const question = (await card.card.press('Ask a question')).card;
  await question.fill({ 'Your question': 'Who may visit?' }).press('Send question');
  const asked = await ann.chat.messageSaying('You planned for Monday 1 March 2027: Sample milestone.');
  const form = (await asked.card.press('Send an update')).card;
  expect(form.valueOf('How far is it?')).toBe('Pilot');
  form.fill({
    'What has happened?': 'Sample update: the first area answers.',
    'Next milestone': 'Second area',
  });
  const refused = (await form.press('Send update')).card;
  expect(refused.text()).toContain('Please give the date of the milestone.');
  refused.fill({ 'How far is it?': 'Live', 'The milestone’s date': '2027-04-12' });
  await refused.press('Send update', { twice: true });
  await channel
    .as(tess)
    .until(
      'the update on the card',
      () => card.text().includes('Sample update: the first area answers.') || undefined,
    );
  expect(card.text()).toContain('Next milestone, Monday 12 April 2027: Second area');

  await bob.says('projects housing');
  const list = await bob.chat.messageSaying('Projects about Housing');
  const page = (await list.card.press('Open')).card;
  expect(page.text()).toContain('Lead: Ann Sample');
  expect(page.text().match(/Sample update: the first area answers\./gu)).toHaveLength(1);
  expect(page.buttons()).not.toContain('Send an update');
});

test('only its lead tells of a project, which ends when the lead says so', async () => {
  await using started = await startedService({ clock: movingClock('2027-02-22T10:00:00Z') });
  const { channel, tess } = await innovationTeam(started.teams);
  const [ann, bob] = [started.teams.person('Ann Sample'), started.teams.person('Bob Sample')];
  await sharesProject(ann);
  await sharesProject(bob, { Title: 'Sample project of Bob' });
  await (await channel.as(tess).messageSaying('Sample project: one number')).card.press('Publish');
  await (await channel.as(tess).messageSaying('Sample project of Bob')).card.press('Publish');
  const news = await ann.chat.messageSaying('Your project is published');
  const story = (await news.card.press('See the whole story')).card;
  const form = (await story.press('Send an update')).card;

  const reference = /([2-9B-Z]{6}) ·/u.exec(
    (await channel.as(tess).messageSaying('Sample project of Bob')).text(),
  )?.[1];
  const forged = (data: object) => ({ ...data, about: { idea: reference } });
  form.fill({ 'How far is it?': 'Ended', 'What has happened?': 'Sample update: it is over.' });
  const outcome = await form.tamper(forged).press('Send update');
  expect(outcome.text()).toContain('Only the lead of a published project');
  const ended = await form.tamper((data) => data).press('Send update');
  expect(ended.text()).toContain('Ended');
  const card = await channel.as(tess).messageSaying('Sample update: it is over.');
  expect(card.card.buttons()).not.toContain('Ask a question');
});

test('nobody publishes their own project, and what is not published is not listed', async () => {
  await using started = await startedService({ clock: movingClock('2027-02-22T10:00:00Z') });
  const { channel, tess, tom } = await innovationTeam(started.teams);
  await sharesProject(tess);
  const ofTess = await channel.as(tess).messageSaying('Sample project: one number');
  expect((await ofTess.card.press('Publish')).text()).toContain('This is your own project');
  const ofTom = await channel.as(tom).messageSaying('Sample project: one number');
  const eve = started.teams.person('Eve Sample');
  await eve.says('projects');
  expect((await eve.chat.messageSaying('Projects across')).text()).toContain('No project is published yet');
  expect((await ofTom.card.press('Publish')).text()).toContain('Published');
});

test('a lead named to the innovation team only, or not at all, is not named to the council', async () => {
  await using started = await startedService({ clock: movingClock('2027-02-22T10:00:00Z') });
  const { channel, tess } = await innovationTeam(started.teams);
  const [ann, bob] = [started.teams.person('Ann Sample'), started.teams.person('Bob Sample')];
  await sharesProject(ann, { 'How should we name you?': 'By name, to the innovation team only' });
  await sharesProject(bob, {
    Title: 'Sample project of somebody',
    'How should we name you?': 'Not at all: my name is not stored',
  });
  await (await channel.as(tess).messageSaying('Sample project: one number')).card.press('Publish');
  await (await channel.as(tess).messageSaying('Sample project of somebody')).card.press('Publish');
  const eve = started.teams.person('Eve Sample');
  await eve.says('projects');
  const list = await eve.chat.messageSaying('Sample project of somebody');
  for (const nth of [0, 1]) {
    const page = await list.card.press('Open', { nth });
    expect(page.text()).toContain('Ask the innovation team who leads it.');
    expect(page.text()).not.toMatch(/(?:Ann|Bob) Sample/u);
  }
});

test('the list pages, by service and topic, and says when there is nothing', async () => {
  await using started = await startedService({ clock: movingClock('2027-02-22T10:00:00Z') });
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  for (let n = 1; n <= 6; n++) {
    const service = n === 6 ? 'Education' : 'Housing';
    await sharesProject(ann, { Title: `Sample project ${n}`, 'Service area': service });
    await (await channel.as(tess).messageSaying(`Sample project ${n}`)).card.press('Publish');
  }
  const bob = started.teams.person('Bob Sample');
  await bob.says('projects');
  const list = await bob.chat.messageSaying('Projects across the council');
  expect(list.text()).toMatch(/Sample project 6[\s\S]*Sample project 5/u);
  expect(list.text()).not.toContain('Sample project 1');
  const more = (await list.card.press('Next')).card;
  expect(more.text()).toContain('Sample project 1');
  const back = (await (await more.press('Open')).card.press('Back to the projects')).card;
  expect(back.text()).toContain('Sample project 1');
  await bob.says('projects offending');
  await bob.chat.messageSaying('I found no project about Offending');
});
