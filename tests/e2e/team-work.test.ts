import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';
import { notes, pressMore } from './triage-jobs.ts';

/** Everything that is stored under submissions, as text. */
async function stored({ store, teams }: Started): Promise<string> {
  const page = await store.query(submissions, teams.tenantId, { limit: 100 });
  return JSON.stringify(page.documents);
}

test('an idea is given to members of the team alone, who hear of it, and its author hears who has it', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const [ann, eve] = [started.teams.person('Ann Sample'), started.teams.person('Eve Sample')];
  await Promise.all([tom.says('hi'), eve.says('hi')]);
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const owners = 'People of the innovation team; the first is asked first';
  const form = (await pressMore(card, 'Assign')).fill({ [owners]: [tom.objectId, eve.objectId] });
  const refused = await form.press('Save');
  expect(refused.text()).toContain('One of these people is not in the innovation team');
  expect(card.text()).not.toContain('Tom Sample');
  const assigned = await refused.card
    .fill({ [owners]: [tom.objectId, tess.objectId] })
    .press('Save', { twice: true });
  expect(assigned.text()).toContain('In review · Tom Sample, Tess Sample have it');
  await tom.chat.messageSaying('Tess Sample has given you an idea');
  await started.settled();
  expect(tess.chat.messages().some((one) => one.text().includes('has given you'))).toBe(false);
  await ann.chat.messageSaying('Tom Sample, Tess Sample of the innovation team look after it now.');
  await started.settled();
  expect(ann.chat.messages().filter((one) => one.text().includes('look after it now'))).toHaveLength(1);
});

test('notes and scores are the team’s alone; of several scorers the spread is shown', async () => {
  await using started = await startedService({ settings: { INEWS_CRITERIA: 'Sample criterion' } });
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  for (let n = 1; n <= 4; n++) expect(await notes(card, `Sample note ${n}`)).toContain(`Sample note ${n}`);
  const ofTess = await pressMore(card, 'Score');
  const first = await ofTess.fill({ Impact: '4', Effort: '2', 'Sample criterion': '5' }).press('Save');
  expect(first.text()).toContain('Impact 4 · Effort 2 · Sample criterion 5 · one person');
  const ofTom = await pressMore(await channel.as(tom).messageSaying('Sample idea: one form'), 'Score');
  const both = await ofTom.fill({ Impact: '5', Effort: '2' }).press('Save');
  expect(both.text()).toContain('Impact 4.5 (4 to 5) · Effort 2 · Sample criterion 5 · 2 people');
  const again = await pressMore(card, 'Score');
  expect(again.valueOf('Impact')).toBe('4');
  expect((await again.fill({ Impact: '5' }).press('Save')).text()).toContain('Impact 5 · Effort 2');
  expect(card.text()).toContain('2 earlier notes are not shown.');
  await ann.says('my ideas');
  const story = await (await ann.chat.messageSaying('My ideas')).card.press('Open');
  expect(story.text()).not.toMatch(/Sample note|Impact/u);
});

test('words that should never have been there are gone from the store, with who removed them and why kept', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, {
    'What would you change, and why?': 'Sample text about 12 Sample  Street, where the light is out.',
    Link: 'https://example.org/12%20sample%20street',
  });
  const card = await channel.as(tess).messageSaying('12 Sample  Street');
  const question = (await card.card.press('Ask a question')).card;
  await question.fill({ 'Your question': 'Is it 12 SAMPLE STREET or the next?' }).press('Send question');
  await notes(card, 'Sample note: 12 Sample Street is empty.');
  const form = await pressMore(card, 'Remove words');
  const reason = 'Why, without repeating them';
  form.fill({
    'The words, as they stand there': '12 sample street',
    [reason]: '12 Sample Street is private.',
  });
  const repeated = await form.press('Remove for good');
  expect(repeated.text()).toContain('The reason repeats the words.');
  const wrong = await repeated.card
    .fill({ 'The words, as they stand there': '13 sample street', [reason]: 'Sample reason: an address.' })
    .press('Remove for good');
  expect(wrong.text()).toContain('These words do not stand in it.');
  const done = await wrong.card
    .fill({ 'The words, as they stand there': '12 sample street' })
    .press('Remove for good');
  expect(done.text()).toContain('Sample text about [removed], where the light is out.');
  expect(done.text()).toContain('Words removed · Tess Sample');
  expect(await stored(started)).not.toMatch(/12\s+sample\s+street/iu);
  expect(await stored(started)).toContain('Sample reason: an address.');
  await channel
    .as(tess)
    .until('the card for everybody without them', () => !/12\s+Sample/iu.test(card.text()) || undefined);
});

test('case studies are put beside an idea, and its service is corrected with a reason', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const cases = await pressMore(card, 'Link case studies');
  const linked = await cases.fill({ 'Case studies': ['Kent', 'Croydon'] }).press('Save');
  expect(linked.text()).toContain('Case studies to the point: ');
  expect(linked.text()).toContain('Croydon');
  const subjects = await pressMore(card, 'Correct theme and topics');
  subjects.fill({
    'Service area': 'Housing',
    'Why, for the author. You need not say.': 'Sample reason: theirs.',
  });
  expect((await subjects.press('Save')).text()).toContain('Service: Housing');
  await ann.says('my ideas');
  const story = await (await ann.chat.messageSaying('My ideas')).card.press('Open');
  expect(story.text()).toContain('Sample reason: theirs.');
});

test('a colleague is asked in their own chat, sees the one idea without its author, and answers; nobody else can', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const [ann, bob, eve] = ['Ann', 'Bob', 'Eve'].map((name) => started.teams.person(`${name} Sample`));
  if (!ann || !bob || !eve) throw new Error('Three people take part');
  await sharesIdea(ann);
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const form = await pressMore(card, 'Ask a colleague');
  form.fill({ Colleague: bob.objectId, 'Your question': 'Sample question: would it work?' });
  const unknown = await form.press('Send question');
  expect(unknown.text()).toContain('because they have never used iNews');
  expect(unknown.card.valueOf('Your question')).toBe('Sample question: would it work?');
  await bob.says('hi');
  await bob.chat.messageSaying('Share an idea').catch(() => undefined);
  expect((await unknown.card.press('Send question', { twice: true })).text()).toContain(
    'Bob Sample has been asked for an opinion.',
  );
  const asked = await bob.chat.messageSaying('Tess Sample would like your opinion');
  expect(asked.text()).toContain('One form instead of three');
  expect(asked.text()).not.toContain('Ann Sample');
  expect(asked.card.buttons()).toEqual(['Say what you think']);

  const ofBob = (await asked.card.press('Say what you think')).card;
  let pressed: unknown;
  ofBob.tamper((data) => {
    pressed = data.about;
    return data;
  });
  ofBob.fill({ 'Your opinion, for the innovation team': 'Sample answer: yes.' });
  expect((await ofBob.press('Send', { twice: true })).text()).toContain('Thank you');
  await channel
    .as(tess)
    .until('the answer on the card', () => card.text().includes('Sample answer: yes.') || undefined);
  expect(card.text()).toContain('Opinion of Bob Sample');

  await eve.says('idea');
  const hers = (await (await eve.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  const forged = await hers
    .tamper((data) => ({ ...data, dialog: 'opinion.give', about: pressed, answer: 'Sample forgery' }))
    .pressAnyway('Send');
  expect(forged.text()).not.toContain('Thank you');
  await started.settled();
  expect(card.text()).not.toContain('Sample forgery');
  const deciding = await asked.card
    .tamper((data) => ({ ...data, dialog: 'triage.note', about: { idea: Object(pressed).idea } }))
    .press('Say what you think');
  expect(deciding.text()).toContain('Only the innovation team can do this');
});

test('when Teams refuses to reach the colleague, the card says so until they are met again', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const [ann, bob] = [started.teams.person('Ann Sample'), started.teams.person('Bob Sample')];
  await sharesIdea(ann);
  await bob.says('hi');
  bob.blocks();
  const card = await channel.as(tess).messageSaying('Sample idea: one form');
  const ask = { Colleague: bob.objectId, 'Your question': 'Sample question: would it work?' };
  await (await pressMore(card, 'Ask a colleague')).fill(ask).press('Send question');
  await channel
    .as(tess)
    .until('the mark on the card', () => card.text().includes('Bob Sample cannot be reached') || undefined);
  const again = await (await pressMore(card, 'Ask a colleague')).fill(ask).press('Send question');
  expect(again.text()).toContain('I cannot reach Bob Sample just now');
  await bob.says('hi');
  await bob.chat.messageSaying('Tess Sample would like your opinion');
  await channel
    .as(tess)
    .until('the mark to go', () => !card.text().includes('Bob Sample cannot be reached') || undefined);
});
