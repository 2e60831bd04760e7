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
