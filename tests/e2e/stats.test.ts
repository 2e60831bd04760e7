import { expect, test } from '@jest/globals';
import { objectsWithin } from '../cards/templates.ts';
import type { Card } from '../teams/simulator/card.ts';
import { innovationTeam } from './innovation-team.ts';
import { movingClock, usualNow } from './moving-clock.ts';
import { many, queuedIdeas } from './queued-ideas.ts';
import { startedService } from './started-service.ts';

const chartsOf = (card: Card) =>
  [...objectsWithin(card.json)].filter(({ type }) => String(type).startsWith('Chart.'));

test('the numbers are right with nothing, with 10,000, and as long as they are fresh', async () => {
  const clock = movingClock(usualNow);
  await using started = await startedService({ clock });
  const { channel, tess } = await innovationTeam(started.teams);
  await channel.as(tess).says('triage stats');
  const none = await channel.as(tess).messageSaying('Nothing has been shared yet.');
  expect(chartsOf(none.card)).toEqual([]);

  const count = process.env.TEST_STORE === 'cosmos' ? 300 : 10_000;
  const createdAt = clock.now().toISOString();
  const half = many(count / 2, { createdAt, service: 'Housing', theme: 'education' });
  await queuedIdeas(started.store, started.teams.tenantId, [
    ...half,
    ...many(count / 2, { createdAt, state: 'adopted' }),
  ]);
  // What was counted a moment ago still stands.
  await tess.says('triage stats');
  await tess.chat.messageSaying('Nothing has been shared yet.');
  clock.goTo(new Date(clock.now().getTime() + 16 * 60_000).toISOString());
  await tess.says('triage stats');
  const all = await tess.chat.messageSaying(`${count.toLocaleString('en-GB')} submissions in all`);
  expect(all.text()).toContain(`${(count / 2).toLocaleString('en-GB')} waiting for a decision`);
  expect(all.text()).toContain('Adopted: 100% of those decided');
  const charts = chartsOf(all.card);
  expect(charts.map(({ type }) => type)).toEqual([
    'Chart.VerticalBar',
    'Chart.VerticalBar',
    'Chart.HorizontalBar',
    'Chart.HorizontalBar',
  ]);
  expect(charts[3]).toMatchObject({
    data: expect.arrayContaining([expect.objectContaining({ x: 'Housing', y: count / 2 })]),
    fallback: { type: 'Container' },
  });
  expect(Buffer.byteLength(JSON.stringify(all.card.json))).toBeLessThan(28 * 1024);
});
