import { expect, test } from '@jest/globals';
import { challengeTurns } from '../../src/challenges/turns.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import type { Card } from '../teams/simulator/card.ts';
import { opensForm, postsOf, question, scene } from './challenge-scene.ts';
import { type MovingClock, movingClock } from './moving-clock.ts';
import { type Started, startedService } from './started-service.ts';

const monday = '2027-03-22T10:00:00Z';

/**
 * Runs the job on two replicas at once. What it causes is relayed by whatever comes next to the challenge: here somebody
 * presses Save on a form that changes nothing.
 */
async function turns({ store, teams }: Started, clock: MovingClock, form: Card) {
  const readClock = wallClock('Europe/London');
  const job = challengeTurns({
    store,
    clock,
    relay: () => undefined,
    telemetry: logTelemetry('silent'),
    tenants: [teams.tenantId],
    timeZone: 'Europe/London',
    localDate: (instant) => readClock(instant).date,
  });
  const { signal } = new AbortController();
  await Promise.all([job.run(signal), job.run(signal)]);
  await form.press('Save');
}

test('a challenge opens in the morning, counts its days down and closes by itself, once', async () => {
  const clock = movingClock(monday);
  await using started = await startedService({ clock });
  const { tess, news, bob } = await scene(started);
  const form = (await opensForm(tess)).fill({ 'First day': '2027-03-27' });
  const planned = (await form.press('Open it')).card;
  expect(planned.text()).toContain('Not open yet');
  const edit = (await planned.press('Edit')).card;
  await bob.says('challenges');
  await bob.chat.messageSaying('No challenge is open now');

  clock.goTo('2027-03-27T09:00:10Z');
  await turns(started, clock, edit);
  const posted = await news.messageSaying(question);
  expect(posted.text()).toContain('2 days left');
  // The clocks go forward that night: 9:00 is an hour earlier.
  clock.goTo('2027-03-29T08:00:10Z');
  await turns(started, clock, edit);
  await news.until('the last day', () => posted.text().includes('Last day') || undefined);
  clock.goTo('2027-03-29T16:00:10Z');
  await turns(started, clock, edit);
  await turns(started, clock, edit);
  await news.messageSaying('What came in');
  await news.until('the closed card', () => posted.card.buttons().length === 0 || undefined);
  await started.settled();
  expect(postsOf(news)).toHaveLength(2);
});

test('after an outage over its whole time a challenge is posted once, closed', async () => {
  const clock = movingClock(monday);
  await using started = await startedService({ clock });
  const { tess, news } = await scene(started);
  const form = (await opensForm(tess)).fill({ 'First day': '2027-03-24' });
  const edit = (await (await form.press('Open it')).card.press('Edit')).card;
  clock.goTo('2027-04-06T12:00:00Z');
  await turns(started, clock, edit);
  await news.messageSaying('What came in');
  const posted = await news.messageSaying('Closed on Monday 29 March 2027');
  expect(posted.card.buttons()).toEqual([]);
  await started.settled();
  expect(postsOf(news)).toHaveLength(2);
});
