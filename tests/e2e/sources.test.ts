import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { articles, feeds } from '../../src/reading/model.ts';
import { type FeedServer, feedServer } from '../reading/feeds/feed-server.ts';
import { rssOf, sampleFeeds } from '../reading/feeds/sample-feeds.ts';
import type { Card } from '../teams/simulator/card.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { until } from '../teams/simulator/until.ts';
import { innovationTeam } from './innovation-team.ts';
import { movingClock } from './moving-clock.ts';
import { type Started, startedService } from './started-service.ts';

let server: FeedServer;
let answers: Record<string, { status?: number; body?: string; type?: string; slow?: boolean }>;

// The tests' compiler takes longer over the reader of feeds than a dialog may wait; the service itself does not.
beforeAll(async () => {
  await import('../../src/reading/feeds/find-feed.ts');
});

beforeEach(async () => {
  answers = { '/feed': { body: sampleFeeds.rss } };
  server = await feedServer((request, response) => {
    const {
      status = 200,
      body = '',
      type = 'text/xml',
      slow,
    } = answers[request.url ?? ''] ?? { status: 404 };
    const answer = () => {
      response.writeHead(status, { 'content-type': type });
      response.end(body);
    };
    if (slow) setTimeout(answer, 2_000);
    else answer();
  });
});

afterEach(() => server.close());

const saysSources = async (seat: Seat): Promise<Card> => (await seat.asks('sources')).card;

/** Gives an address to the form and returns what it shows of it. */
async function tries(list: Card, address: string): Promise<Card> {
  const form = (await list.press('Add a source')).card;
  form.fill({ 'Address of a feed, or of a page that links to one': address });
  return looksAgain((await form.press('Try it')).card);
}

/** Presses as long as there is something to wait for: the first time a reader of feeds is loaded takes its time. */
async function looksAgain(trial: Card): Promise<Card> {
  if (!trial.buttons().includes('Look again')) return trial;
  await pause(200);
  return looksAgain((await trial.press('Look again')).card);
}

const stored = async ({ store, teams }: Started) =>
  (await store.query(feeds, teams.tenantId, { limit: 100 })).documents.map(({ body }) => body);

test('a source is looked at, then added, and its articles are there for everybody', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const seat = channel.as(tess);
  const list = await saysSources(seat);
  expect(list.text()).toContain('iNews follows no source yet');
  const trial = await tries(list, server.at('/feed'));
  expect(trial.text()).toContain('Its newest of 2 articles, as they would look:');
  expect(trial.text()).toContain('Sample entry: a nursery & its garden');
  expect(trial.text()).toContain('Sample source, Monday 23 November 2026');
  expect(trial.text()).toContain('Topic: Early years.');
  expect(await stored(started)).toEqual([]);

  const [added] = await Promise.all([trial.press('Add this source', { twice: true })]);
  expect(added.text()).toContain('Added by Tess Sample');
  expect(await stored(started)).toHaveLength(1);

  const ann = started.teams.person('Ann Sample');
  await ann.says('latest');
  await ann.chat.messageSaying('Sample entry: a nursery & its garden');

  // Another of the team who tries the same address is told that it is followed already.
  const again = await tries(await saysSources(channel.as(tom)), server.at('/feed'));
  expect(again.text()).toContain('iNews follows this source already');
  expect(again.buttons()).not.toContain('Add this source');
});

test('a page that links to a feed is as good as the feed', async () => {
  const link = (href: string, title: string) =>
    `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
  answers['/blog'] = {
    type: 'text/html',
    body: `<!doctype html><html><head>${link('/comments', 'Comments')}${link('/feed', 'News')}</head></html>`,
  };
  answers['/bare'] = { type: 'text/html', body: '<!doctype html><html><head></head></html>' };
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const list = await saysSources(channel.as(tess));
  const trial = await tries(list, server.at('/blog'));
  expect(trial.text()).toContain('Found on the page you gave');
  await trial.press('Add this source');
  expect((await stored(started)).map(({ address }) => address)).toEqual([server.at('/feed')]);
  const bare = await tries(list, server.at('/bare'));
  expect(bare.text()).toContain('This page names no feed');
  expect(bare.buttons()).toEqual(['Try another']);
});

test.each([
  ['an address that is none', 'not an address', 'This does not look like a web address'],
  ['a private network', 'https://10.0.0.1/feed', 'leads into a private network'],
  ['the metadata of a cloud', 'https://169.254.169.254/latest', 'leads into a private network'],
  ['an address with a password', 'https://a:b@news.example/', 'hold no name or password'],
  ['a file', 'file:///etc/passwd', 'This does not look like a web address'],
  ['nothing', '', 'Please give an address'],
])('%s is refused with its reason, and nothing is stored', async (_, address, reason) => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const refused = await tries(await saysSources(channel.as(tess)), address);
  expect(refused.text()).toContain(reason);
  expect(await stored(started)).toEqual([]);
});

test('a slow source is looked at again by a button', async () => {
  answers['/feed'] = { body: sampleFeeds.rss, slow: true };
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const form = (await (await saysSources(channel.as(tess))).press('Add a source')).card;
  form.fill({ 'Address of a feed, or of a page that links to one': server.at('/feed') });
  const reading = (await form.press('Try it')).card;
  expect(reading.text()).toContain('It is still being read');
  const trial = await looksAgain(reading);
  expect(trial.text()).toContain('Its newest of 2 articles');
  expect(server.requests).toHaveLength(1);
});

test('only the innovation team sees and changes sources', async () => {
  await using started = await startedService();
  await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await ann.says('sources');
  await ann.chat.messageSaying('Only the innovation team can do this');
});

test('pausing, going on, the interval and removing: what another did meanwhile is said', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  await (await tries(await saysSources(channel.as(tess)), server.at('/feed'))).press('Add this source');
  const ofTess = (await (await saysSources(channel.as(tess))).press('Open')).card;
  const ofTom = (await (await saysSources(channel.as(tom))).press('Open')).card;
  expect(ofTess.text()).toContain('Working');
  expect(ofTess.text()).toContain('2 new articles in 30 days');

  await ofTess.press('Pause');
  const paused = (await ofTom.press('Pause')).card;
  expect(paused.text()).toContain('Paused by Tess Sample');
  expect(paused.buttons()).not.toContain('Read it now');
  const again = (await paused.press('Go on reading', { twice: true })).card;
  expect(again.text()).toContain('Working');

  const form = (await again.press('How often')).card;
  form.fill({ 'Read it': 'once a day' });
  expect((await form.press('Save')).text()).toContain('Read once a day.');

  const sure = (await again.press('Remove')).card;
  expect(sure.text()).toContain('Its articles stay');
  expect((await sure.press('Keep it')).text()).toContain('Working');
  expect((await sure.press('Remove it', { twice: true })).text()).toMatch(
    /is removed|not followed any more/u,
  );
  expect((await ofTom.press('How often')).text()).toContain('not followed any more');
  expect(await stored(started)).toEqual([]);
  expect(await started.store.count(articles, started.teams.tenantId, {})).toBeGreaterThanOrEqual(2);
});

test('a source that fails for three days is told to the innovation team once', async () => {
  const clock = movingClock('2026-11-24T09:00:00.000Z');
  await using started = await startedService({ clock });
  const { channel, tess } = await innovationTeam(started.teams);
  await (await tries(await saysSources(channel.as(tess)), server.at('/feed'))).press('Add this source');
  let source = (await (await saysSources(channel.as(tess))).press('Open')).card;
  answers['/feed'] = { status: 503 };
  const fails = async (at: string) => {
    clock.goTo(at);
    source = (await source.press('Read it now')).card;
  };
  await fails('2026-11-25T09:00:00.000Z');
  expect(source.text()).toContain('Failing since Wednesday 25 November 2026');
  expect(source.text()).toContain('Its server refused to give it. (Code: 503)');
  await fails('2026-11-27T09:00:00.000Z');
  await fails('2026-11-28T09:00:10.000Z');
  const note = await channel.as(tess).messageSaying('A source has failed for three days');
  expect(note.text()).toContain('Sample source could not be read since Wednesday 25 November 2026');
  expect((await note.card.press('Look at it')).text()).toContain('Failing since');
  await fails('2026-11-29T09:00:00.000Z');
  answers['/feed'] = { body: sampleFeeds.rss };
  await fails('2026-11-30T09:00:00.000Z');
  expect(source.text()).toContain('Working');
  await started.settled();
  const notes = channel
    .as(tess)
    .messages()
    .filter((one) => one.text().includes('has failed for three days'));
  expect(notes).toHaveLength(1);
});

describe('a list of sources', () => {
  test.each([
    [1, 1, false],
    [5, 5, false],
    [12, 5, true],
  ])('of %i shows %i on its first page', async (count, shown, more) => {
    await using started = await startedService({
      jobsAtOnce: true,
      settings: { INEWS_FEEDS: Array.from({ length: count }, (_, n) => server.at(`/feed?${n}`)).join(',') },
    });
    for (let n = 0; n < count; n++)
      answers[`/feed?${n}`] = {
        body: rssOf(`<title>Sample ${n}</title><link>https://news.example/${n}</link>`),
      };
    const { channel, tess } = await innovationTeam(started.teams);
    await until('all sources to be read', async () =>
      (await stored(started)).filter(({ lastSuccess }) => lastSuccess).length === count ? true : undefined,
    );
    const list = await saysSources(channel.as(tess));
    expect(list.buttons().filter((title) => title === 'Open')).toHaveLength(shown);
    expect(list.buttons().includes('Next')).toBe(more);
    const first = (await list.press('Open', { nth: 0 })).card;
    expect(first.text()).toContain('Named in the settings of the service');
    expect(first.buttons()).not.toContain('Remove');
    if (more) {
      const last = (await (await list.press('Next')).card.press('Next')).card;
      expect(last.buttons().filter((title) => title === 'Open')).toHaveLength(2);
      expect((await last.press('Previous')).card.buttons()).toContain('Next');
    }
  });
});
