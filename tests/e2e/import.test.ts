import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import type { Person } from '../teams/simulator/person.ts';
import { innovationTeam } from './innovation-team.ts';
import { startedService } from './started-service.ts';

const sheet = [
  'Idea,Description,Status,Date received,Submitted by,Directorate',
  'Sample idea: one form,"Sample text, with a comma",Implemented,02/03/2024,Sample Old Author,Housing',
  'Sample idea: a calendar,,Parked,2024-05-06,,',
  ',Sample text without a title,New,,,',
  'Sample idea: maybe,Sample text,Perhaps,,,',
  'Sample idea: tomorrow,Sample text,New,31/02/2024,,',
  'Sample idea: gardens,Sample text,New,,,Gardens',
].join('\r\n');

async function brings(person: Person, name: string, content: string | Uint8Array) {
  await person.chat.sends(name, content);
  const read = await person.chat.messageSaying(name);
  return (await read.card.press('Say which column is what')).card;
}

test('a spreadsheet is matched, looked at and brought in once, and nobody is told', async () => {
  await using started = await startedService({ settings: { INEWS_SERVICES: 'Housing, Finance' } });
  const { channel, tess } = await innovationTeam(started.teams);
  const posted = channel.as(tess).messages().length;
  const match = await brings(tess, 'old.csv', sheet);
  // The headings were understood.
  expect(match.valueOf('The idea in a line')).toBe('Idea');
  expect(match.valueOf('Where it stands')).toBe('Status');
  expect(match.valueOf('Who shared it')).toBe('Submitted by');
  const preview = (await match.press('Look at it first')).card;
  expect(preview.text()).toContain('2 rows can be brought in');
  expect(preview.text()).toContain('4 rows are left out');
  expect(preview.text()).toContain('Row 4: there is no idea in it');
  expect(preview.text()).toContain('Row 5: I do not know where “Perhaps” stands');
  expect(preview.text()).toContain('Row 6: “31/02/2024” is no date');
  expect(preview.text()).toContain('Row 7: there is no service area “Gardens”');
  expect(await started.store.count(submissions, started.teams.tenantId, {})).toBe(0);

  expect((await preview.press('Bring them in', { twice: true })).text()).toContain('I am bringing it in');
  const done = await tess.chat.messageSaying('Your spreadsheet is brought in');
  expect(done.text()).toContain('2 ideas are new here');
  await tess.says('find calendar');
  const list = await tess.chat.messageSaying('about “calendar”');
  expect(list.text()).toContain('Not now');
  await tess.says('find comma');
  const found = await tess.chat.messageSaying('about “comma”');
  expect((await found.card.press('Open')).text()).toContain(
    'From a spreadsheet: Sample Old Author. Brought in by Tess Sample',
  );
  await started.settled();
  expect(channel.as(tess).messages()).toHaveLength(posted);

  // The mended file: what is here already stays as it is.
  const mended = sheet.replace('Perhaps', 'Rejected');
  const again = (await (await brings(tess, 'mended.csv', mended)).press('Look at it first')).card;
  await again.press('Bring them in');
  await tess.chat.messageSaying('One idea is new here');
  await tess.chat.messageSaying('2 were here already and stay as they are');
  expect(await started.store.count(submissions, started.teams.tenantId, {})).toBe(3);
});

test('barriers, hours, reasons and savings come along, and what is none of them is said by its row', async () => {
  await using started = await startedService();
  const { tess } = await innovationTeam(started.teams);
  const match = await brings(
    tess,
    'barriers.csv',
    [
      'Idea,Kind,Blocked by,Hours a month,Status,Reason,Annual saving,How sure',
      'Sample barrier: the laptop,Barrier,IT,"1,200",New,,,',
      'Sample idea: one form,Idea,,,Done,Sample: it pays,"£12,000",measured',
      'Sample: a project,Project,,,New,,,',
      'Sample: a control,Barrier,Weather,,New,,,',
      'Sample: hours,Barrier,IT,many,New,,,',
      'Sample: pounds,Idea,,,Done,,lots,',
      'Sample: sure,Idea,,,Done,,5,perhaps',
    ].join('\n'),
  );
  const preview = (await match.press('Look at it first')).card;
  for (const said of [
    '2 rows can be brought in',
    'Row 4: “Project” is neither an idea nor a barrier',
    'Row 5: there is no control “Weather” in the systems audit',
    'Row 6: “many” is no number of hours',
    'Row 7: “lots” is no amount of pounds',
    'Row 8: “perhaps” does not say how sure it is',
  ])
    expect(preview.text()).toContain(said);
  await preview.press('Bring them in');
  await tess.chat.messageSaying('2 ideas are new here');
  const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 10 });
  expect(documents.find(({ body }) => body.kind === 'barrier')?.body).toMatchObject({
    ...{ control: 'it', hoursAMonth: 1200 },
  });
  expect(documents.find(({ body }) => body.kind === 'idea')?.body).toMatchObject({
    ...{ state: 'reported', benefits: { cashable: 12_000, confidence: 'high' } },
    imported: { reason: 'Sample: it pays' },
  });
});

test('a long list is brought in, and brought in again it is there once', async () => {
  await using started = await startedService();
  const { tess } = await innovationTeam(started.teams);
  const rows = process.env.TEST_STORE === 'cosmos' ? 400 : 10_000;
  const long = [
    'Idea;Text',
    ...Array.from({ length: rows }, (_, n) => `Sample idea ${n};Sample text ${n}`),
  ].join('\n');
  for (const name of ['long.csv', 'again.csv']) {
    const match = await brings(tess, name, long);
    const preview = (await match.press('Look at it first')).card;
    expect(preview.text()).toContain(`${rows.toLocaleString('en-GB')} rows can be brought in`);
    await preview.press('Bring them in');
    await tess.chat.until(`${name} to be in`, () =>
      tess.chat.messages().find((one) => one.text().includes('is brought in') && one.text().includes(name)),
    );
  }
  await tess.chat.messageSaying(`${rows.toLocaleString('en-GB')} were here already`);
  expect(await started.store.count(submissions, started.teams.tenantId, {})).toBe(rows);
});

test('a file that is none, or has nothing in it, is answered kindly, and so is the word alone', async () => {
  await using started = await startedService();
  const { tess } = await innovationTeam(started.teams);
  await tess.says('import');
  await tess.chat.messageSaying('send it to me here, in our own chat');
  await tess.chat.sends('book.xlsx', new Uint8Array([80, 75, 3, 4, 0, 0, 0, 0]), 'import');
  await tess.chat.messageSaying('I cannot read this file');
  await tess.chat.sends('empty.csv', 'Idea,Text\n');
  await tess.chat.messageSaying('There is nothing below the headings');
  const long = Array.from({ length: 10_002 }, (_, n) => `Sample ${n}`).join('\n');
  await tess.chat.sends('long.csv', `Idea\n${long}`);
  await tess.chat.messageSaying('more than 10,000 rows');
  // As Excel saves it on Windows, without UTF-8.
  const windows = Buffer.from('Idea,Text\nSample idea: caf\u00e9,Sample text', 'latin1');
  const match = await brings(tess, 'windows.csv', windows);
  expect((await match.press('Look at it first')).text()).toContain('café');
});

test('one column cannot be two things, and no one else can take a spreadsheet in', async () => {
  await using started = await startedService();
  const { tess, tom } = await innovationTeam(started.teams);
  const match = await brings(tess, 'old.csv', sheet);
  match.fill({ 'What would be better': 'Idea' });
  const refused = await match.press('Look at it first');
  expect(refused.text()).toContain('One column cannot be two things');
  const ofTom = await brings(tom, 'other.csv', sheet.replaceAll('Sample', 'Other'));
  const id = /"import":"([\w-]+)"/u.exec(JSON.stringify(match.json))?.[1] ?? '';
  const forged = await ofTom.tamper((data) => ({ ...data, about: { import: id } })).press('Look at it first');
  expect(forged.text()).toContain('This spreadsheet is not here any more');
  const eve = started.teams.person('Eve Sample');
  await eve.chat.sends('eve.csv', sheet);
  await eve.chat.messageSaying('Only the innovation team can do this');
});
