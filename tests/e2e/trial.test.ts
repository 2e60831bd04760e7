import { expect, test } from '@jest/globals';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { movingClock } from './moving-clock.ts';
import { startedService } from './started-service.ts';
import { notes, pressMore, runTriageJob } from './triage-jobs.ts';

test('an idea goes on trial with a plan, is extended, adopted after it, and its benefits are reported', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  await using started = await startedService({ clock });
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const [ann, bob] = [started.teams.person('Ann Sample'), started.teams.person('Bob Sample')];
  await bob.says('hi');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');

  const form = (await card.card.press('Decide')).card;
  await form.press('Dates and people');
  form.fill({
    Decision: 'Accept for trial',
    Reason: 'Sample reason: worth three months.',
    'Who leads the trial': bob.objectId,
    'What is measured': 'Sample measure: forms that come back',
    'When the trial ends': '2027-05-24',
  });
  const shown = (await form.press('See the message first')).card;
  expect(shown.text()).toContain('Your idea goes on trial');
  expect(shown.text()).toContain('Tess Sample has accepted it for a trial:');
  expect(shown.valueOf('The message, which you can change')).toBe('Sample reason: worth three months.');
  shown.fill({ 'The message, which you can change': 'Sample message: we are glad to try it.' });
  const decided = await shown.press('Send to the author', { twice: true });
  expect(decided.text()).toContain('Bob Sample leads it until Monday 24 May 2027');
  expect(decided.text()).toContain('What the author was told');
  const news = await ann.chat.messageSaying('Your idea goes on trial');
  expect(news.text()).toContain('Sample message: we are glad to try it.');
  expect(news.text()).not.toContain('Sample reason');

  clock.goTo('2027-04-08T09:00:00Z');
  await runTriageJob(started, clock, 'dates');
  await notes(card, 'Sample note: half is over.');
  const asked = await bob.chat.messageSaying('Half of the trial is over. How does it go?');
  const checkIn = (await asked.card.press('Tell how it goes')).card;
  checkIn.fill({ 'What has happened, and what do you need?': 'Sample text: 40 forms so far.' });
  expect((await checkIn.press('Send', { twice: true })).text()).toContain('Thank you');
  await channel
    .as(tess)
    .until(
      'the check-in on the card',
      () => card.text().includes('Sample text: 40 forms so far.') || undefined,
    );

  clock.goTo('2027-05-24T08:00:00Z');
  await runTriageJob(started, clock, 'dates');
  await notes(card, 'Sample note: it is over.');
  const ends = await tess.chat.messageSaying('The trial ends on Monday 24 May 2027');
  const extend = (await ends.card.press('Give the verdict')).card;
  expect(extend.text()).toContain('Stop it: The trial of your idea has ended');
  extend.fill({
    Verdict: 'Extend the trial',
    'What was learnt; the author reads it': 'Sample text: too few forms yet.',
    'To extend: when the trial ends then': '2027-06-28',
  });
  expect((await extend.press('Save')).text()).toContain('until Monday 28 June 2027');
  await ann.chat.messageSaying('The trial of your idea goes on');

  const verdictBy = async (person: typeof tess) =>
    (await (await channel.as(person).messageSaying('one form')).card.press('Give the verdict')).card;
  const [ofTess, ofTom] = [await verdictBy(tess), await verdictBy(tom)];
  const learnt = 'What was learnt; the author reads it';
  ofTess.fill({ Verdict: 'Adopt it', [learnt]: 'Sample text: half of the forms were enough.' });
  ofTom.fill({ Verdict: 'Stop it', [learnt]: 'Sample text of Tom' });
  expect((await ofTess.press('Save')).text()).toContain('Benefits to be reported by');
  const late = await ofTom.press('Save');
  expect(late.text()).toContain('It is not on trial any more: Adopted.');
  expect(late.card.valueOf(learnt)).toBe('Sample text of Tom');
  expect((await ann.chat.messageSaying('Your idea is adopted')).text()).toContain('half of the forms');

  clock.goTo('2027-11-25T09:00:00Z');
  await runTriageJob(started, clock, 'dates');
  await notes(card, 'Sample note: what did it bring?');
  const report = await tess.chat.messageSaying('Benefits are to be reported by');
  const benefits = (await report.card.press('Report benefits')).card;
  const nothing = await benefits.press('Save');
  expect(nothing.text()).toContain('Please fill in one of the first two.');
  nothing.card.fill({
    'Saved each year, in whole pounds: money that leaves a budget': '£12,000',
    'What else is better, and for whom': 'Sample text: residents tell us once.',
    'How sure is this?': 'Measured',
  });
  expect((await nothing.card.press('Save', { twice: true })).text()).toContain('Saved: £12,000 a year');
  const brought = await ann.chat.messageSaying('What your idea has brought');
  expect(brought.text()).toContain('This has been measured.');
  await started.settled();
  expect(
    ann.chat.messages().filter((message) => message.text().includes('What your idea has brought')),
  ).toHaveLength(1);
});

test('what is parked comes back on its date, with the old reasoning, as a new post', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  await using started = await startedService({ clock });
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const form = (await card.card.press('Decide')).card;
  form.fill({ Decision: 'Park: not now', Reason: 'Sample reason: no budget this year.' });
  expect((await form.press('Decide')).text()).toContain('Comes back on Sunday 22 August 2027');
  expect((await ann.chat.messageSaying('Your idea: not now')).text()).toContain(
    'It comes back by itself on Sunday 22 August 2027.',
  );

  clock.goTo('2027-08-22T10:00:00Z');
  await runTriageJob(started, clock, 'dates');
  await notes(card, 'Sample note: a Sunday.');
  await started.settled();
  expect(card.text()).toContain('Not now');
  clock.goTo('2027-08-23T09:00:00Z');
  await runTriageJob(started, clock, 'dates');
  await runTriageJob(started, clock, 'dates');
  await notes(card, 'Sample note: a Monday.');
  await channel.as(tess).until(
    'a second post of the card',
    () =>
      channel
        .as(tess)
        .messages()
        .filter((one) => one.text().includes('Back from “not now”')).length === 2 || undefined,
  );
  const anew = await channel.as(tess).messageSaying('Back from “not now”');
  expect(anew.text()).toContain('Sample reason: no budget this year.');
  expect(anew.text()).toContain('In review');
  expect(anew.text()).toContain('Decide by Tuesday 7 September 2027');
});

test('a trial that is stopped is closed with what was learnt, and may be taken up again with a reason', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const form = (await card.card.press('Decide')).card;
  form.fill({ Decision: 'Accept for trial', Reason: 'Sample reason: worth a try.' });
  expect((await form.press('Decide')).text()).toContain('Ann Sample leads it until');
  const onTrial = await channel.as(tess).messageSaying('Sample reason: worth a try.');
  const plan = (await onTrial.card.press('Plan the trial')).card;
  expect((await plan.press('Save')).text()).toContain('Please say what is measured');
  await plan.fill({ 'What is measured': 'Sample measure' }).press('Save');
  const verdict = (await onTrial.card.press('Give the verdict')).card;
  verdict.fill({
    Verdict: 'Stop it',
    'What was learnt; the author reads it': 'Sample text: nobody used it.',
  });
  expect((await verdict.press('Save', { twice: true })).text()).toContain('Declined after the trial');
  const ended = await ann.chat.messageSaying('The trial of your idea has ended');
  expect(ended.text()).toContain('Sample text: nobody used it.');

  const declined = await channel.as(tom).messageSaying('Sample text: nobody used it.');
  const reopen = await pressMore(declined, 'Take it up again');
  reopen.fill({ 'Why, for the author': 'Sample reason: it was not the same after all.' });
  expect((await reopen.press('Take it up again', { twice: true })).text()).toContain('In review');
  const news = await ann.chat.messageSaying('Your idea is taken up again');
  expect(news.text()).toContain('Tom Sample has taken it up again:');
  expect(news.text()).toContain('it was not the same after all');
});
