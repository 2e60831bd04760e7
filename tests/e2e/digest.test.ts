import { expect, test } from '@jest/globals';
import type { Seat } from '../teams/simulator/seat.ts';
import { startedService } from './started-service.ts';

async function aChannel(started: Awaited<ReturnType<typeof startedService>>) {
  const ann = started.teams.person('Ann Sample');
  const team = started.teams.team('Sample team').with(ann);
  await team.installs(ann);
  const seat = team.channel('News').as(ann);
  return { ann, seat };
}

const editionIn = (seat: Seat) =>
  seat.until('the edition', () =>
    seat.messages().find(({ cards }) => cards[0]?.buttons().includes('Share an idea about this')),
  );

test('a channel subscribes by a word and gets its digest at once when asked', async () => {
  await using started = await startedService();
  const { seat } = await aChannel(started);
  await seat.says('digest weekly tuesday 10:00');
  const answer = await seat.messageSaying(/tuesday/iu);
  expect(answer.text()).toMatch(/10:00/u);
  await seat.says('digest now', { twice: true });
  const edition = await editionIn(seat);
  expect(edition.text()).toMatch(/Total Place/u);
  expect(edition.text()).toMatch(/projection/u);
  expect(edition.summary).not.toBe('');
});

test('the idea shared from a digest says what prompted it', async () => {
  await using started = await startedService();
  const { seat } = await aChannel(started);
  await seat.says('digest now');
  const edition = await editionIn(seat);
  const form = (await edition.card.press('Share an idea about this', { nth: 0 })).card;
  expect(form.text()).toContain('About: ');
});

test('the dialog does the same as the command', async () => {
  await using started = await startedService();
  const { seat } = await aChannel(started);
  await seat.says('digest');
  const card = await seat.nextMessage();
  const form = (await card.card.press('Set up a digest')).card;
  expect(form.valueOf('On which weekdays, if every week')).toBe('Tuesday');
  form.fill({
    'How often': 'Every week',
    'On which weekdays, if every week': ['Friday', 'Tuesday'],
    'Another time zone, if it is not among these, such as Africa/Lagos': 'Middle-earth/Shire',
  });
  const refused = (await form.press('Save')).card;
  expect(refused.text()).toContain('There is no time zone of this name');
  refused.fill({ 'Another time zone, if it is not among these, such as Africa/Lagos': 'africa/lagos' });
  const saved = (await refused.press('Save')).card;
  expect(saved.text()).toContain('every Tuesday and Friday at 10:00 (Africa/Lagos time)');
  await seat.says('digest weekly monday thursday 8:30');
  await seat.messageSaying('every Monday and Thursday at 08:30');
});
