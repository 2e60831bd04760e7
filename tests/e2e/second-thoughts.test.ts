import { expect, test } from '@jest/globals';
import { engagement } from '../../src/engagement/model.ts';
import { submissions } from '../../src/ideas/model.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { movingClock } from './moving-clock.ts';
import { alikeIdea, isAsked, oneIdea, sharesFindable } from './similar-ideas.ts';
import { type Started, startedService } from './started-service.ts';
import { notes, pressMore, runTriageJob } from './triage-jobs.ts';

async function stored({ store, teams }: Started): Promise<string> {
  const page = await store.query(submissions, teams.tenantId, { limit: 100 });
  const marks = await Promise.all(
    page.documents.map(({ id }) => store.query(engagement, `${teams.tenantId}:idea:${id}`, { limit: 100 })),
  );
  return JSON.stringify([page, marks]);
}

test('a decision is corrected in one dialog with a reason that the author reads, and of two who correct the first has it', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const [ann, bob] = [started.teams.person('Ann Sample'), started.teams.person('Bob Sample')];
  await sharesIdea(ann);
  await bob.says('ideas');
  await (await (await bob.chat.messageSaying('Sample idea: one form')).card.press('Open')).card.press(
    'Follow',
  );
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const form = (await card.card.press('Decide')).card;
  expect(form.text()).toContain('“Decide” sends it at once.');
  expect(form.text()).toContain('Decline: Your idea is declined · It is declined. Tess Sample writes:');
  await form.fill({ Decision: 'Decline', Reason: 'Sample reason: too soon.' }).press('Decide');
  await ann.chat.messageSaying('Your idea is declined');

  await channel
    .as(tess)
    .until('the decision on the card', () => card.text().includes('Declined') || undefined);
  const ofTess = await pressMore(card, 'Correct the decision');
  const ofTom = await pressMore(await channel.as(tom).messageSaying('Declined'), 'Correct the decision');
  expect(ofTess.text()).toContain(
    'Adopt: The decision on your idea is corrected · Tess Sample has corrected the decision. It is now: Adopted',
  );
  ofTess.fill({ Decision: 'Adopt', Reason: 'Sample reason: we misread it.' });
  ofTom.fill({ Decision: 'Park: not now', Reason: 'Sample reason: of Tom.' });
  const shown = await ofTess.press('Decide', { twice: true });
  expect(shown.text()).toContain('Adopted · Tess Sample has it');
  const late = await ofTom.press('Decide');
  expect(late.text()).toContain('Meanwhile Tess Sample has decided: Adopted.');
  expect(late.card.valueOf('Reason')).toBe('Sample reason: of Tom.');

  const news = await ann.chat.messageSaying('The decision on your idea is corrected');
  expect(news.text()).toContain('Tess Sample has corrected the decision. It is now: Adopted');
  expect(news.text()).toContain('Sample reason: we misread it.');
  expect((await bob.chat.messageSaying('an idea you follow is corrected')).text()).toContain('we misread it');
  await started.settled();
  expect(ann.chat.messages().some((one) => one.text().includes('is taken up again'))).toBe(false);
  const posts = channel
    .as(tess)
    .messages()
    .filter((one) => one.text().includes('Sample idea: one form'));
  expect(posts).toHaveLength(1);
  await ann.says('my ideas');
  const story = await (await ann.chat.messageSaying('My ideas')).card.press('Open');
  expect(story.text()).toContain('Tess Sample has taken the decision back to correct it.');
});

test('the whole message can be seen and changed before it goes, and back and away again nothing is lost or sent', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const form = (await card.card.press('Decide')).card;
  form.fill({ Decision: 'Park: not now', Reason: 'Sample reason: no money this year.' });
  const letter = (await form.press('See the message first')).card;
  expect(letter.fields()).toEqual(['The message, which you can change']);
  expect(letter.text()).toContain('Nothing has been sent yet.');
  expect(letter.text()).toMatch(/Your idea: not now\n.*Not now. Tess Sample writes:/su);
  expect(letter.text()).toContain('It comes back by itself on');
  const message = 'The message, which you can change';

  // What follows the reason goes on following it.
  const second = (await letter.press('Back')).card;
  expect(second.fields()).not.toContain(message);
  expect(second.valueOf('Reason')).toBe('Sample reason: no money this year.');
  second.fill({ Reason: 'Sample reason: no money until spring.' });
  const again = (await second.press('See the message first')).card;
  expect(again.valueOf(message)).toBe('Sample reason: no money until spring.');
  expect((await again.fill({ [message]: '' }).press('Send to the author')).text()).toContain(
    'Please write what the author reads, or go back',
  );

  // Words of one's own stay, whatever else is changed.
  const edited = (await again.fill({ [message]: 'Sample message: in spring.' }).press('Back')).card;
  expect(edited.valueOf(message)).toBe('Sample message: in spring.');
  const declined = (await edited.fill({ Decision: 'Decline' }).press('See the message first')).card;
  expect(declined.valueOf(message)).toBe('Sample message: in spring.');
  expect(declined.text()).toContain('Your idea is declined');
  // The dialog is closed without a press.
  expect(card.text()).toContain('New');
  const fresh = (await card.card.press('Decide')).card;
  expect(fresh.valueOf('Reason')).toBe('');
  expect(fresh.fields()).not.toContain(message);
  expect(ann.chat.messages().some((one) => one.text().includes('Tess Sample'))).toBe(false);

  fresh.fill({ Decision: 'Decline', Reason: 'Sample reason: for the team.' });
  const last = (await fresh.press('See the message first')).card;
  last.fill({ [message]: 'Sample message: for Ann.' });
  const sure = (await last.press('Back')).card;
  await sure.press('Decide', { twice: true });
  const news = await ann.chat.messageSaying('Your idea is declined');
  expect(news.text()).toContain('Sample message: for Ann.');
  expect(news.text()).not.toContain('for the team');
  const reopen = await pressMore(await channel.as(tess).messageSaying('Declined'), 'Take it up again');
  expect(reopen.text()).toContain('Your idea is taken up again · Tess Sample has taken it up again:');
});

test('a reminder in the channel shows that it has been seen to, for everybody', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  await using started = await startedService({ clock });
  const { channel, tess, tom } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  clock.goTo('2027-02-26T09:00:00Z');
  await runTriageJob(started, clock, 'clock');
  await notes(card, 'Sample note');
  const unseen = await channel.as(tom).messageSaying('Nobody has looked at it yet');
  await card.card.press('Take it');
  await channel
    .as(tom)
    .until(
      'the first to be seen to',
      () => unseen.text().includes('In review · Tess Sample has it') || undefined,
    );
  clock.goTo('2027-03-10T09:00:00Z');
  await runTriageJob(started, clock, 'clock');
  await notes(card, 'Sample note: late');
  const overdue = await channel.as(tom).messageSaying('A decision is overdue');
  const asking = (await card.card.press('Decide')).card;
  await asking.fill({ Decision: 'Adopt', Reason: 'Sample reason: at last.' }).press('Decide');
  await channel
    .as(tom)
    .until('the second to be seen to', () => overdue.text().includes('This has been seen to') || undefined);
  expect(overdue.text()).toContain('Adopted · Tess Sample has it');
  expect(overdue.card.buttons()).toEqual(['Show it']);
});

test('what is alike is offered to merge into, and a typed reference still goes before it', async () => {
  await using started = await startedService({ searches: true });
  const { channel, tess } = await innovationTeam(started.teams);
  await sharesFindable(started, started.teams.person('Ann Sample'));
  const asked = await isAsked(started.teams.person('Bob Sample'));
  await asked.press('Different, send mine');
  await sharesIdea(started.teams.person('Cat Sample'), { Title: 'Sample idea: benches' });
  const card = await channel.as(tess).messageSaying(alikeIdea.Title);
  const form = await pressMore(card, 'Merge into another');
  const one = (await channel.as(tess).messageSaying(oneIdea.Title)).text();
  const [reference = ''] = /[2-9B-Z]{6}(?= ·)/u.exec(one) ?? [];
  expect(JSON.stringify(form.json)).toContain(`${oneIdea.Title} · ${reference} · New`);
  expect(JSON.stringify(form.json)).not.toContain(`"title":"${alikeIdea.Title}`);
  const refused = await form.fill({ 'Why, for the author': 'Sample reason: alike.' }).press('Merge');
  expect(refused.text()).toContain('A reference has six characters');
  const picked = refused.card.fill({
    'The one that goes on, if it is one of these': `${oneIdea.Title} · ${reference} · New`,
  });
  const wrong = await picked.fill({ 'Reference of the one that goes on': 'ZZZZZZ' }).press('Merge');
  expect(wrong.text()).toContain('There is nothing under this reference.');
  const merged = await wrong.card.fill({ 'Reference of the one that goes on': '' }).press('Merge');
  expect(merged.text()).toContain(`Merged into ${oneIdea.Title} · ${reference}`);
});

test('words that are removed go from comments and from links to the idea too', async () => {
  await using started = await startedService({ searches: true });
  const { channel, tess } = await innovationTeam(started.teams);
  const secret = { ...oneIdea, Title: 'Sample idea: one form for Sample Street' };
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, secret);
  const card = await channel.as(tess).messageSaying('for Sample Street');
  const bob = started.teams.person('Bob Sample');
  await bob.says('ideas');
  const idea = (await (await bob.chat.messageSaying('for Sample Street')).card.press('Open')).card;
  const comment = (await idea.press('Comment')).card;
  await comment.fill({ 'Your comment': 'Sample comment on 12 SAMPLE street.' }).press('Send comment');
  const dan = started.teams.person('Dan Sample');
  await dan.says('hi');
  await (await pressMore(card, 'Ask a colleague'))
    .fill({ Colleague: dan.objectId, 'Your question': 'Sample question: would it work?' })
    .press('Send question');
  const opinion = await dan.chat.messageSaying('for Sample Street');
  const receipt = await ann.chat.messageSaying('for Sample Street');
  const form = await pressMore(card, 'Remove words');
  const done = await form
    .fill({
      'The words, as they stand there': '12 Sample Street',
      'Why, without repeating them': 'Sample reason: an address.',
    })
    .press('Remove for good');
  expect(done.text()).toContain('Words removed · Tess Sample');
  expect(await stored(started)).toContain('Sample comment on [removed].');

  const cat = started.teams.person('Cat Sample');
  await started.searchHasRead();
  await (await isAsked(cat)).press('Mine builds on it', { nth: 0 });
  const linked = await channel.as(tess).messageSaying(alikeIdea.Title);
  expect(linked.text()).toContain('builds on: Sample idea: one form for Sample Street');
  const again = await pressMore(card, 'Remove words');
  await again
    .fill({
      'The words, as they stand there': 'Sample Street',
      'Why, without repeating them': 'Sample reason.',
    })
    .press('Remove for good');
  await channel
    .as(tess)
    .until(
      'the card of the other without them',
      () => linked.text().includes('builds on: Sample idea: one form for [removed]') || undefined,
    );
  expect(await stored(started)).not.toMatch(/sample\s+street/iu);
  // What was sent to people in Teams is drawn anew where it stands.
  await ann.chat.until('the receipt', () => receipt.text().includes('for [removed]') || undefined);
  await dan.chat.until('the question', () => opinion.text().includes('for [removed]') || undefined);
});
