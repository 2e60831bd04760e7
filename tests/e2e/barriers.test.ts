import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import { innovationTeam } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';

const barrierFields = ['For a barrier: what stops the work?', 'For a barrier: what does it stop?'];

async function openedForm(started: Started, name: string) {
  const person = started.teams.person(name);
  await person.says('idea');
  const form = (await (await person.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  await form.press('Add more');
  expect(form.fields()).not.toContain(barrierFields[0]);
  await form.press('More about a barrier');
  return form.fill({
    Title: `Sample matter of ${name}`,
    'What would you change, and why?': 'Sample text, long enough to say what should change.',
    'For a barrier: what stops the work?': 'Data sharing',
    'For a barrier: what does it stop?': 'Sample text: two teams visit the same family.',
  });
}

test('a barrier names the control that stops the work and what it stops, on the triage card', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const form = await openedForm(started, 'Ann Sample');
  form.fill({ 'What is it?': 'A barrier: a rule or system that stops good work' });
  expect((await form.press('Send')).text()).toContain('Your reference is');
  const card = await channel.as(tess).messageSaying('Sample matter of Ann Sample');
  expect(card.text()).toContain('What stops the work: Data sharing');
  expect((await channel.as(tom).messageSaying('two teams visit the same family')).id).toBe(card.id);
});

test('what was put in for a barrier is ignored when it is an idea after all', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const form = await openedForm(started, 'Bob Sample');
  expect((await form.press('Send')).text()).toContain('Your reference is');
  const card = await channel.as(tess).messageSaying('Sample matter of Bob Sample');
  expect(card.text()).not.toContain('Data sharing');
  const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 10 });
  expect(documents.map(({ body }) => [body.control, body.stops])).toEqual([[undefined, undefined]]);
});
