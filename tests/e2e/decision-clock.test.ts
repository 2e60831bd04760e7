import { expect, test } from '@jest/globals';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { movingClock } from './moving-clock.ts';
import { startedService } from './started-service.ts';
import { notes, pressMore, runTriageJob } from './triage-jobs.ts';

test('the owner is reminded before a decision is due and the team after, in working time, until it is decided', async () => {
  // Good Friday is 26 March 2027, Easter Monday the 29th.
  const clock = movingClock('2027-03-19T10:00:00Z');
  await using started = await startedService({ clock });
  const { channel, tess, tom } = await innovationTeam(started.teams);
  await tess.says('hi');
  await sharesIdea(started.teams.person('Ann Sample'));
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  expect(card.text()).toContain('Decide by Tuesday 6 April 2027');

  clock.goTo('2027-03-24T09:00:00Z');
  await runTriageJob(started, clock, 'clock');
  await notes(card, 'Sample note: who takes it?');
  await channel.as(tom).messageSaying('Nobody has looked at it yet');
  await card.card.press('Take it');

  const near = 'A decision is due by Tuesday 6 April 2027';
  const said = (words: string) =>
    [...tess.chat.messages(), ...channel.as(tess).messages()].filter((one) => one.text().includes(words));
  for (const quiet of ['2027-03-29T09:00:00Z', '2027-04-02T21:00:00Z', '2027-04-03T10:00:00Z']) {
    clock.goTo(quiet);
    await runTriageJob(started, clock, 'clock');
    await notes(card, `Sample note of ${quiet}`);
  }
  await started.settled();
  expect(said(near)).toHaveLength(0);
  clock.goTo('2027-04-05T08:00:00Z');
  await runTriageJob(started, clock, 'clock');
  await runTriageJob(started, clock, 'clock');
  expect(await notes(card, 'Sample note: soon.')).toContain('Decide soon: by Tuesday 6 April 2027');
  const reminder = await tess.chat.messageSaying(near);
  await started.settled();
  expect(said(near)).toHaveLength(1);

  const snooze = (await reminder.card.press('Snooze')).card;
  snooze.fill({ 'No reminders of this one for': '2 working days' });
  await snooze.press('Save');
  clock.goTo('2027-04-07T09:00:00Z');
  await runTriageJob(started, clock, 'clock');
  expect(await notes(card, 'Sample note: snoozed.')).toContain(
    'Overdue: a decision was due by Tuesday 6 April 2027',
  );
  await started.settled();
  expect(said('A decision is overdue')).toHaveLength(0);
  clock.goTo('2027-04-08T08:00:00Z');
  await runTriageJob(started, clock, 'clock');
  await notes(card, 'Sample note: awake.');
  const overdue = await channel.as(tom).messageSaying('A decision is overdue');
  await started.settled();
  expect(said('A decision is overdue')).toHaveLength(1);

  const shown = (await overdue.card.press('Show it')).card;
  const form = (await shown.press('Decide')).card;
  await form.fill({ Decision: 'Adopt', Reason: 'Sample reason: at last.' }).press('Decide');
  clock.goTo('2027-04-20T09:00:00Z');
  await runTriageJob(started, clock, 'clock');
  await notes(card, 'Sample note: decided.');
  await started.settled();
  expect(said('A decision is overdue')).toHaveLength(1);
});

test('a question to the author stops the clock’s reminders, and many ideas are each reminded of once', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  await using started = await startedService({ clock });
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  for (const n of ['first', 'second', 'third']) await sharesIdea(ann, { Title: `Sample idea: the ${n}` });
  const asked = await channel.as(tess).messageSaying('Sample idea: the third');
  const question = (await asked.card.press('Ask a question')).card;
  await question.fill({ 'Your question': 'Which one?' }).press('Send question');
  clock.goTo('2027-03-10T09:00:00Z');
  await runTriageJob(started, clock, 'clock');
  for (const n of ['first', 'second', 'third'])
    await notes(
      await channel.as(tess).messageSaying(new RegExp(`the ${n}[^]*Decide|the ${n}[^]*due`, 'u')),
      'Sample note',
    );
  for (const n of ['first', 'second'])
    await channel.as(tess).messageSaying(new RegExp(`A decision is overdue[^]*the ${n}`, 'u'));
  await started.settled();
  expect(
    channel
      .as(tess)
      .messages()
      .filter((one) => one.text().includes('A decision is overdue')),
  ).toHaveLength(2);
  await pressMore(asked, 'Snooze reminders');
});
