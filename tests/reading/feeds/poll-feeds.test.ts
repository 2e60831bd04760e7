import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { feedContent } from '../../../src/reading/feeds/feed-content.ts';
import { pollFeeds } from '../../../src/reading/feeds/poll-feeds.ts';
import { articles, feeds } from '../../../src/reading/model.ts';
import { oneAfterAnother } from '../../../src/reading/one-after-another.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { logTelemetry } from '../../../src/telemetry/log-telemetry.ts';
import { type ManualClock, manualClock } from '../../store/manual-clock.ts';
import { memoryStore } from '../../store/memory-store.ts';
import { type FeedServer, feedServer } from './feed-server.ts';
import { rssOf, sampleFeeds } from './sample-feeds.ts';

const tenant = 'sample-tenant';
const minute = 60_000;
const signal = new AbortController().signal;

let clock: ManualClock;
let store: DocumentStore;
let lines: string[];
let server: FeedServer;
let answers: Record<string, { status?: number; body?: string; headers?: Record<string, string> }>;

beforeEach(async () => {
  clock = manualClock('2026-11-24T09:00:00.000Z');
  store = memoryStore(clock);
  lines = [];
  answers = { '/feed': { body: sampleFeeds.rss, headers: { etag: '"v1"' } } };
  server = await feedServer((request, response) => {
    const { status = 200, body = '', headers = {} } = answers[request.url ?? ''] ?? { status: 404 };
    const known = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    response.writeHead(known ? 304 : status, headers);
    response.end(known ? '' : body);
  });
});

afterEach(() => server.close());

const pollJob = (paths: readonly string[], tenants = [tenant]) =>
  pollFeeds({
    store,
    clock,
    telemetry: logTelemetry('info', { write: (line: string) => lines.push(line) }),
    tenants,
    feeds: paths.map((path) => server.at(path)),
    pollMinutes: 30,
    fetching: { development: true },
    parse: async (...asked) => feedContent(...asked),
    relay: () => {},
    inTurn: oneAfterAnother(),
  });
const poll = (...paths: readonly string[]) => pollJob(paths).run(signal);
const stored = () => store.count(articles, tenant, {});
const state = async () => (await store.query(feeds, tenant, { limit: 10 })).documents[0]?.body;

describe('a poll', () => {
  test('adds the articles of every feed and says so by host', async () => {
    answers['/other'] = { body: rssOf('<title>Sample: another</title><link>https://news.example/3</link>') };
    await poll('/feed', '/other');
    expect(await stored()).toBe(3);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: 'feed.read', host: '127.0.0.1', added: 2 }),
    );
  });

  test('reads a feed again only when it is due', async () => {
    await poll('/feed');
    clock.advance(29 * minute);
    await poll('/feed');
    expect(server.requests).toHaveLength(1);
    clock.advance(minute);
    await poll('/feed');
    expect(server.requests).toHaveLength(2);
  });

  test('lets the server say that nothing changed', async () => {
    await poll('/feed');
    clock.advance(30 * minute);
    await poll('/feed');
    expect(server.requests[1]?.headers['if-none-match']).toBe('"v1"');
    expect(await stored()).toBe(2);
    expect(await state()).toMatchObject({
      etag: '"v1"',
      lastSuccess: clock.now().toISOString(),
      counts: { polls: 2, articles: 2, faultsInARow: 0 },
    });
  });

  test('adds what came since', async () => {
    await poll('/feed');
    const more = '<item><title>Sample: new</title><link>https://news.example/new</link></item>';
    answers['/feed'] = {
      body: sampleFeeds.rss.replace('</channel>', `${more}</channel>`),
      headers: { etag: '"v2"' },
    };
    clock.advance(30 * minute);
    await poll('/feed');
    expect(await stored()).toBe(3);
    expect(await state()).toMatchObject({ etag: '"v2"' });
  });

  test('takes the newest 50 of a long feed, and the others never', async () => {
    const items = Array.from({ length: 120 }, (_, index) => {
      const date = new Date(Date.UTC(2026, 6, 1 + index)).toUTCString();
      return `<title>Sample: ${index}</title><link>https://news.example/${index}</link><pubDate>${date}</pubDate>`;
    });
    answers['/feed'] = { body: rssOf(...items) };
    await poll('/feed');
    clock.advance(30 * minute);
    await poll('/feed');
    expect(await stored()).toBe(50);
    const oldest = await store.query(articles, tenant, {
      orderBy: { field: 'order', direction: 'ascending' },
      limit: 1,
    });
    expect(oldest.documents[0]?.body.title).toBe('Sample: 70');
  });

  test('of two replicas at once reads a feed once', async () => {
    const other = pollJob(['/feed']);
    await Promise.all([poll('/feed'), other.run(signal), other.run(signal)]);
    expect(server.requests).toHaveLength(1);
  });

  test('reads for every tenant', async () => {
    await pollJob(['/feed'], [tenant, 'other-tenant']).run(signal);
    expect(await stored()).toBe(2);
    expect(await store.count(articles, 'other-tenant', {})).toBe(2);
  });
});

describe('a fault of one feed', () => {
  test('keeps nobody from the others and is logged with host and reason', async () => {
    answers['/broken'] = { body: '<html>Sample page</html>' };
    await poll('/broken', '/missing', '/feed');
    expect(await stored()).toBe(2);
    const warnings = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'feed.unreadable');
    expect(warnings).toEqual([
      expect.objectContaining({ host: '127.0.0.1', fault: 'notAFeed' }),
      expect.objectContaining({
        host: '127.0.0.1',
        fault: 'refusedByServer',
        reason: expect.stringContaining('404'),
      }),
    ]);
  });

  test('makes it wait twice as long each time, a day at most, and is forgotten with the first success', async () => {
    answers['/feed'] = { status: 500 };
    const waits: number[] = [];
    for (let fault = 1; fault <= 8; fault++) {
      await poll('/feed');
      const next = Date.parse((await state())?.nextPollAt ?? '');
      waits.push((next - clock.now().getTime()) / minute);
      clock.advance(next - clock.now().getTime());
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1440, 1440, 1440]);
    expect(await state()).toMatchObject({
      counts: { faultsInARow: 8 },
      lastFault: { reason: expect.stringContaining('500') },
    });
    answers['/feed'] = { body: sampleFeeds.rss };
    await poll('/feed');
    expect((await state())?.counts.faultsInARow).toBe(0);
    expect(Date.parse((await state())?.nextPollAt ?? '')).toBe(clock.now().getTime() + 30 * minute);
  });

  test('waits as long as the server asks', async () => {
    answers['/feed'] = { status: 429, headers: { 'retry-after': '36000' } };
    await poll('/feed');
    expect(Date.parse((await state())?.nextPollAt ?? '')).toBe(clock.now().getTime() + 600 * minute);
  });

  test('is not hidden by an answer that nothing changed', async () => {
    answers['/feed'] = { body: '<html>Sample page</html>', headers: { etag: '"broken"' } };
    await poll('/feed');
    clock.advance(60 * minute);
    await poll('/feed');
    expect(server.requests[1]?.headers['if-none-match']).toBeUndefined();
    expect((await state())?.counts.faultsInARow).toBe(2);
  });

  test('that is ours is logged as an error and throws nothing', async () => {
    await store.close();
    await poll('/feed');
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: 'feed.failed', fault: 'StoreUnavailable' }),
    );
  });

  test('is none when the service stops in the middle', async () => {
    const stopping = new AbortController();
    const polling = pollJob(['/feed']).run(stopping.signal);
    stopping.abort();
    await polling;
    expect(lines).toEqual([]);
  });
});
