import { expect, test } from '@jest/globals';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { startedService } from './started-service.ts';

test('an idea is posted to the triage channel, taken and decided, and its author hears of each step', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  expect(card.text()).toContain('By Ann Sample');
  expect(card.text()).toContain('New');

  const taken = await card.card.press('Take it');
  expect(taken.text()).toContain('Tess Sample has it');
  await ann.chat.messageSaying('Tess Sample of the innovation team has taken it on.');

  const form = (await card.card.press('Decide')).card;
  form.fill({ Decision: 'Accept for trial', Reason: 'Sample reason: try it for three months.' });
  expect((await form.press('Decide')).text()).toContain('Accepted for trial');
  const news = await ann.chat.messageSaying('Your idea goes on trial');
  expect(news.text()).toContain('Sample reason: try it for three months.');

  await channel
    .as(tess)
    .until('the card for everybody to be up to date', () =>
      card.text().includes('Sample reason') && !card.card.buttons().includes('Take it') ? true : undefined,
    );
  await started.settled();
  expect(
    channel
      .as(tess)
      .messages()
      .filter((message) => message.text().includes('one form')),
  ).toHaveLength(1);
});

test('a question reaches the author in the 1:1 chat and the answer comes back onto the card', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const form = (await card.card.press('Ask a question')).card;
  form.fill({ 'Your question': 'Which three forms are they?' });
  expect((await form.press('Send question')).text()).toContain('Waiting for the author');

  const news = await ann.chat.messageSaying('Which three forms are they?');
  const answer = (await news.card.press('Answer the question')).card;
  expect(answer.text()).toContain('Which three forms are they?');
  answer.fill({ 'Your answer': 'Housing, council tax and parking.' });
  expect((await answer.press('Send answer', { twice: true })).text()).toContain('You answered:');
  await channel
    .as(tess)
    .until('the answer on the card', () =>
      card.text().includes('Housing, council tax and parking.') ? true : undefined,
    );
});

test('a second click and an old card give the present state, not an error', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const seenByTess = (await channel.as(tess).messageSaying('Sample idea: one form')).card;
  const seenByTom = (await channel.as(tom).messageSaying('Sample idea: one form')).card;
  await Promise.all([seenByTess.press('Take it', { twice: true }), seenByTess.press('Take it')]);
  const late = await seenByTom.press('Take it');
  expect(late.text()).toContain('Tess Sample has it');
});

test('of two who decide at once one decision stands, and the other person keeps what they wrote', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const cardOf = async (person: typeof tess) => (await channel.as(person).messageSaying('one form')).card;
  const ofTess = (await (await cardOf(tess)).press('Decide')).card;
  const ofTom = (await (await cardOf(tom)).press('Decide')).card;
  ofTess.fill({ Decision: 'Accept for trial', Reason: 'Sample reason of Tess' });
  ofTom.fill({ Decision: 'Decline', Reason: 'Sample reason of Tom' });
  const outcomes = await Promise.all([ofTess.press('Decide'), ofTom.press('Decide')]);
  const losers = outcomes.filter((outcome) => outcome.text().includes('Meanwhile'));
  expect(losers).toHaveLength(1);
  expect(losers[0]?.card.valueOf('Reason')).toContain('Sample reason of');
});

test('only the innovation team may act, and nothing changes for others', async () => {
  await using started = await startedService();
  const { team, channel, tess } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const card = await channel.as(tess).messageSaying('one form');
  const eve = started.teams.person('Eve Sample');
  team.with(eve);
  const asEve = (await channel.as(eve).messageSaying('one form')).card;
  team.entry.members.delete(eve.entry);
  expect((await asEve.press('Take it')).text()).toContain('Only the innovation team can do this');
  expect((await asEve.press('Decide')).text()).toContain('Only the innovation team can do this');
  await started.settled();
  expect(card.text()).not.toContain('Eve Sample has it');
});

test('nobody decides on their own idea', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  await sharesIdea(tess);
  const card = await channel.as(tess).messageSaying('one form');
  expect((await card.card.press('Decide')).text()).toContain('This is your own idea');
});

test('triage here is for administrators', async () => {
  await using started = await startedService({ settings: { INEWS_ADMINS: 'somebody-else' } });
  const ann = started.teams.person('Ann Sample');
  const team = started.teams.team('Sample team').with(ann);
  await team.installs(ann);
  await team.general.as(ann).says('triage here');
  await team.general.as(ann).messageSaying('Only an administrator of iNews can do this');
});

test('ideas shared before there was a triage channel are posted when it is chosen', async () => {
  await using started = await startedService();
  await sharesIdea(started.teams.person('Ann Sample'));
  const { channel, tess } = await innovationTeam(started.teams);
  await channel.as(tess).messageSaying('Sample idea: one form');
});

test('an author who cannot be reached is marked on the card, and hears of it at their next contact', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  await ann.chat.messageSaying('Thank you, we have it');
  ann.blocks();
  const card = await channel.as(tess).messageSaying('one form');
  await card.card.press('Take it');
  await channel
    .as(tess)
    .until('the mark on the card', () =>
      card.text().includes('The author cannot be reached') ? true : undefined,
    );
  await ann.says('hi');
  await ann.chat.messageSaying('has taken it on');
  await channel
    .as(tess)
    .until('the mark to go', () => (card.text().includes('The author cannot be reached') ? undefined : true));
});

test('an anonymous author is sent nothing, and the card says that what is said waits', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, { 'How should we name you?': 'Not at all: my name is not stored' });
  const card = await channel.as(tess).messageSaying('By somebody who asked not to be named');
  await started.settled();
  const before = ann.chat.messages().length;
  const form = (await card.card.press('Ask a question')).card;
  form.fill({ 'Your question': 'Which forms?' });
  expect((await form.press('Send question')).text()).toContain('What you say waits with the idea');
  await started.settled();
  expect(ann.chat.messages()).toHaveLength(before);
});

test('theme and topics are corrected on the triage side', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const card = (await channel.as(tess).messageSaying('one form')).card;
  await card.press('More');
  const form = (await card.press('Correct theme and topics')).card;
  form.fill({ Theme: 'Education', 'Topics, three at the most': ['Early years', 'Offending'] });
  const corrected = await form.press('Save');
  expect(corrected.text()).toContain('Theme: Education');
  expect(corrected.text()).toContain('Topics: Early years, Offending');
});
