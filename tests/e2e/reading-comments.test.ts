import { expect, test } from '@jest/globals';
import type { Card } from '../teams/simulator/card.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { innovationTeam } from './innovation-team.ts';
import { morning } from './morning.ts';
import { movingClock } from './moving-clock.ts';
import { type Started, startedService } from './started-service.ts';

const says = async (seat: Seat, text: string): Promise<Card> => (await seat.asks(text)).card;

const people = ({ teams }: Started) => {
  const [ann, ben, cas, dee] = ['Ann Sample', 'Ben Sample', 'Cas Sample', 'Dee Sample'].map((name) =>
    teams.person(name).hasAppSilently(),
  );
  if (!ann || !ben || !cas || !dee) throw new Error('Nobody is there');
  return { ann, ben, cas, dee };
};

async function comments(card: Card, text: string): Promise<Card> {
  const list = card.buttons().includes('Comments') ? (await card.press('Comments')).card : card;
  const form = (await list.press('Comment')).card;
  form.fill({ 'Your comment': text });
  return (await form.press('Send', { twice: true })).card;
}

const news = (seat: Seat, said = /new comment/u) =>
  seat.messages().filter((message) => said.test(message.text()));

test('who wrote an article and who commented hear of comments, once an hour, until they say no more', async () => {
  const clock = movingClock('2027-02-22T10:05:00Z');
  await using started = await startedService({ clock });
  const { channel, tess } = await innovationTeam(started.teams);
  const { ann, ben, cas, dee } = people(started);
  const form = (await (await says(ann.chat, 'write')).press('Write an article')).card;
  form.fill({ Title: 'Sample article of Ann', Text: 'Sample text: one form instead of three.' });
  await form.press('Send');
  await (await channel.as(tess).messageSaying('Sample article of Ann')).card.press('Publish');
  await ann.chat.messageSaying('Your article is published');
  const opens = async (seat: Seat) => (await (await says(seat, 'latest')).press('Open', { nth: 0 })).card;

  const list = await comments(await opens(ben.chat), 'Sample comment of Ben');
  expect(list.buttons()).toContain('No more news of comments');
  const ofAnn = await ann.chat.messageSaying('A new comment');
  expect(ofAnn.text()).toContain('On “Sample article of Ann”');
  expect(ofAnn.text()).toContain('Sample comment of Ben');
  const ofCas = await comments(await opens(cas.chat), 'Sample comment of Cas');
  await ann.chat.until(
    'both comments in one message',
    () => /2 new comments/u.test(ofAnn.text()) || undefined,
  );
  const ofBen = await ben.chat.messageSaying('A new comment');
  expect(ofBen.text()).toContain('Sample comment of Cas');
  expect(ofBen.text()).not.toContain('Sample comment of Ben');
  await started.settled();
  expect([news(ann.chat), news(ben.chat), news(cas.chat)].map(({ length }) => length)).toEqual([1, 1, 0]);

  await ofCas.press('Remove my comment');
  await ann.chat.until(
    'the removed comment to go',
    () => !ofAnn.text().includes('Sample comment of Cas') || undefined,
  );
  await ben.chat.messageSaying('A new comment was removed');

  const stopped = (await ofAnn.card.press('No more news of comments', { twice: true })).card;
  expect(stopped.buttons()).toContain('Tell me of new comments');
  // Who has said so hears no more, though they take part again.
  const again = await comments(await opens(ann.chat), 'Sample comment of Ann');
  expect(again.buttons()).toContain('Tell me of new comments');
  clock.goTo('2027-02-22T11:05:00Z');
  await comments(await opens(dee.chat), 'Sample comment of Dee');
  await cas.chat.messageSaying('Sample comment of Dee');
  await ben.chat.messageSaying('Sample comment of Dee');
  await started.settled();
  expect(news(ann.chat, /Sample comment of Dee/u)).toHaveLength(0);
  await stopped.press('Tell me of new comments');
  clock.goTo('2027-02-22T12:05:00Z');
  await comments(await opens(dee.chat), 'Sample comment two of Dee');
  await ann.chat.messageSaying('Sample comment two of Dee');
  await started.settled();
  expect(news(dee.chat)).toHaveLength(0);

  // At night nobody hears; in the morning once of all of it.
  clock.goTo('2027-02-22T21:05:00Z');
  await comments(await opens(dee.chat), 'Sample comment of Dee at nine');
  clock.goTo('2027-02-23T00:10:00Z');
  const ofNight = await comments(await opens(cas.chat), 'Sample comment of Cas at midnight');
  await comments(ofNight, 'Sample comment of Cas, taken back');
  await (await opens(cas.chat)).press('Comments');
  const mine = (await (await opens(cas.chat)).press('Comments')).card;
  await mine.press('Remove my comment', { nth: 0 });
  await morning(started, clock);
  expect(news(ann.chat, /at midnight/u)).toHaveLength(0);
  clock.goTo('2027-02-23T09:01:00Z');
  await morning(started, clock);
  await morning(started, clock);
  const ofMorning = await ann.chat.messageSaying('2 new comments');
  expect(ofMorning.text()).toContain('Sample comment of Dee at nine');
  expect(ofMorning.text()).toContain('Sample comment of Cas at midnight');
  const toldCas = await cas.chat.messageSaying('Sample comment of Dee at nine');
  expect(toldCas.text()).not.toContain('at midnight');
  expect(news(ann.chat, /at midnight/u)).toHaveLength(1);
});

test('comments on a case study are told to those who commented before; nobody hears of what was taken back', async () => {
  await using started = await startedService({ clock: movingClock('2027-02-22T10:05:00Z') });
  const { channel, tess } = await innovationTeam(started.teams);
  const { ann, ben, cas } = people(started);
  const form = (await (await says(channel.as(tess), 'add case')).press('Add a case study')).card;
  form.fill({
    Title: 'Sample case: one letter',
    'Place or service': 'Housing',
    'What was looked at or done, and what was learnt': 'Sample text: one letter instead of three.',
  });
  const added = (await form.press('Save')).card;
  const opens = async (seat: Seat) =>
    (await (await says(seat, 'cases letter')).press('Open', { nth: 0 })).card;
  await comments(await opens(ann.chat), 'Sample comment of Ann');
  const ofBen = await comments(await opens(ben.chat), 'Sample comment of Ben');
  const told = await ann.chat.messageSaying('A new comment');
  expect(told.text()).toContain('On “Sample case: one letter”');
  const read = (await told.card.press('Read the comments')).card;
  expect(read.text()).toMatch(/Sample comment of Ben[\s\S]*Sample comment of Ann/u);
  expect((await read.press('Back to the case study')).text()).toContain('Housing. ');

  const late = (await ofBen.press('Comment')).card;
  await added.press('Take back');
  late.fill({ 'Your comment': 'Sample comment too late' });
  const refused = (await late.press('Send')).card;
  expect(refused.text()).toContain('This is no longer here, so your comment was not sent.');
  expect(refused.valueOf('Your comment')).toBe('Sample comment too late');
  expect((await says(cas.chat, 'cases letter')).text()).toContain('I found no case study');
});
