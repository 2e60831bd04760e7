import { expect, test } from '@jest/globals';
import type { HistoryEntry } from '../../src/ideas/history.ts';
import { innovationTeam } from './innovation-team.ts';
import { usualNow } from './moving-clock.ts';
import { many, queuedIdeas } from './queued-ideas.ts';
import { startedService } from './started-service.ts';

const day = (fromNow: number) => new Date(Date.parse(usualNow) + fromNow * 86_400_000).toISOString();
const date = (fromNow: number) => day(fromNow).slice(0, 10);
const submitted = (at: string): HistoryEntry => ({ n: 0, at, what: 'submitted' });

test('a triager sees what waits for them, the most pressing first, and opens it by a press', async () => {
  await using started = await startedService();
  const { tess, tom } = await innovationTeam(started.teams);
  const byTess = { personId: tess.objectId, name: tess.name };
  const byTom = { personId: tom.objectId, name: tom.name };
  const fresh = day(-1);
  const young = { createdAt: fresh, history: [submitted(fresh)] };
  await queuedIdeas(started.store, started.teams.tenantId, [
    { title: 'Sample idea: overdue', createdAt: day(-60), history: [submitted(day(-60))], owner: byTess },
    { title: 'Sample idea: new', ...young },
    {
      title: 'Sample idea: answered',
      ...young,
      state: 'inReview',
      owner: byTess,
      history: [
        submitted(fresh),
        { n: 1, at: fresh, what: 'asked', by: byTess, question: 'Sample question?' },
        { n: 2, at: fresh, what: 'answered', to: 1, answer: 'Sample answer.' },
      ],
    },
    { title: 'Sample idea: tried', state: 'trial', owner: byTess, trial: { lead: byTess, endsOn: date(-2) } },
    { title: 'Sample idea: wakes', state: 'parked', owner: byTess, actOn: date(3) },
    { title: 'Sample idea: sleeps', state: 'parked', owner: byTess, actOn: date(30) },
    { title: 'Sample idea: of Tom', ...young, owner: byTom },
  ]);
  await tess.says('today');
  const today = await tess.chat.messageSaying('What waits for you today');
  const headings = today
    .text()
    .split('\n')
    .filter((text) => /^(Its author|Overdue: |Trials that|New, and|Come back soon)/u.test(text));
  expect(headings).toEqual([
    'Its author has answered',
    'Overdue: 1',
    'Trials that have ended: 1',
    'New, and nobody has it: 1',
    'Come back soon: 1',
  ]);
  expect(today.text()).not.toContain('of Tom');
  expect(today.text()).not.toContain('sleeps');
  expect((await today.card.press('Open', { nth: 0 })).text()).toContain('Sample answer.');
  const fourth = (await today.card.press('Open', { nth: 3 })).card;
  await fourth.press('Take it');
  await tess.says('today');
  await tess.chat.until('the new one to be off the list', () =>
    tess.chat.messages().at(-1)?.text().includes('New, and') ? undefined : true,
  );
  await tom.says('today');
  await tom.chat.messageSaying('Nothing waits for you today');
});

test('a long worklist is cut, says how much more there is, and stays small enough for every client', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const longest = { title: 'Sample '.repeat(17).slice(0, 120) };
  const young = { createdAt: day(0), history: [submitted(day(0))] };
  await queuedIdeas(started.store, started.teams.tenantId, [
    ...many(60, { ...longest, createdAt: day(-60), history: [submitted(day(-60))] }),
    ...many(60, { ...longest, ...young }),
    ...many(60, {
      ...longest,
      state: 'trial',
      trial: { lead: { personId: tess.objectId, name: tess.name }, endsOn: date(-2) },
    }),
  ]);
  await channel.as(tess).says('today');
  const today = await channel.as(tess).messageSaying('What waits for you today');
  expect(today.text()).toContain('Overdue: 60');
  expect(today.text()).toContain('And 56 more');
  expect(Buffer.byteLength(JSON.stringify(today.card.json))).toBeLessThan(28 * 1024);
  const all = (await today.card.press('All that wait')).card;
  expect(all.text()).toContain('120 in all');
});
