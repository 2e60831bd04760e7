import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import { sharesBarrier, startedAudit } from './audit-scene.ts';
import { movingClock } from './moving-clock.ts';
import { untilOutOfReach } from './out-of-reach.ts';
import { pressMore } from './triage-jobs.ts';

const teamOnly = 'By name, to the innovation team only';
const anonymous = 'Not at all: my name is not stored';

test('the register tells which controls stop most, the owner answers for theirs, and what was changed closes it', async () => {
  const clock = movingClock('2027-03-22T10:00:00Z');
  await using started = await startedAudit(clock);
  const { tess, tom, ann, bob, olga, channel } = started;

  await tess.says('audit');
  expect((await tess.chat.nextMessage()).text()).toContain('Nobody has told of a rule or system');
  await ann.says('audit');
  await ann.chat.messageSaying('Only the innovation team can do this');

  await sharesBarrier(bob, { title: 'Sample barrier: the form', control: 'Estates and buildings' });
  await sharesBarrier(ann, { title: 'Sample barrier: the laptop', stops: 'Sample pilots.', hours: '40' });
  await sharesBarrier(bob, { title: 'Sample barrier: the licence', hours: '1,200', naming: teamOnly });
  const receipt = await sharesBarrier(ann, { title: 'Sample barrier: the server', naming: anonymous });
  expect(receipt.text()).toContain('Your reference is');
  const posted = await channel.as(tess).messageSaying('Sample barrier: the laptop');
  expect(posted.text()).toContain('What stops the work: IT · About 40 hours a month');

  await tess.says('audit');
  const register = await tess.chat.messageSaying('4 barriers stand.');
  expect(register.text()).toMatch(
    /about 1,240 hours of work a month \(2 of 4 say so\).*IT\n3 barriers · about 1,240 hours a month \(2 of 3 say so\)\nIts owner has not used iNews yet.*Estates and buildings\n1 barrier\nIts owner has not/su,
  );
  await olga.says('hi');
  const control = (await register.card.press('Open', { nth: 0 })).card;
  expect(control.text()).toContain('Owner: Olga Sample');
  expect(control.text()).toMatch(/the licence\n\w{6} · New · not named · about 1,200 hours a month/u);
  expect(control.text()).not.toContain('Bob');
  const asked = await control.press('Ask the owner', { twice: true });
  expect(asked.text()).toMatch(/is asked in their own chat|Olga Sample was asked on/u);
  expect(asked.card.buttons()).not.toContain('Ask the owner');

  const question = await olga.chat.messageSaying('You own this control. 3 barriers stand at it.');
  for (const seen of ['the laptop', 'Ann Sample', 'the server', 'Sample pilots.', 'One more is for the'])
    expect(question.text()).toContain(seen);
  for (const hidden of ['Bob', 'licence', 'K7Q2MX']) expect(question.text()).not.toContain(hidden);
  const form = (await question.card.press('Answer')).card;
  form.fill({
    'What becomes of it?': 'We have changed it',
    'In your own words': 'Sample answer: we lend them.',
    'If you changed it: which of these has that ended?': chosen(form, ['the laptop']),
  });
  expect(form.text()).not.toContain('the licence');
  expect((await form.press('Send answer', { twice: true })).text()).toContain('Thank you');
  const told = await channel.as(tom).messageSaying('An owner has answered: IT');
  expect(told.text()).toContain('Olga Sample on Monday 22 March 2027: We have changed it');

  // Being an owner gives no other right.
  await olga.says('audit');
  await olga.chat.messageSaying('Only the innovation team can do this');
  const forged = await (await ann.chat.messageSaying('Two boxes')).card
    .tamper((data) => ({ ...data, dialog: 'audit.answer', about: { control: 'it' } }))
    .press('Share an idea');
  expect(forged.text()).toContain('This control is not yours any more');

  // Two of the team mark what was changed at once: the second is told and keeps what they wrote.
  const confirm = (await told.card.press('Confirm and tell the authors')).card;
  expect(confirm.text()).toContain('Olga Sample says that this is changed.');
  expect(confirm.valueOf('Which barriers has it ended?')).toContain('the laptop');
  expect(confirm.valueOf('Which barriers has it ended?')).not.toContain('the server');
  const opened = (await told.card.press('Open the control')).card;
  const [first, second] = await Promise.all(
    [opened, opened].map(async (card) => (await card.press('Mark what was changed')).card),
  );
  const titles = (card: typeof opened) =>
    card.fill({ 'Which barriers has it ended?': chosen(card, ['the laptop', 'the server', 'the licence']) });
  if (!first || !second) throw new Error('Both forms are there');
  expect(first.valueOf('What was changed? The authors read this')).toBe('Sample answer: we lend them.');
  const done = await titles(first).press('Tell the authors', { twice: true });
  expect(done.text()).toMatch(/No barrier stands.*You said, we changed\nSample answer: we lend them\.\nIT/su);
  const late = await titles(second)
    .fill({ 'What was changed? The authors read this': 'Sample text: something else.' })
    .press('Tell the authors');
  expect(late.text()).toContain('Tom Sample has marked these already: “Sample answer: we lend them.”');
  expect(late.card.valueOf('What was changed? The authors read this')).toBe('Sample text: something else.');

  for (const author of [ann, bob]) {
    const news = await author.chat.messageSaying('You said, we changed');
    expect(news.text()).toContain('Changed, Olga Sample says\nSample answer: we lend them.');
  }
  const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 10 });
  const states = documents.map(({ body }) => `${body.control} ${body.state}`).sort();
  expect(states).toEqual(['estates received', 'it adopted', 'it adopted', 'it adopted']);
  await tess.says('audit');
  const after = await tess.chat.messageSaying('1 barrier stands.');
  expect(after.text()).toContain('Sample answer: we lend them.\nIT · Monday 22 March 2027 · 3 barriers');

  // What was not gone after all is taken up again, stands again, and can be ended once more.
  clock.goTo('2027-03-23T10:00:00Z');
  await started.settled();
  const gone = await channel.as(tess).messageSaying('Sample barrier: the laptop');
  const reopen = await pressMore(gone, 'Take it up again');
  await reopen.fill({ 'Why, for the author': 'Sample reason: it came back.' }).press('Take it up again');
  await ann.chat.messageSaying('Your idea is taken up again');
  await tess.says('audit');
  const again = await tess.chat.messageSaying('2 barriers stand.');
  const back = (await (await again.card.press('Open', { nth: 0 })).card.press('Mark what was changed')).card;
  back.fill({
    'What was changed? The authors read this': 'Sample text: now it is.',
    'Which barriers has it ended?': chosen(back, ['the laptop']),
  });
  expect((await back.press('Tell the authors')).text()).toContain('No barrier stands');
  const last = await ann.chat.messageSaying('Sample text: now it is.');
  expect(last.text()).toContain('Changed, Tess Sample says');

  // An owner who has left is seen to be gone.
  olga.blocks();
  await sharesBarrier(bob, { title: 'Sample barrier: the screen' });
  await tess.says('audit');
  const newest = await tess.chat.until('the new one', () =>
    tess.chat.messages().findLast((one) => one.text().includes('2 barriers stand.')),
  );
  await (await newest.card.press('Open', { nth: 0 })).card.press('Ask the owner');
  await untilOutOfReach(started, olga);
  const lost = await newest.card.press('Open', { nth: 0 });
  expect(lost.text()).toContain('Owner: Olga Sample, who cannot be reached in Teams');
});

/** The choices of the form that name one of these. */
const chosen = (card: { text(): string; json: object }, titles: readonly string[]): readonly string[] =>
  [...JSON.stringify(card.json).matchAll(/"title":"(Sample barrier[^"]+)"/gu)]
    .map(([, title = '']) => title)
    .filter((title) => titles.some((one) => title.includes(one)));

test('leaders get one card on the first working day of a month, and owners a question; nothing where nothing is to say', async () => {
  const clock = movingClock('2027-03-22T10:00:00Z');
  await using started = await startedAudit(clock);
  const { tess, ann, olga, leaders, channel, monthBegins } = started;
  await olga.says('hi');
  await leaders.says('leaders');
  await leaders.messageSaying('There is nothing to say');
  await leaders.says('leaders tomorrow');
  await leaders.messageSaying('I know “leaders here”');
  await leaders.says('leaders here');
  await leaders.messageSaying('the card for leaders comes here on the first working day');
  await leaders.says('leaders here');
  await leaders.messageSaying('comes here already');
  const cards = () => leaders.messages().filter((one) => one.text().includes('making space'));

  // Thursday 1 April: nothing to say.
  clock.goTo('2027-04-01T08:00:00Z');
  await monthBegins();
  await leaders.says('leaders');
  await leaders.messageSaying('There is nothing to say');
  for (let n = 1; n <= 11; n++) await sharesBarrier(ann, { title: `Sample barrier ${n}`, hours: '10' });
  await sharesBarrier(ann, { title: 'Sample barrier: a room', control: 'Estates and buildings' });
  await monthBegins();
  // Saturday 1 May and the bank holiday on Monday are no working days.
  for (const quiet of ['2027-05-01T10:00:00Z', '2027-05-03T10:00:00Z', '2027-05-04T05:00:00Z']) {
    clock.goTo(quiet);
    await monthBegins();
  }
  await started.settled();
  expect(cards()).toHaveLength(0);
  clock.goTo('2027-05-04T07:30:00Z');
  await monthBegins();
  await monthBegins();
  const card = await leaders.messageSaying('12 barriers stand');
  expect(card.text()).toMatch(
    /May 2027 · as it stands on Tuesday 4 May 2027.*about 110 hours of work a month \(11 of 12 say so\).*IT\n11 barriers · about 110 hours/su,
  );
  const question = await olga.chat.messageSaying('You own this control. 11 barriers stand');
  expect(question.text().match(/Sample barrier \d+/gu)).toHaveLength(10);
  const older = (await question.card.press('Older')).card;
  const oldest = (await older.press('Older')).card;
  expect(oldest.text()).toContain('Sample text of Sample barrier 1.');
  expect(oldest.buttons()).not.toContain('Older');

  const form = (await oldest.press('Answer')).card;
  form.fill({ 'What becomes of it?': 'We are looking into it', 'In your own words': 'Sample answer.' });
  await form.press('Send answer');
  await leaders.until('the answer', () => card.text().includes('We are looking into it') || undefined);

  // What is changed in May is told in June, and only once it was asked for again are owners asked again.
  await tess.says('audit');
  const register = await tess.chat.messageSaying('12 barriers stand');
  const estates = (await register.card.press('Open', { nth: 1 })).card;
  const change = (await estates.press('Mark what was changed')).card;
  change.fill({
    'What was changed? The authors read this': 'Sample change: rooms are shared.',
    'Which barriers has it ended?': chosen(change, ['a room']),
  });
  await change.press('Tell the authors');
  await ann.chat.messageSaying('You said, we changed');
  await channel.as(tess).messageSaying('Adopted');
  clock.goTo('2027-06-01T09:00:00Z');
  await monthBegins();
  const june = await leaders.messageSaying('June 2027');
  expect(june.text()).toMatch(
    /11 barriers stand.*Sample answer\..*You said, we changed\nSample change: rooms are shared\.\nEstates and buildings · Tuesday 4 May 2027 · 1 barrier/su,
  );
  await started.settled();
  expect(cards()).toHaveLength(2);
  expect(olga.chat.messages().filter((one) => one.text().includes('You own this control'))).toHaveLength(1);

  await leaders.says('leaders off');
  await leaders.messageSaying('comes here no more');
  clock.goTo('2027-07-01T09:00:00Z');
  await monthBegins();
  await leaders.says('leaders off');
  await leaders.messageSaying('does not come here');
  await started.settled();
  expect(cards()).toHaveLength(2);
});
