import { expect, test } from '@jest/globals';
import { replications } from '../../src/spread/model.ts';
import { opensIdea, pressUntilAnswered } from './colleagues-ideas.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { movingClock } from './moving-clock.ts';
import {
  adoptedIdea,
  learnt,
  looksAfter,
  opensTrial,
  opensTry,
  runAskJob,
  saved,
  triesIt,
} from './spread-scene.ts';
import { startedService } from './started-service.ts';

test('an idea is tried, adopted, brings something, spreads to another service and works there', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  await using started = await startedService({ clock });
  const { channel, tess } = await innovationTeam(started.teams);
  const [ann, bob, cas, fay] = ['Ann', 'Bob', 'Cas', 'Fay'].map((name) =>
    started.teams.person(`${name} Sample`),
  );
  if (!ann || !bob || !cas || !fay) throw new Error('Four people are needed');
  await cas.says('hi');
  await sharesIdea(ann);
  const onCard = async (words: string) => (await channel.as(tess).messageSaying(words)).card;
  const decide = (await (await onCard('Sample idea: one form')).press('Decide')).card;
  decide.fill({ Decision: 'Accept for trial', Reason: 'Sample reason: worth a try.' });
  await decide.press('Decide');
  const verdict = (await (await onCard('Sample reason: worth a try.')).press('Give the verdict')).card;
  verdict.fill({ Verdict: 'Adopt it', 'What was learnt; the author reads it': 'Sample text: it works.' });
  await verdict.press('Save');
  const benefits = (await (await onCard('Adopted after the trial')).press('Report benefits')).card;
  benefits.fill({ [saved]: '12,000' });
  const reported = (await benefits.press('Save')).card;
  expect(reported.text()).toContain('Saved: £12,000 a year');
  // The team, too, may try it from where it decided on it.
  expect(reported.buttons()).toContain('Try this in my service');
  await pressUntilAnswered(await opensIdea(fay), 'Follow');

  const tried = await triesIt(bob, 'Housing', { 'Who leads it': cas.objectId });
  expect(tried.text()).toContain('Good luck with it.');
  expect(tried.text()).toContain('Cas Sample leads it. Start: Monday 22 February 2027');
  expect(tried.text()).toContain('From Sunday 23 May 2027 I ask how it went.');
  const spreads = await ann.chat.messageSaying('Your idea spreads');
  expect(spreads.text()).toContain('Housing tries it too. Cas Sample leads it there.');
  await fay.chat.messageSaying('An idea that you follow spreads');
  await channel.as(tess).messageSaying('Tried in one service: Housing (being tried)');

  const named = await cas.chat.messageSaying('Bob Sample has named you to lead this');
  const refused = await named.card.press('I cannot lead it', { twice: true });
  expect(refused.text()).toContain('Bob Sample leads it now and has been told.');
  const back = await bob.chat.messageSaying('Cas Sample cannot lead this');
  expect(back.text()).toContain('So Bob Sample leads it in Housing');

  const asks = () => bob.chat.messages().filter((one) => one.text().includes('How did it go?'));
  clock.goTo('2027-05-23T11:00:00Z');
  await runAskJob(started, clock);
  await looksAfter(bob);
  clock.goTo('2027-05-24T01:00:00Z');
  await runAskJob(started, clock);
  await looksAfter(bob);
  await started.settled();
  expect(asks()).toHaveLength(0);
  clock.goTo('2027-05-24T09:00:00Z');
  await runAskJob(started, clock);
  await runAskJob(started, clock);
  await looksAfter(bob);
  const ask = await bob.chat.messageSaying('Housing has tried this since Monday 22 February 2027');
  await started.settled();
  expect(asks()).toHaveLength(1);
  const later = await ask.card.press('Ask me in two weeks', { twice: true });
  expect(later.text()).toContain('All right, I ask you again later.');
  expect(later.text()).toContain('From Monday 7 June 2027 I ask how it went.');

  const handOver = (await (await opensTrial(bob)).press('Change lead or start')).card;
  handOver.fill({ 'Who leads it': cas.objectId });
  expect((await handOver.press('Save', { twice: true })).text()).toContain('Cas Sample leads it.');
  clock.goTo('2027-06-07T09:00:00Z');
  await runAskJob(started, clock);
  await looksAfter(cas);
  const report = (
    await (await cas.chat.messageSaying('Housing has tried this since')).card.press('Report how it went')
  ).card;
  const missing = await report.pressAnyway('Report it');
  expect(missing.text()).toContain('Please say how it went.');
  missing.card.fill({
    Outcome: 'It works',
    [learnt]: 'Sample text: start with one office.',
    [saved]: '£4,000',
    'How sure is this?': 'Measured',
  });
  const done = (await missing.card.press('Report it', { twice: true })).card;
  expect(done.text()).toContain('Works');
  expect(done.text()).toContain('Saved: £4,000 a year');

  const result = await ann.chat.messageSaying('How your idea went elsewhere');
  expect(result.text()).toContain('It works in Housing.');
  expect(result.text()).toContain('Sample text: start with one office.');
  for (const person of [fay, bob]) await person.chat.messageSaying('How it went in Housing');
  await started.settled();
  expect(ann.chat.messages().filter((one) => one.text().includes('elsewhere'))).toHaveLength(1);
  await channel.as(tess).messageSaying('Tried in one service: Housing (works)');
  const page = await opensIdea(fay);
  expect(page.text()).toContain('Tried in one service: Housing (works)');
  const list = (await page.press('Where it is tried')).card;
  expect(list.text()).toContain('Cas Sample leads it.');
  expect((await list.press('Open')).text()).toContain('This has been measured.');

  // What came of it makes an article for its lead, and a case study for the innovation team.
  const finished = await opensTrial(cas);
  expect(finished.buttons()).not.toContain('Make a case study');
  const article = (await finished.press('Write an article')).card;
  expect(article.valueOf('Title')).toBe('Sample idea: one form: tried in Housing');
  await tess.says('register');
  const record = (await (await tess.chat.messageSaying('One trial.')).card.press('Open')).card;
  const draft = (await record.press('Make a case study')).card;
  expect(draft.text()).toContain('What was learnt: Sample text: start with one office.');
  const told = (await draft.press('Save', { twice: true })).card;
  expect(told.text()).toContain('Sample idea: one form: tried in Housing');
  expect(told.text()).toContain('Saved: £4,000 a year');

  await tess.says('triage stats');
  const stats = await tess.chat.messageSaying('Tried elsewhere:');
  expect(stats.text()).toContain('one trial started, 1 with a result, 1 of them works.');
  expect(stats.text()).toContain('Saved there: £4,000 a year.');
});

test('of two who press at once one starts it, and the other is pointed at that and may follow', async () => {
  await using started = await startedService();
  const { teams, store } = started;
  const team = await innovationTeam(teams);
  const [ann, bob, cas, dan] = ['Ann', 'Bob', 'Cas', 'Dan'].map((name) => teams.person(`${name} Sample`));
  if (!ann || !bob || !cas || !dan) throw new Error('Four people are needed');
  await adoptedIdea(team, ann);
  await ann.chat.messageSaying('Your idea is adopted');
  const forms = [await opensTry(bob), await opensTry(cas)];
  for (const form of forms) form.fill({ 'Service area': 'Housing' });
  const answers = await Promise.all(forms.map((form) => form.press('Start')));
  const texts = answers.map((answer) => answer.text());
  expect(texts.filter((text) => text.includes('Good luck with it.'))).toHaveLength(1);
  const lost = texts.findIndex((text) => text.includes('Housing tries this already'));
  const loser = [bob, cas][lost];
  const winner = [cas, bob][lost];
  if (!loser || !winner) throw new Error(`Nobody was told that it runs already: ${texts.join('\n')}`);
  expect(texts[lost]).toContain(`${winner.name} leads it.`);
  expect(texts[lost]).not.toContain('Report how it went');
  expect(await store.count(replications, teams.tenantId, {})).toBe(1);
  expect((await answers[lost]?.card.press('Follow it', { twice: true }))?.text()).toContain(
    'You follow it now',
  );

  const news = teams.team('Housing').with(bob);
  await news.installs(bob);
  await news.general.as(bob).says('digest now');
  const digest = await news.general.as(bob).messageSaying('What spread to other services');
  expect(digest.text()).toContain('Sample idea: one form\nHousing tries it too');

  // Another service may try it too, and the same may do so again once it is over.
  expect((await triesIt(dan, 'Finance')).text()).toContain('Good luck with it.');
  const end = (await (await opensTrial(winner)).press('End it early')).card;
  end.fill({ 'Why; whoever shared it reads this': 'Sample reason: the form has changed.' });
  expect((await end.press('End it', { twice: true })).text()).toContain('Ended early');
  await loser.chat.messageSaying('Housing does not try it any more');
  const ended = await ann.chat.messageSaying('Your idea is not tried elsewhere any more');
  expect(ended.text()).toContain('Sample reason: the form has changed.');
  expect((await triesIt(loser, 'Housing')).text()).toContain('Good luck with it.');
  expect(await store.count(replications, teams.tenantId, {})).toBe(3);
  await team.channel
    .as(team.tess)
    .messageSaying('Tried in 2 services: Housing (being tried), Finance (being tried)');
});

test('an anonymous author reads by the code where it is tried, and what is for the team only cannot be tried', async () => {
  await using started = await startedService();
  const team = await innovationTeam(started.teams);
  const [ann, bob, eve] = ['Ann', 'Bob', 'Eve'].map((name) => started.teams.person(`${name} Sample`));
  if (!ann || !bob || !eve) throw new Error('Three people are needed');
  const receipt = await adoptedIdea(team, ann, {
    'How should we name you?': 'Not at all: my name is not stored',
  });
  const card = await triesIt(bob, 'Housing');
  await team.channel.as(team.tess).messageSaying('Tried in one service: Housing (being tried)');
  await started.settled();
  expect(ann.chat.messages().some((one) => one.text().includes('Your idea spreads'))).toBe(false);
  const report = (await card.press('Report how it went')).card;
  report.fill({ Outcome: 'We have stopped', [learnt]: 'Sample text: nobody used it.' });
  await report.press('Report it');
  await team.channel.as(team.tess).messageSaying('Housing (stopped)');
  await ann.says('reply code');
  const invite = await ann.chat.messageSaying('Read what was said about your idea');
  const form = (await invite.card.press('Type the reply code')).card;
  const code = /[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}/u.exec(receipt.text())?.[0] ?? '';
  const story = (await form.fill({ 'Reply code': code }).press('Open')).card;
  expect(story.text()).toContain('Housing tries it too. Bob Sample leads it there.');
  expect(story.text()).toContain('Housing has stopped trying it. What was learnt there:');
  expect(story.text()).toContain('Sample text: nobody used it.');

  await adoptedIdea(team, eve, {
    Title: 'Sample idea: for the team',
    'How should we name you?': 'By name, to the innovation team only',
  });
  await eve.chat.messageSaying('Your idea is adopted');
  const other = await opensTry(bob);
  const teamOnly = /reference is (\w{6})/u.exec(
    (await sharesIdea(eve, { Title: 'Sample idea: not decided' })).text(),
  )?.[1];
  other.tamper((data) => ({ ...data, about: { idea: teamOnly ?? '' } }));
  other.fill({ 'Service area': 'Finance' });
  expect((await other.press('Start')).text()).toContain('it is not adopted any more');
});

test('a case study is tried too; only its lead and the innovation team change that, and everybody reads it', async () => {
  await using started = await startedService({ settings: { INEWS_SERVICES: 'Housing, Finance' } });
  const { tess } = await innovationTeam(started.teams);
  const [bob, eve] = [started.teams.person('Bob Sample'), started.teams.person('Eve Sample')];
  const triesCase = async (person: typeof bob, service: string) => {
    await person.says('cases croydon');
    const list = await person.chat.messageSaying('Croydon');
    const study = await pressUntilAnswered(list.card, 'Open');
    const form = (await study.press('Try this in my service')).card;
    form.fill({ 'Service area': service, Start: '2024-01-01' });
    const far = await form.press('Start');
    expect(far.text()).toContain('Please choose a day within a year of today.');
    return (await far.card.fill({ Start: '' }).press('Start')).card;
  };
  const ofBob = await triesCase(bob, 'Housing');
  expect(ofBob.text()).toContain('Case study: Croydon');
  const ofEve = await triesCase(eve, 'Finance');
  const study = (await ofEve.press('Show the case study')).card;
  expect(study.text()).toContain('Tried in 2 services: Housing (being tried), Finance (being tried)');
  const list = (await study.press('Where it is tried')).card;
  expect(list.text()).toMatch(/Finance[\s\S]*Housing/u);
  const known = (await list.press('Open', { nth: 1 })).card;
  expect(known.buttons()).toEqual(['Follow it', 'Show the case study']);

  const idOf = (card: typeof ofBob): string => /[\w-]{43}/u.exec(JSON.stringify(card.json))?.[0] ?? '';
  expect(idOf(ofBob)).not.toBe(idOf(ofEve));
  ofEve.tamper((data) => ({ ...data, about: { replication: idOf(ofBob) } }));
  for (const button of ['Report how it went', 'Change lead or start', 'End it early']) {
    const refused = await ofEve.press(button);
    expect(refused.text()).toContain('This is for its lead and the innovation team.');
  }
  const forged = (await (await opensTrial(eve)).press('End it early')).card;
  forged.tamper((data) => ({ ...data, about: { replication: idOf(ofBob) } }));
  forged.fill({ 'Why; whoever shared it reads this': 'Sample reason' });
  expect((await forged.press('End it')).text()).toContain('This is for its lead and the innovation team.');

  await tess.says('register');
  const register = await tess.chat.messageSaying('Where ideas are tried');
  const ofTeam = (await register.card.press('Open', { nth: 1 })).card;
  const end = (await ofTeam.press('End it early')).card;
  end.fill({ 'Why; whoever shared it reads this': 'Sample reason: merged with another.' });
  expect((await end.press('End it')).text()).toContain('Sample reason: merged with another.');
  await bob.chat.messageSaying('Housing does not try it any more');
});
