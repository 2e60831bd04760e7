import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { noEvents } from '../../src/outbox/event.ts';
import { type Replication, replicationId, replications } from '../../src/spread/model.ts';
import { person, sampleReplication, sampleSource } from '../spread/sample-replication.ts';
import { pressUntilAnswered } from './colleagues-ideas.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { allowed } from './offered-file.ts';
import { untilOutOfReach } from './out-of-reach.ts';
import { adoptedIdea, triesIt } from './spread-scene.ts';
import { type Started, startedService } from './started-service.ts';

const settings = { INEWS_SERVICES: 'Housing, Finance' };
const most = 100;

/** Puts so many replications into the store after those that stand there, a minute apart. */
async function kept({ store, teams }: Started, from: number, to: number, given: Partial<Replication> = {}) {
  const made = Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    const movedAt = new Date(Date.parse('2027-01-01T00:00:00Z') + n * 60_000).toISOString();
    const service = n % 2 === 0 ? 'Housing' : 'Finance';
    const source = { ...sampleSource, title: `Sample idea ${n + 1}` };
    const { body } = sampleReplication({ source, service, movedAt, ...noEvents, ...given });
    return { id: replicationId(source, service, n), body };
  });
  for (let at = 0; at < made.length; at += most)
    await store.createMany(replications, teams.tenantId, made.slice(at, at + most));
}

test('the register is right with none, one, ten and a thousand, narrowed by state and service', async () => {
  await using started = await startedService({ settings });
  const { tess } = await innovationTeam(started.teams);
  const register = async (saying: string) => {
    await tess.says('register');
    return (await tess.chat.messageSaying(saying)).card;
  };
  expect((await register('None yet.')).buttons()).toEqual(['Show']);
  await kept(started, 0, 1);
  const one = await register('One trial.');
  expect(one.text()).toContain('Sample idea 1\nHousing\nBeing tried');
  expect(one.text()).toContain('Sample bob leads it. Start: Monday 22 February 2027');

  const result = {
    by: person('bob'),
    at: '2027-05-23T09:00:00.000Z',
    outcome: 'works',
    learnt: 'Sample text: start small.',
    benefits: { cashable: 4000, confidence: 'high' },
  } as const;
  await kept(started, 1, 10, { state: 'finished', result });
  const ten = await register('10 trials.');
  expect(ten.text()).toContain('Sample idea 10\nFinance\nWorks');
  expect(ten.text()).toContain('Saved: £4,000 a year');
  const older = (await ten.press('Older')).card;
  expect(older.text()).toContain('Sample idea 1\n');
  expect(older.buttons()).not.toContain('Older');
  expect((await older.press('Newest')).text()).toContain('Sample idea 10\n');

  ten.fill({ 'How it stands': 'Result reported', 'Service area': 'Finance' });
  const narrowed = (await ten.press('Show')).card;
  expect(narrowed.text()).toContain('5 trials.');
  expect(narrowed.text()).not.toContain('\nHousing\n');
  narrowed.fill({ 'How it stands': 'Ended early' });
  expect((await narrowed.press('Show')).text()).toContain('There is none of these.');

  await kept(started, 10, 1000);
  const thousand = await register('1,000 trials.');
  expect(Buffer.byteLength(JSON.stringify(thousand.json))).toBeLessThan(28 * 1024);
  const finance = await pressUntilAnswered(
    thousand.fill({ 'Service area': 'Finance', 'How it stands': 'Being tried' }),
    'Show',
  );
  expect(finance.text()).toContain('495 trials.');
  await finance.press('As a spreadsheet');
  const rows: Record<string, string>[] = parse(await allowed(started, tess, '.csv'), {
    bom: true,
    columns: true,
  });
  expect(rows).toHaveLength(495);
  expect(new Set(rows.map(({ service }) => service))).toEqual(new Set(['Finance']));
});

test('the register goes out as text that no spreadsheet runs, and to nobody outside the team', async () => {
  await using started = await startedService({ settings });
  const { team, tess } = await innovationTeam(started.teams);
  const eve = started.teams.person('Eve Sample');
  const result = { by: person('bob'), at: '2027-05-23T09:00:00.000Z', outcome: 'partly' } as const;
  const learnt = '=HYPERLINK("https://example.org")';
  await kept(started, 0, 1, { state: 'finished', result: { ...result, learnt } });
  await tess.says('register');
  const register = (await tess.chat.messageSaying('One trial.')).card;
  await register.press('As a spreadsheet');
  const csv = await allowed(started, tess, '.csv');
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(`);
  await register.press('As JSON');
  const json = JSON.parse(await allowed(started, tess, '.json'));
  expect(json.replications).toEqual([
    expect.objectContaining({ learnt, state: 'partly', service: 'Housing' }),
  ]);

  await eve.says('register');
  await eve.chat.messageSaying('Only the innovation team can do this');
  await team.general.as(tess).says('register');
  const shared = await team.general.as(tess).messageSaying('One trial.');
  expect((await shared.card.press('As JSON')).text()).toContain('This is for your eyes only');
});

test('a lead who cannot be reached is marked for the team, with a press to name another', async () => {
  await using started = await startedService({ settings });
  const team = await innovationTeam(started.teams);
  const { tess } = team;
  const [ann, bob, cas] = ['Ann', 'Bob', 'Cas'].map((name) => started.teams.person(`${name} Sample`));
  if (!ann || !bob || !cas) throw new Error('Three people are needed');
  await tess.says('today');
  expect((await tess.chat.nextMessage()).text()).not.toContain('Trials without anybody to ask');
  await cas.says('hi');
  await adoptedIdea(team, ann);
  await sharesIdea(ann, { Title: 'Sample idea: benches' });
  const benches = await team.channel.as(tess).messageSaying('Sample idea: benches');
  const decide = (await benches.card.press('Decide')).card;
  await decide.press('Dates and people');
  decide.fill({
    Decision: 'Accept for trial',
    Reason: 'Sample reason.',
    'Who leads the trial': cas.objectId,
  });
  await decide.fill({ 'What is measured': 'Sample measure' }).press('Decide');
  cas.blocks();
  await triesIt(bob, 'Housing', { 'Who leads it': cas.objectId });
  await untilOutOfReach(started, cas);

  await tess.says('today');
  const today = await tess.chat.messageSaying('Trials without anybody to ask');
  expect(today.text().match(/Cas Sample leads it and cannot be reached in Teams/gu)).toHaveLength(2);
  expect(today.text()).toContain('Sample idea: one form · Housing');
  const plan = (await today.card.press('Name another lead', { nth: 0 })).card;
  const planned = await plan.fill({ 'Who leads the trial': ann.objectId }).press('Save');
  expect(planned.text()).toContain('Ann Sample leads it');

  await tess.says('register');
  const register = await tess.chat.messageSaying('Cas Sample cannot be reached in Teams');
  const edit = (await register.card.press('Name another lead')).card;
  const saved = await edit.fill({ 'Who leads it': bob.objectId }).press('Save', { twice: true });
  expect(saved.text()).toContain('Bob Sample leads it');
  await bob.chat.messageSaying('Tess Sample has named you to lead this');
  await tess.says('today');
  const after = await tess.chat.until('the new card of today', () =>
    tess.chat.messages().findLast((one) => one.text().includes('What waits for you today')),
  );
  expect(after.text()).not.toContain('Trials without anybody to ask');
});
