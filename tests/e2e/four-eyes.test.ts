import { expect, test } from '@jest/globals';
import { articles } from '../../src/reading/model.ts';
import { changeDocument } from '../../src/store/change-document.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { articlesCome, digestJobs } from './digest-jobs.ts';
import { innovationTeam } from './innovation-team.ts';
import { type MovingClock, movingClock } from './moving-clock.ts';
import { startedService } from './started-service.ts';

const monday = '2026-11-30T09:30:00Z';
const tuesday = '2026-12-01T10:00:30Z';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;

/** A triage channel with three of the innovation team, a channel that gets a digest on Tuesdays, and nine articles. */
async function scene(unapproved: 'go' | 'wait', clock: MovingClock = movingClock(monday)) {
  const started = await startedService({ clock, settings: { INEWS_DIGEST_APPROVAL: unapproved } });
  const { teams } = started;
  const { team, channel, tess, tom } = await innovationTeam(teams);
  const tim = teams.person('Tim Sample');
  team.with(tim);
  const [ann, bob] = [teams.person('Ann Sample'), teams.person('Bob Sample')];
  const housing = teams.team('Housing').with(ann, bob);
  await housing.installs(ann);
  const news = housing.channel('News').as(ann);
  await news.says('digest weekly tuesday 10:00');
  await news.messageSaying('every Tuesday at 10:00');
  await articlesCome(started, '2026-11-29T10:00:00Z', ...names);
  const jobs = digestJobs(started, clock, unapproved);
  const triage = { tess: channel.as(tess), tom: channel.as(tom), tim: channel.as(tim) };
  return { started, clock, jobs, triage, housing, news, ann, bob, tess, tom };
}

const draftIn = (seat: Seat) => seat.messageSaying('Digest to look at');

const editionsIn = (seat: Seat) =>
  seat.messages().filter((one) => one.text().includes('What is new in innovation'));

const editionIn = (seat: Seat) => seat.until('an edition', () => editionsIn(seat)[0]);

test('a draft is changed by one, approved by another, and what was approved is what comes, once', async () => {
  const { started, clock, jobs, triage, news } = await scene('wait');
  await using _ = started;
  await jobs.drafts();
  await jobs.drafts();
  const before = await draftIn(triage.tess);
  expect(before.text()).toContain('For one place, on 1 December 2026 at 10:00.');
  const stale = before.card;
  const look = (await stale.press('Preview')).card;
  expect(look.text()).toContain('What is new in innovation');

  const form = (await (await draftIn(triage.tom)).card.press('Change')).card;
  form.fill({
    'Opening words (may stay empty)': 'Sample words before all else.',
    'Swap for the next best': ['Sample article: a'],
    Drop: ['Sample article: b'],
  });
  const changed = (await form.press('Save', { twice: true })).card;
  expect(changed.text()).toContain('Last changed by Tom Sample');
  expect((await changed.press('Approve')).text()).toContain('You changed it last');

  const slower = (await stale.press('Approve')).card;
  expect(slower.text()).toContain('Tom Sample changed it meanwhile, so nothing was done');
  const approved = (await slower.press('Approve')).card;
  expect(approved.text()).toContain('Approved by Tess Sample');
  // A change takes the approval back.
  const again = (await approved.press('Change')).card;
  expect(again.text()).toContain('It is approved. A change takes the approval back.');
  again.fill({ 'Opening words (may stay empty)': 'Sample words, the second try.' });
  const reopened = (await again.press('Save')).card;
  expect(reopened.buttons()).toContain('Approve');
  await news.says('digest preview');
  const shown = await news.messageSaying('The innovation team looks at it before it comes');
  expect(shown.text()).toContain('the innovation team chose it');
  // Two at once: the second is told that it is done.
  await triage.tim.until('the redrawn draft', () =>
    triage.tim.messages().find((one) => one.text().includes('the second try')),
  );
  const answers = await Promise.all(
    [triage.tom, triage.tim].map(async (seat) => (await (await draftIn(seat)).card.press('Approve')).text()),
  );
  for (const answer of answers) expect(answer).toMatch(/Approved by T(om|im) Sample/u);

  clock.goTo('2026-12-01T09:05:00Z');
  await jobs.drafts();
  clock.goTo(tuesday);
  await jobs.plan();
  await jobs.plan();
  const edition = await editionIn(news);
  expect(edition.text()).toContain('Sample words, the second try.');
  for (const name of ['a', 'b']) expect(edition.text()).not.toContain(`Sample article: ${name}\n`);
  await triage.tess.messageSaying('Sent as T');
  await started.settled();
  expect(editionsIn(news)).toHaveLength(1);
  expect(triage.tess.messages().filter((one) => one.text().includes('still not approved'))).toEqual([]);
  const late = (await reopened.press('Change')).card;
  expect(late.text()).toContain('It is settled already');
});

test('what nobody approves waits, is reminded of, and comes at once when it is approved late', async () => {
  const { started, clock, jobs, triage, news, ann } = await scene('wait');
  await using _ = started;
  await jobs.drafts();
  await draftIn(triage.tess);
  clock.goTo('2026-12-01T09:05:00Z');
  await jobs.drafts();
  await jobs.drafts();
  const reminder = await triage.tess.messageSaying('A digest is still not approved');
  clock.goTo(tuesday);
  await jobs.plan();
  await jobs.plan();
  await news.says('digest now');
  await news.messageSaying('It has this one in its channel: it comes here as soon as it is approved');
  await started.settled();
  expect(editionsIn(news)).toEqual([]);
  const form = (await (await draftIn(triage.tim)).card.press('Change')).card;
  form.fill({ Drop: ['Sample article: a'] });
  // The time of the edition passes while somebody edits it.
  expect((await form.press('Save')).text()).toContain('It was due and waits');
  const waiting = (await reminder.card.press('Show it')).card;
  const both = await Promise.all([
    waiting.press('Approve'),
    (await draftIn(triage.tom)).card.press('Approve'),
  ]);
  expect(both.some((one) => one.text().includes('Sent as T'))).toBe(true);
  const edition = await editionIn(news);
  expect(edition.text()).not.toContain('Sample article: a\n');
  await jobs.plan();
  // The next one is another, a week later.
  await articlesCome(started, '2026-12-05T10:00:00Z', 'new');
  clock.goTo('2026-12-07T09:30:00Z');
  await jobs.drafts();
  const next = await triage.tess.messageSaying('on 8 December 2026 at 10:00');
  expect(next.text()).toContain('Sample article: new');
  expect(next.text()).not.toContain('Sample article: a\n');
  await started.settled();
  expect(editionsIn(news)).toHaveLength(1);
  expect(ann.chat.messages()).toEqual([]);
});

test('one that nobody approves until the next is due does not come; the next is drafted anew', async () => {
  const { started, clock, jobs, triage, news } = await scene('wait');
  await using _ = started;
  await jobs.drafts();
  const first = (await draftIn(triage.tess)).card;
  clock.goTo(tuesday);
  await jobs.plan();
  clock.goTo('2026-12-08T10:00:30Z');
  await jobs.plan();
  await triage.tess.messageSaying('Not sent: nobody had approved it when the next one was due');
  expect((await first.press('Approve')).text()).toContain('It is settled already');
  const second = await triage.tom.messageSaying('on 8 December 2026 at 10:00');
  await second.card.press('Approve');
  await editionIn(news);
  await jobs.plan();
  await started.settled();
  expect(editionsIn(news)).toHaveLength(1);
});

test('one draft stands for all who would get the same; unapproved it goes, without what was hidden meanwhile', async () => {
  const { started, clock, jobs, triage, news, housing, ann, bob } = await scene('go');
  await using _ = started;
  const repairs = housing.channel('Repairs').as(bob);
  await repairs.says('digest weekly tuesday 10:00');
  await repairs.messageSaying('every Tuesday at 10:00');
  await ann.says('subscribe weekly tuesday 10:00');
  await ann.chat.messageSaying('every Tuesday at 10:00');
  await jobs.drafts();
  const draft = await draftIn(triage.tess);
  await triage.tess.messageSaying('For 2 places');
  await started.settled();
  expect(triage.tess.messages().filter((one) => one.text().includes('Digest to look at'))).toHaveLength(1);
  const form = (await draft.card.press('Change')).card;
  form.fill({ 'Opening words (may stay empty)': 'Sample words for all.' });
  await form.press('Save');
  for (const name of ['a', 'b', 'c'])
    await changeDocument(started.store, articles, started.teams.tenantId, `article-${name}`, (body) => ({
      ...body,
      hidden: { by: { personId: 'sample', name: 'Sample curator' }, at: '2026-12-01T09:00:00.000Z' },
    }));
  clock.goTo(tuesday);
  await jobs.plan();
  await jobs.plan();
  for (const seat of [news, repairs, ann.chat]) {
    const edition = await editionIn(seat);
    expect(edition.text()).toContain('Sample words for all.');
    expect(edition.text()).toContain('articles were withdrawn by the editors');
    expect(edition.text()).not.toContain('Sample article: a\n');
  }
  await triage.tess.messageSaying('Sent: nobody had approved it by its time.');
  await triage.tess.messageSaying('that were hidden meanwhile were left out');
  await started.settled();
  for (const seat of [news, repairs, ann.chat]) expect(editionsIn(seat)).toHaveLength(1);
});

test('what a channel asks for at once is shown to the innovation team and comes once it is approved; what is approved comes at once', async () => {
  const { started, clock, jobs, triage, news, housing, bob } = await scene('wait');
  await using _ = started;
  const repairs = housing.channel('Repairs').as(bob);
  await repairs.says('digest now', { twice: true });
  await repairs.messageSaying('it comes here as soon as it is approved');
  const asked = await draftIn(triage.tess);
  await repairs.says('digest now');
  expect(editionsIn(repairs)).toEqual([]);
  const drafts = triage.tess.messages().filter((one) => one.text().includes('Digest to look at'));
  expect(drafts).toHaveLength(1);
  await Promise.all(
    [triage.tom, triage.tim].map(async (seat) => (await draftIn(seat)).card.press('Approve')),
  );
  expect((await editionIn(repairs)).text()).toContain('Sample article: a\n');
  await triage.tess.until('the sent draft', () => asked.text().includes('Sent as T') || undefined);

  await jobs.drafts();
  const next = await triage.tess.messageSaying('on 1 December 2026 at 10:00');
  await news.says('digest now');
  await news.messageSaying('it comes here on 1 December 2026 at 10:00, once it is approved');
  await next.card.press('Approve');
  await news.says('digest now', { twice: true });
  expect((await editionIn(news)).text()).toContain('Sample article: a\n');
  // What it has had does not come again at its time.
  clock.goTo(tuesday);
  await jobs.plan();
  await triage.tess.messageSaying('It was due and waits');
  for (const seat of [news, repairs]) expect(editionsIn(seat)).toHaveLength(1);
});
