import { expect, test } from '@jest/globals';
import { feedThread, feedThreadLimits } from '../../../src/reading/feeds/feed-thread.ts';
import { UnreadableFeed } from '../../../src/reading/feeds/unreadable-feed.ts';
import { feedServer } from './feed-server.ts';
import { sampleFeeds } from './sample-feeds.ts';

const address = 'https://publisher.example/feed';
const now = new Date('2026-11-24T09:00:00.000Z');
const megabytes = 5;

const pageOf = (text: string) => ({ bytes: Buffer.from(text), contentType: 'application/xml', address });

/** As much of a piece as is let through, inside of a feed. */
const feedOf = (piece: string) =>
  `<rss version="2.0"><channel><title>Sample</title>${piece.repeat((megabytes * 1024 * 1024) / piece.length)}</channel></rss>`;

const hostile = {
  nested: `<rss version="2.0"><channel>${'<a>'.repeat(1_700_000)}`,
  entries: feedOf('<item><title>Sample</title><link>https://a.example/</link></item>'),
  attributes: feedOf(`<item ${'a="b" '.repeat(2_000)}><title>Sample</title></item>`),
  opened: feedOf('<item><title>&amp;<![CDATA['),
};

test.each(Object.entries(hostile))(
  'a request is answered before a hostile feed of %s has been parsed',
  async (_, text) => {
    const parse = feedThread();
    await parse(pageOf(sampleFeeds.atom), address, now);
    await using server = await aServer();
    const order: string[] = [];
    const parsed = parse(pageOf(text), address, now)
      .then((content) => expect(content.articles.length).toBeLessThanOrEqual(50))
      .catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableFeed))
      .then(() => order.push('parsed'));
    const answered = fetch(server.at('/')).then(() => order.push('answered'));
    await Promise.all([parsed, answered]);
    expect(order).toEqual(['answered', 'parsed']);
  },
);

test('a feed that takes too long is its own fault, and the next one is read by a new thread', async () => {
  const parse = feedThread({ ...feedThreadLimits, withinMs: 20 });
  const slow = parse(pageOf(hostile.entries), address, now);
  await expect(slow).rejects.toMatchObject({ name: 'UnreadableFeed', fault: 'tooHard' });
  const usual = feedThread();
  const mixed = [
    usual(pageOf(hostile.attributes), address, now).catch(() => undefined),
    usual(pageOf(sampleFeeds.atom), address, now),
  ];
  expect((await Promise.all(mixed))[1]?.articles.length).toBeGreaterThan(0);
});

test('a feed that takes too much memory is its own fault, and the process goes on', async () => {
  const parse = feedThread({ ...feedThreadLimits, withinMs: 60_000, megabytes: 40 });
  await expect(parse(pageOf(hostile.entries), address, now)).rejects.toMatchObject({ fault: 'tooHard' });
  expect((await parse(pageOf(sampleFeeds.atom), address, now)).articles.length).toBeGreaterThan(0);
});

test('what is no feed is told as such, and a thread that was let go comes back', async () => {
  const parse = feedThread({ ...feedThreadLimits, idleMs: 1 });
  await expect(parse(pageOf('<p>Sample'), address, now)).rejects.toMatchObject({ fault: 'notAFeed' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await parse(pageOf(sampleFeeds.atom), address, now)).articles.length).toBeGreaterThan(0);
});

async function aServer() {
  const server = await feedServer((_request, response) => response.end('Sample'));
  return { at: server.at, [Symbol.asyncDispose]: () => server.close() };
}
