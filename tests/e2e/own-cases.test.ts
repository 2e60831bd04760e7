import { expect, test } from '@jest/globals';
import { cases } from '../../src/reading/model.ts';
import type { Card } from '../teams/simulator/card.ts';
import type { Person } from '../teams/simulator/person.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { type InnovationTeam, innovationTeam, sharesIdea } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';
import { pressMore } from './triage-jobs.ts';

const says = async (seat: Seat, text: string): Promise<Card> => (await seat.asks(text)).card;

const told = {
  Title: 'Sample case: one parking letter',
  'Place or service': 'Sample parking service',
  'What was looked at or done, and what was learnt':
    'Sample text: one letter on offending drivers instead of three.\n\nSample second paragraph with **stars** and ${1+1}.',
};

const figureLabel = 'The figure, in one sentence';

async function addsCase(seat: Seat, more: Readonly<Record<string, string | readonly string[]>> = {}) {
  const form = (await (await says(seat, 'add case')).press('Add a case study')).card;
  form.fill({ ...told, ...more });
  return (await form.press('Save', { twice: true })).card;
}

async function scene(started: Started): Promise<InnovationTeam & { ann: Person; ben: Person; eve: Person }> {
  const team = await innovationTeam(started.teams);
  team.tess.hasAppSilently();
  team.tom.hasAppSilently();
  const [ann, ben, eve] = ['Ann Sample', 'Ben Sample', 'Eve Sample'].map((name) =>
    started.teams.person(name).hasAppSilently(),
  );
  if (!ann || !ben || !eve) throw new Error('Nobody is there');
  return { ...team, ann, ben, eve };
}

test('the innovation team adds a case study with figures and sources; everybody reads, marks and answers it', async () => {
  await using started = await startedService();
  const { channel, tess, ann, ben, eve } = await scene(started);
  const seat = channel.as(tess);
  const form = (await (await says(seat, 'add case')).press('Add a case study')).card;
  form.fill({ ...told, [figureLabel]: 'Sample figure: 40 of 100 called less often.' });
  const refused = (await form.press('Save')).card;
  expect(refused.text()).toContain('none is shown without its source');
  expect(refused.valueOf(figureLabel)).toBe('Sample figure: 40 of 100 called less often.');
  refused.fill({
    'Where it comes from': 'Sample count of the service, 2026',
    'How sure is it?': 'Measured',
    'Topics, three at the most': ['Customer access'],
    'Link to read more': 'https://news.example/case',
  });
  const added = (await refused.press('Save', { twice: true })).card;
  expect(added.text()).toContain('Sample parking service. ');
  expect(added.text()).toContain('Sample second paragraph with **stars** and ${1+1}.');
  expect(added.text()).toContain('This has been measured.\nSource: Sample count of the service, 2026.');
  expect(added.text()).not.toContain('Total Place pilot');
  expect(added.buttons()).toEqual(
    expect.arrayContaining(['Read more', 'Edit', 'Take back', 'Share an idea about this']),
  );

  const list = await says(ann.chat, 'cases');
  expect(list.text().indexOf('Sample case: one parking letter')).toBeGreaterThan(0);
  expect(list.text().split('Sample case: one parking letter')).toHaveLength(2);
  expect(list.buttons()).not.toContain('Add a case study');
  for (const words of ['cases customer access', 'cases parking letter', 'cases sample parking service'])
    expect((await says(ann.chat, words)).text()).toContain('Sample case: one parking letter');
  const ofAnn = (await list.press('Open', { nth: 0 })).card;
  expect(ofAnn.buttons()).not.toContain('Edit');
  const marked = (await ofAnn.press('Useful', { twice: true })).card;
  expect(marked.text()).toContain('You find it useful.');
  const ofBen = (await (await says(ben.chat, 'cases letter')).press('Open', { nth: 0 })).card;
  expect((await ofBen.press('Useful')).text()).toContain('You and one other find it useful.');
  expect((await marked.press('Not useful after all')).text()).toContain('One person finds it useful.');

  const comment = (await (await ofBen.press('Comments')).card.press('Comment')).card;
  comment.fill({ 'Your comment': 'Sample comment with **stars**.' });
  const said = (await comment.press('Send', { twice: true })).card;
  expect(said.text().split('Sample comment')).toHaveLength(2);
  expect((await said.press('Back to the case study')).text()).toContain('You find it useful.');
  const alike = (await ofAnn.press('More like this')).card;
  expect(alike.text()).toContain('More like “Sample case: one parking letter”');
  expect(alike.text()).toContain('Case study: Kent');
  expect((await alike.press('Back to the case study')).text()).toContain('Sample parking service');
  const share = (await ofAnn.press('Share an idea about this')).card;
  expect(share.text()).toContain('Sample case: one parking letter');

  await eve.says('add case');
  await eve.chat.messageSaying('Only the innovation team can do this');
  const found = await eve.chat.extension.seeks('find', 'parking letter');
  expect(JSON.stringify(found)).toContain('Case study · Sample parking service');
});

test('of two who edit one case study the second is told; it is taken back and put back; pilots stay as they are', async () => {
  await using started = await startedService();
  const { channel, tess, tom, ann } = await scene(started);
  const first = await addsCase(channel.as(tess));
  const ofTom = (await (await says(tom.chat, 'cases parking')).press('Open', { nth: 0 })).card;
  const [formOfTess, formOfTom] = [(await first.press('Edit')).card, (await ofTom.press('Edit')).card];
  expect(formOfTess.valueOf('Title')).toBe(told.Title);
  formOfTess.fill({ Title: 'Sample case of Tess' });
  formOfTom.fill({ Title: 'Sample case of Tom' });
  expect((await formOfTess.press('Save', { twice: true })).text()).toContain('Sample case of Tess');
  const late = (await formOfTom.press('Save')).card;
  expect(late.text()).toContain('Tess Sample wrote it meanwhile.');
  expect(late.valueOf('Title')).toBe('Sample case of Tom');
  const saved = (await late.press('Save')).card;
  expect(saved.text()).toContain('Sample case of Tom');

  const ofAnn = (await (await says(ann.chat, 'cases tom')).press('Open', { nth: 0 })).card;
  const back = (await saved.press('Take back', { twice: true })).card;
  expect(back.text()).toContain('Taken back by Tom Sample');
  expect(back.buttons()).not.toContain('Share an idea about this');
  expect((await ofAnn.press('Useful')).text()).toContain('This case study is no longer here.');
  expect((await says(ann.chat, 'cases tom')).text()).toContain('I found no case study');
  const own = (await (await says(channel.as(tess), 'curate')).press('Case studies we added')).card;
  expect(own.text()).toContain('Taken back by Tom Sample');
  const again = (await (await own.press('Open')).card.press('Put it back')).card;
  expect(again.buttons()).toContain('Take back');
  expect((await says(ann.chat, 'cases tom')).text()).toContain('Sample case of Tom');

  const pilot = (await (await says(tess.chat, 'cases kent')).press('Open', { nth: 0 })).card;
  expect(pilot.buttons()).not.toContain('Edit');
  const [{ id: pilotId = '' } = {}] = (
    await started.store.query(cases, started.teams.tenantId, { limit: 100 })
  ).documents.filter(({ body }) => body.place === 'Kent');
  const forged = first.tamper((data) => ({ ...data, about: { case: pilotId } }));
  expect((await forged.press('Edit')).text()).toContain('Total Place pilot, South East');
  expect((await forged.press('Take back')).text()).not.toContain('Taken back');
});

test('an added case study is shown beside an idea like it, and is linked by the innovation team', async () => {
  await using started = await startedService({ searches: true });
  const { channel, tess, ann, ben } = await scene(started);
  await addsCase(channel.as(tess), { 'Topics, three at the most': ['Offending'] });
  const idea = {
    Title: 'Sample idea on offending drivers',
    'What would you change, and why?': 'Sample text: offenders and prison: one parking letter to drivers.',
  };
  await started.searchHasRead();
  const form = (await (await says(ann.chat, 'idea')).press('Share an idea')).card;
  const asked = (await form.fill(idea).press('Send')).card;
  expect(asked.text()).toContain('Case study · Sample parking service');
  await sharesIdea(ben, idea);
  const posted = await channel.as(tess).messageSaying('offending drivers');
  const link = await pressMore(posted, 'Link case studies');
  const linked = await link
    .fill({ 'Case studies': ['Sample case: one parking letter', 'Kent'] })
    .press('Save');
  expect(linked.text()).toContain('Sample case: one parking letter, Kent');
});
