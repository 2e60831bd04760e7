import { expect, test } from '@jest/globals';
import { innovationTeam } from './innovation-team.ts';
import { startedService } from './started-service.ts';

test('feedback is stored once and read by the innovation team alone', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await ann.says('feedback');
  const form = (await (await ann.chat.messageSaying('Tell us what you think')).card.press('Give feedback'))
    .card;
  form.fill({ 'How useful is it to you?': '4 – useful', 'In your words': 'Sample words: shorter, please.' });
  expect((await form.press('Send', { twice: true })).text()).toContain('The innovation team reads all of it');
  await ann.says('read feedback');
  await ann.chat.messageSaying('Only the innovation team can do this');
  await channel.as(tess).says('read feedback');
  const list = await channel.as(tess).messageSaying('What people think');
  expect(list.text()).toContain('4 of 5 · Ann Sample');
  expect(list.text().split('Sample words')).toHaveLength(2);
});

test('a reply and what was changed reach the person once, and everybody reads the change', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await ann.says('feedback');
  const form = (await (await ann.chat.messageSaying('Tell us what you think')).card.press('Give feedback'))
    .card;
  form.fill({ 'How useful is it to you?': '4 – useful', 'In your words': 'Sample words: shorter, please.' });
  await form.press('Send');
  await channel.as(tess).says('read feedback');
  const list = (await channel.as(tess).messageSaying('What people think')).card;
  const ofTess = (await list.press('Reply')).card;
  const ofTom = (await (await channel.as(tom).messageSaying('What people think')).card.press('Reply')).card;
  ofTess.fill({ 'Your reply': 'Sample reply: we look into it.' });
  ofTom.fill({ 'Your reply': 'Sample reply of Tom.' });
  expect((await ofTess.press('Send reply', { twice: true })).text()).toContain('Tess Sample replied');
  const late = (await ofTom.press('Send reply')).card;
  expect(late.text()).toContain('Tess Sample was first');
  expect(late.valueOf('Your reply')).toBe('Sample reply of Tom.');
  await ann.chat.messageSaying('Sample reply: we look into it.');

  const change = (await list.press('Mark as changed')).card;
  expect(change.valueOf('You said')).toBe('Sample words: shorter, please.');
  change.fill({ 'We changed': 'Sample change: five articles at the most.' });
  expect((await change.press('Mark as changed', { twice: true })).text()).toContain('· changed');
  await ann.chat.messageSaying('Sample change: five articles at the most.');
  await started.settled();
  expect(ann.chat.messages().filter((one) => one.text().includes('Sample reply'))).toHaveLength(1);

  const eve = started.teams.person('Eve Sample');
  await eve.says('feedback');
  const invite = await eve.chat.messageSaying('You said, we changed');
  expect(invite.text()).toContain('Sample change: five articles at the most.');
  expect(invite.text()).not.toContain('Ann Sample');
});
