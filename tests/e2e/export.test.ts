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

test('what was decided, scored, tried and saved goes out, and comes in again elsewhere as it was', async () => {
  const secret = { personId: 'a', name: 'Sample Secret' };
  const by = { personId: 'b', name: 'Sample Lead' };
  const decided = { n: 1, at: '2026-06-01T10:00:00.000Z', what: 'decided', by } as const;
  const rows = await (async () => {
    await using started = await startedService();
    const { tess } = await innovationTeam(started.teams);
    await queuedIdeas(started.store, started.teams.tenantId, [
      {
        kind: 'barrier',
        title: 'Sample barrier: the laptop',
        control: 'it',
        stops: 'Sample pilots',
        hoursAMonth: 40,
        state: 'inReview',
      },
      {
        title: 'Sample idea: one form',
        state: 'reported',
        naming: 'teamOnly',
        author: secret,
        trial: { lead: secret, measure: 'Sample measure', endsOn: '2026-05-30' },
        scores: [
          { by, impact: 4, effort: 2 },
          { by: secret, impact: 5, effort: 2 },
        ],
        benefits: { cashable: 12_000, other: 'Sample: less waiting', confidence: 'high' },
        benefitsOn: '2026-12-01',
        history: [
          { n: 0, at: '2026-01-01T10:00:00.000Z', what: 'submitted' },
          { ...decided, decision: 'adopted', reason: 'Sample: it worked', afterTrial: true },
        ],
      },
    ]);
    await tess.says('export');
    return await allowed(started, tess, '.csv');
  })();
  const [idea, barrier] = ['idea', 'barrier'].map((kind) => asRows(rows).find((row) => row.kind === kind));
  expect(barrier).toMatchObject({ control: 'it', stops: 'Sample pilots', hoursAMonth: '40' });
  expect(idea).toMatchObject({
    ...{ impact: '4.5', effort: '2', scorers: '2', verdict: 'adopt', learnt: 'Sample: it worked' },
    ...{ trialMeasure: 'Sample measure', trialEndsOn: '2026-05-30', trialLead: '', benefitsOn: '2026-12-01' },
    ...{ poundsAYear: '12000', otherBenefits: 'Sample: less waiting', confidence: 'high' },
  });
  expect(rows).not.toContain('Sample Secret');

  await using elsewhere = await startedService();
  const { tess } = await innovationTeam(elsewhere.teams);
  await tess.chat.sends('from-inews.csv', rows);
  const read = await tess.chat.messageSaying('from-inews.csv');
  const match = (await read.card.press('Say which column is what')).card;
  expect(match.valueOf('Of a barrier: hours lost in a month')).toBe('hoursAMonth');
  const preview = (await match.press('Look at it first')).card;
  expect(preview.text()).toContain('2 rows can be brought in');
  await preview.press('Bring them in');
  await tess.chat.messageSaying('2 ideas are new here');
  await tess.says('export');
  const again = asRows(await allowed(elsewhere, tess, '.csv'));
  for (const one of [idea, barrier]) {
    const kept = ['title', 'change', 'state', 'reason', 'control', 'stops', 'hoursAMonth'];
    const brought = ['poundsAYear', 'otherBenefits', 'confidence'];
    const back = again.find(({ kind }) => kind === one?.kind);
    for (const column of [...kept, ...brought])
      expect([column, back?.[column]]).toEqual([column, one?.[column]]);
  }
  await tess.says('find one form');
  const found = await tess.chat.messageSaying('about “one form”');
  expect((await found.card.press('Open')).text()).toContain('Reason given then: Sample: it worked');
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
