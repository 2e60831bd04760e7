import { expect, test } from '@jest/globals';
import { objectsWithin } from '../cards/templates.ts';
import { refusals } from '../teams/simulator/faults.ts';
import { objectsIn, textIn } from '../teams/simulator/json.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { articlesCome, digestJobs } from './digest-jobs.ts';
import { innovationTeam } from './innovation-team.ts';
import { movingClock } from './moving-clock.ts';
import { startedService } from './started-service.ts';

const monday = '2026-11-30T09:30:00Z';
const tuesday = '2026-12-01T10:00:30Z';

/** A digest on Tuesdays for two channels and a person, and two triagers who have its draft before them. */
async function scene() {
  const clock = movingClock(monday);
  const started = await startedService({ clock, settings: { INEWS_DIGEST_APPROVAL: 'go' } });
  const { teams } = started;
  const { channel, tess, tom } = await innovationTeam(teams);
  const ann = teams.person('Ann Sample');
  const housing = teams.team('Housing').with(ann);
  await housing.installs(ann);
  const [news, late] = [housing.channel('News'), housing.channel('Late')];
  for (const one of [news, late]) {
    await one.as(ann).says('digest weekly tuesday 10:00');
    await one.as(ann).messageSaying('every Tuesday at 10:00');
  }
  await ann.says('subscribe weekly tuesday 10:00');
  await ann.chat.messageSaying('every Tuesday at 10:00');
  await articlesCome(started, '2026-11-29T10:00:00Z', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');
  const jobs = digestJobs(started, clock, 'go');
  await jobs.drafts();
  await channel.as(tess).messageSaying('Digest to look at');
  // One channel takes nothing yet.
  let isStuck = true;
  teams.connector.rule((call) =>
    isStuck && call.kind === 'post' && call.conversation === late.id
      ? { ...refusals.preconditionFailed, retryAfter: 1 }
      : undefined,
  );
  clock.goTo(tuesday);
  await jobs.plan();
  const takesAgain = () => {
    isStuck = false;
  };
  return {
    started,
    clock,
    jobs,
    channel,
    tess,
    tom,
    ann,
    takesAgain,
    news: news.as(ann),
    late: late.as(ann),
  };
}

const editionsIn = (seat: Seat) =>
  seat.messages().filter((one) => one.text().includes('What is new in innovation'));

const editionSaying = (seat: Seat, words: string) =>
  seat.until(`an edition saying ${words}`, () => editionsIn(seat).find((one) => one.text().includes(words)));

test('a digest that was posted is put right wherever it stands and where it is still to come, once', async () => {
  const { started, clock, jobs, channel, tess, tom, ann, takesAgain, news, late } = await scene();
  await using _ = started;
  for (const seat of [news, ann.chat]) await editionSaying(seat, 'Sample article: a\n');

  await tess.says('digest report');
  const list = (await tess.chat.messageSaying('Digests that were sent')).card;
  const report = (await list.press('Open', { nth: 0 })).card;
  const ofTess = (await report.press('Put it right')).card;
  const sent = await channel.as(tom).messageSaying('Sent: nobody had approved it by its time.');
  const ofTom = (await sent.card.press('Put it right')).card;

  const half = ofTess.fill({ 'This goes': 'Sample article: a' });
  const refused = (await half.press('Put it right')).card;
  expect(refused.text()).toContain('Choose both: the article that goes and the one that comes.');
  refused.fill({
    'Opening words (may stay empty)': 'Sample words that were forgotten.',
    'Take out': ['Sample article: c'],
    'This comes': 'Sample article: i',
    Article: 'Sample article: b',
    'Title (empty: as it is)': 'Sample title, spelt as it should be',
    'What was wrong, for its readers (may stay empty)': 'one article was about another council.',
  });
  const done = (await refused.press('Put it right', { twice: true })).card;
  expect(done.text()).toContain('It is put right.');
  expect(done.text()).toContain('Put right by Tess Sample on 1 December 2026');

  // Whoever was slower is told by whom, keeps what was typed and may go on from there.
  ofTom.fill({ 'Opening words (may stay empty)': 'Sample words of Tom.' });
  const slower = (await ofTom.press('Put it right')).card;
  expect(slower.text()).toContain('Tess Sample put it right meanwhile');
  expect(slower.valueOf('Opening words (may stay empty)')).toBe('Sample words of Tom.');
  expect((await slower.press('Put it right')).text()).toContain('Put right by Tom Sample');

  takesAgain();
  for (const seat of [news, ann.chat, late]) {
    const edition = await editionSaying(seat, 'Sample words of Tom.');
    const text = edition.text();
    expect(text).toContain('Corrected: the innovation team put something right.');
    expect(text).toContain('Sample article: i\n');
    expect(text).toContain('Sample title, spelt as it should be');
    for (const name of ['a', 'b', 'c']) expect(text).not.toContain(`Sample article: ${name}\n`);
    expect(editionsIn(seat)).toHaveLength(1);
  }
  const edits = (seat: Seat) => editionsIn(seat)[0]?.edits ?? 0;
  // Two corrections, the second of them once: what was pressed twice is not redrawn twice.
  for (const seat of [news, ann.chat]) expect(edits(seat)).toBe(2);

  // A week later nothing comes again that was taken out, or that came by the correction.
  await articlesCome(started, '2026-12-05T10:00:00Z', 'new');
  clock.goTo('2026-12-07T09:30:00Z');
  await jobs.drafts();
  const next = (await channel.as(tess).messageSaying('on 8 December 2026 at 10:00')).text();
  expect(next).toContain('Sample article: new\n');
  for (const name of ['a', 'c', 'i']) expect(next).not.toContain(`Sample article: ${name}\n`);

  // All of it may be taken back, also from who has stopped their digest since.
  await ann.says('unsubscribe');
  await ann.chat.messageSaying('Your digest is off');
  const last = (await sent.card.press('Put it right')).card;
  const [choices] = [...objectsWithin(last.json)].filter(({ id }) => id === 'drop');
  const titles = choices ? objectsIn(choices, 'choices').map((choice) => textIn(choice, 'title')) : [];
  expect(titles.length).toBeGreaterThan(5);
  last.fill({ 'Opening words (may stay empty)': '', 'Take out': titles });
  await last.press('Put it right');
  for (const seat of [news, ann.chat, late]) await editionSaying(seat, 'Nothing of this digest is left.');
  for (const seat of [news, ann.chat, late]) expect(editionsIn(seat)).toHaveLength(1);
});
