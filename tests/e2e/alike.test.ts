import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import type { Card } from '../teams/simulator/card.ts';
import type { Person } from '../teams/simulator/person.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';

const first = {
  Title: 'Sample idea: one address form for people who move',
  'What would you change, and why?':
    'Residents who move house fill in three forms for council tax, parking and libraries. Let one form tell all three teams the new address.',
};
const inOtherWords = {
  Title: 'Sample idea: tell us once about a new address',
  'What would you change, and why?':
    'When someone moves home they should only have to give their new address once, and council tax, parking permits and the library all get updated.',
};
const alike = 'Not sent yet: is it like one of these?';
const anonymous = { 'How should we name you?': 'Not at all: my name is not stored' };
const teamOnly = { 'How should we name you?': 'By name, to the innovation team only' };

const withSearch = (settings: Readonly<Record<string, string>> = {}) =>
  startedService({ searches: true, settings });

async function openForm(person: Person): Promise<Card> {
  await person.says('idea');
  const invite = await person.chat.messageSaying('Two boxes are enough');
  return (await invite.card.press('Share an idea')).card;
}

async function sends(person: Person, fillings: Readonly<Record<string, string>>): Promise<Card> {
  const form = await openForm(person);
  if (Object.keys(fillings).length > 2) await form.press('Add more');
  return (await form.fill(fillings).press('Send')).card;
}

const stored = async ({ store, teams }: Started) =>
  (await store.query(submissions, teams.tenantId, { limit: 100 })).documents.map(({ body }) => body);

/** Sends an idea that is like one which was shared before. */
async function isAsked(
  { searchHasRead }: Started,
  person: Person,
  fillings: Readonly<Record<string, string>>,
): Promise<Card> {
  await searchHasRead();
  const shown = await sends(person, fillings);
  expect(shown.text()).toContain(alike);
  return shown;
}

test('a new idea like one of a colleague is shown it and builds on it, and the triage card says so', async () => {
  await using started = await withSearch();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  const bob = started.teams.person('Bob Sample');
  await sharesIdea(ann, first);
  const shown = await isAsked(started, bob, inOtherWords);
  expect(shown.text()).toContain(first.Title);
  expect(shown.text()).not.toContain('Ann Sample');
  expect(await stored(started)).toHaveLength(1);

  const receipt = await shown.press('Mine builds on it', { twice: true });
  expect(receipt.text()).toMatch(/Your reference is [2-9B-Z]{6}\b/u);
  expect(receipt.text()).toContain(`builds on “${first.Title}”`);
  const [older, newer] = [...(await stored(started))].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  expect(newer?.title).toBe(inOtherWords.Title);
  expect(newer?.change).toBe(inOtherWords['What would you change, and why?']);
  expect(newer?.links).toEqual([
    { kind: 'buildsOn', to: { kind: 'idea', id: older?.reference, title: first.Title } },
  ]);
  await channel.as(tess).messageSaying(`The author says it builds on: ${first.Title} · ${older?.reference}`);
});

test('different sends it without a link, and the same is thanked with the reference of the other', async () => {
  await using started = await withSearch();
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, first);
  const [other] = await stored(started);
  const bob = started.teams.person('Bob Sample');
  const shown = await isAsked(started, bob, inOtherWords);
  const different = await shown.press('Different, send mine');
  expect(different.text()).toContain('Your reference is');
  expect((await stored(started)).flatMap(({ links = [] }) => links)).toEqual([]);

  const cat = started.teams.person('Cat Sample');
  const again = await isAsked(started, cat, inOtherWords);
  expect(again.buttons().filter((button) => button === 'Mine is the same')).toHaveLength(2);
  const at = again.text().indexOf(first.Title) < again.text().indexOf(inOtherWords.Title) ? 0 : 1;
  const same = await again.press('Mine is the same', { nth: at });
  expect(same.text()).toContain(`the same as “${first.Title}” (${other?.reference})`);
});

test('nothing of an author who is named to the team only is shown, and an anonymous idea without a name', async () => {
  await using started = await withSearch();
  const ann = started.teams.person('Ann Sample');
  const bob = started.teams.person('Bob Sample');
  await sharesIdea(ann, { ...first, ...teamOnly });
  await started.searchHasRead();
  expect((await sends(bob, inOtherWords)).text()).toContain('Your reference is');

  await using other = await withSearch();
  await sharesIdea(other.teams.person('Ann Sample'), { ...first, ...anonymous });
  const shown = await isAsked(other, other.teams.person('Bob Sample'), inOtherWords);
  expect(shown.text()).toContain(first.Title);
  expect(shown.text()).not.toContain('Ann');
});

test('a declined idea is shown to nobody, even before the search has heard of it', async () => {
  await using started = await withSearch();
  const { channel, tom } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'), first);
  await started.searchHasRead();
  const posted = await channel.as(tom).messageSaying(first.Title);
  const form = (await posted.card.press('Decide')).card;
  await form.fill({ Decision: 'Decline', Reason: 'Sample reason.' }).press('Decide');
  const receipt = await sends(started.teams.person('Bob Sample'), inOtherWords);
  expect(receipt.text()).toContain('Your reference is');
});

test('a case study to the point is shown, and what was typed can be changed before it is sent', async () => {
  await using started = await withSearch();
  const ann = started.teams.person('Ann Sample');
  const shown = await isAsked(started, ann, {
    Title: 'Sample idea: mentors for prison leavers',
    'What would you change, and why?':
      'Pair each offender who leaves prison with a mentor who helps with housing and benefits.',
  });
  expect(shown.text()).toContain('Total Place case study');
  expect(shown.buttons()).not.toContain('Mine is the same');
  await shown.press('What I wrote');
  shown.fill({ Title: 'Sample idea: mentors at the gate' });
  const receipt = await shown.press('Mine builds on it', { nth: 0 });
  expect(receipt.text()).toContain('Your reference is');
  const [idea] = await stored(started);
  expect(idea?.title).toBe('Sample idea: mentors at the gate');
  expect(idea?.links).toEqual([{ kind: 'buildsOn', to: expect.objectContaining({ kind: 'case' }) }]);
});

test('everything that was typed comes through, where forms are shown in place and without a name too', async () => {
  await using started = await withSearch({ INEWS_FORMS: 'inline' });
  await sharesIdea(started.teams.person('Ann Sample'), first);
  await started.searchHasRead();
  const form = await openForm(started.teams.person('Bob Sample'));
  await form.press('Add more');
  form.fill({
    ...inOtherWords,
    'What is it?': 'A barrier: a rule or system that stops good work',
    'What would be better, and for whom?': 'Sample text.\nIn two lines.',
    'Service area': 'Housing',
    'Who helped to shape it?': ['Residents', 'Partners'],
    Link: 'www.example.org/page',
    ...anonymous,
  });
  const shown = (await form.press('Send')).card;
  expect(shown.text()).toContain(alike);
  const receipt = await shown.press('Different, send mine');
  expect(receipt.text()).toContain('Your reply code is');
  const sent = (await stored(started)).find(({ naming }) => naming === 'anonymous');
  expect(sent).toMatchObject({
    kind: 'barrier',
    benefit: 'Sample text.\nIn two lines.',
    service: 'Housing',
    shapedBy: ['residents', 'partners'],
    link: 'https://www.example.org/page',
  });
  expect(JSON.stringify(sent)).not.toContain('Bob');
});

test('a forged link to what is not for everybody is not stored, and the idea is', async () => {
  await using started = await withSearch();
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, { ...first, ...teamOnly });
  const [hidden] = await stored(started);
  const form = (await openForm(started.teams.person('Bob Sample'))).fill(inOtherWords);
  form.tamper((data) => ({ ...data, about: { compared: { as: 'same', idea: hidden?.reference } } }));
  const receipt = await form.press('Send');
  expect(receipt.text()).toContain('Your reference is');
  expect(receipt.text()).not.toContain(first.Title);
  expect((await stored(started)).flatMap(({ links = [] }) => links)).toEqual([]);
});

test('when the search thread dies, an idea is taken as if there were no search', async () => {
  const searchProgram = new URL('../ideas/evidence/dying-search.js', import.meta.url);
  await using started = await startedService({ searches: true, searchProgram });
  await sharesIdea(started.teams.person('Ann Sample'), first);
  await started.searchHasRead();
  for (const name of ['Bob Sample', 'Cat Sample']) {
    const receipt = await sends(started.teams.person(name), inOtherWords);
    expect(receipt.text()).toContain('Your reference is');
  }
});
