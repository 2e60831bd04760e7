import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { innovationTeam } from './innovation-team.ts';
import { allowed } from './offered-file.ts';
import { many, queuedIdeas } from './queued-ideas.ts';
import { startedService } from './started-service.ts';

const asRows = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

test('all submissions go out as a spreadsheet that opens as text, without the authors who are not named to all', async () => {
  await using started = await startedService();
  const { tess } = await innovationTeam(started.teams);
  await queuedIdeas(started.store, started.teams.tenantId, [
    { title: '=HYPERLINK("https://example.org")', change: 'Sample “text”, with a comma;\nand a line' },
    {
      title: 'Sample idea: of a team only',
      naming: 'teamOnly',
      author: { personId: 'a', name: 'Sample Secret' },
    },
    ...many(300, { state: 'declined' }),
  ]);
  await tess.says('export');
  const csv = await allowed(started, tess, '.csv');
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).not.toContain('Sample Secret');
  const rows = asRows(csv);
  expect(rows).toHaveLength(302);
  // Oldest or newest first, the two are there as they were written, the formula defused.
  expect(rows.find(({ title }) => title?.startsWith("'="))?.change).toBe(
    'Sample “text”, with a comma;\nand a line',
  );
  expect(rows.find(({ title }) => title === 'Sample idea 3')?.author).toBe('Sample author 3');

  await tess.says('export json');
  const json = await allowed(started, tess, '.json');
  expect(JSON.parse(json).submissions).toHaveLength(302);
  expect(json).not.toContain('Sample Secret');
});

test('a list goes out as it is filtered', async () => {
  await using started = await startedService();
  const { tess } = await innovationTeam(started.teams);
  await queuedIdeas(started.store, started.teams.tenantId, [...many(3), ...many(2, { state: 'adopted' })]);
  await tess.says('triage');
  const list = await tess.chat.messageSaying('3 in all');
  expect((await list.card.press('Export these')).text()).toContain('offered below');
  expect(asRows(await allowed(started, tess, '.csv'))).toHaveLength(3);
});

test('what is declined is not made, and the offer goes', async () => {
  await using started = await startedService();
  const { tess } = await innovationTeam(started.teams);
  await tess.says('export');
  const offer = await tess.chat.until('the offer', () => tess.chat.messages().find(({ offered }) => offered));
  expect((await offer.declines()).status).toBe(200);
  await tess.chat.until('the offer to go', () => (offer.isDeleted ? true : undefined));
});

test('a file goes to nobody outside the team, and to no address but of the file store', async () => {
  await using started = await startedService();
  const { team, tess } = await innovationTeam(started.teams);
  const eve = started.teams.person('Eve Sample');
  await eve.says('export');
  await eve.chat.messageSaying('Only the innovation team can do this');
  await team.general.as(tess).says('export');
  await team.general.as(tess).messageSaying('our own chat');

  await tess.says('export');
  const offer = await tess.chat.until('the offer', () => tess.chat.messages().find(({ offered }) => offered));
  await offer.allows('https://files.example.org/upload');
  await tess.chat.messageSaying('The file could not be put into your OneDrive');
});
