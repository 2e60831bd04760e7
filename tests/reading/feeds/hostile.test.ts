import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { feedThread } from '../../../src/reading/feeds/feed-thread.ts';
import type { FetchSettings } from '../../../src/reading/feeds/fetch-feed.ts';
import { findFeed } from '../../../src/reading/feeds/find-feed.ts';
import { UnreadableFeed } from '../../../src/reading/feeds/unreadable-feed.ts';
import { type FeedServer, feedServer } from './feed-server.ts';
import { sampleFeeds } from './sample-feeds.ts';

const parse = feedThread();
const local: FetchSettings = { development: true };
const outside: FetchSettings = { development: false };
const now = new Date('2026-11-24T09:00:00.000Z');
const megabyte = 1024 * 1024;

let servers: FeedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<FeedServer> {
  const server = await feedServer(answer);
  servers.push(server);
  return server;
}

const redirectTo = (location: string) => (_request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(302, { location });
  response.end();
};

/** A page at every address but `/feed`. */
const servePage = (
  body: string,
  more: (request: IncomingMessage, response: ServerResponse) => void = () => {},
) =>
  serve((request, response) => {
    if (request.url !== '/') return more(request, response);
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(body);
  });

const linking = (...addresses: readonly string[]) =>
  `<!doctype html><html><head>${addresses.map((href) => `<link rel="alternate" type="application/atom+xml" href="${href}">`).join('')}</head></html>`;

async function faultOf(address: string, settings: FetchSettings = local): Promise<string> {
  try {
    await findFeed(address, settings, now, parse);
  } catch (error) {
    if (error instanceof UnreadableFeed) return error.fault;
    throw error;
  }
  return 'none';
}

describe('an address that somebody gives', () => {
  test.each([
    ['loopback', 'https://127.0.0.1/'],
    ['loopback by name', 'https://localhost/'],
    ['loopback as one number', 'https://2130706433/'],
    ['loopback in octal', 'https://0177.0.0.1/'],
    ['loopback in hexadecimal', 'https://0x7f000001/'],
    ['loopback, shortened', 'https://127.1/'],
    ['loopback in IPv6', 'https://[::1]/'],
    ['loopback, mapped', 'https://[::ffff:127.0.0.1]/'],
    ['loopback, mapped in hexadecimal', 'https://[::ffff:7f00:1]/'],
    ['loopback, translated', 'https://[64:ff9b::127.0.0.1]/'],
    ['loopback by 6to4', 'https://[2002:7f00:1::]/'],
    ['nowhere', 'https://0.0.0.0/'],
    ['nowhere in IPv6', 'https://[::]/'],
    ['link-local', 'https://169.254.1.1/'],
    ['link-local in IPv6', 'https://[fe80::1]/'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data/'],
    ['the metadata of a cloud in IPv6', 'https://[fd00:ec2::254]/'],
    ['the platform of Azure', 'https://168.63.129.16/'],
    ['a private network', 'https://10.1.2.3/'],
    ['another', 'https://172.16.0.1/'],
    ['one at home', 'https://192.168.1.1/'],
    ['a shared network', 'https://100.64.0.1/'],
    ['a unique local one', 'https://[fc00::1]/'],
    ['multicast', 'https://224.0.0.1/'],
    ['broadcast', 'https://255.255.255.255/'],
  ])('that is %s is not connected to', async (_, address) => {
    expect(await faultOf(address, outside)).toBe('notPublic');
  });

  test.each([
    ['http', 'http://8.8.8.8/'],
    ['a name and a password', 'https://name:secret@8.8.8.8/'],
    ['a name alone', 'https://name@8.8.8.8/'],
    ['another protocol', 'ftp://8.8.8.8/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/xml,<rss/>'],
  ])('with %s is refused before anything is connected to', async (_, address) => {
    expect(await faultOf(address, outside)).toBe('addressRefused');
  });

  test('may be http only for a source that was added so, and even then never inside', async () => {
    const settings = { ...outside, plainHttp: true };
    expect(await faultOf('http://10.0.0.1/feed', settings)).toBe('notPublic');
    expect(await faultOf('http://127.0.0.1/feed', settings)).toBe('notPublic');
    const server = await serve(redirectTo('file:///etc/passwd'));
    expect(await faultOf(server.at('/'), { ...local, plainHttp: true })).toBe('addressRefused');
  });

  test('of a source of https is not followed to http', async () => {
    const server = await serve(redirectTo('http://8.8.8.8/'));
    expect(await faultOf(server.at('/'))).toBe('addressRefused');
  });
});

describe('a page that links to feeds', () => {
  test('leads to the first that can be read', async () => {
    const page = linking('/gone', '/feed?a=1&amp;b=2');
    const server = await servePage(page, (request, response) => {
      response.statusCode = request.url === '/gone' ? 404 : 200;
      response.end(sampleFeeds.atom);
    });
    const found = await findFeed(server.at('/'), local, now, parse);
    expect([found.feed, found.linked, found.articles.length]).toEqual([server.at('/feed?a=1&b=2'), true, 2]);
  });

  test.each([
    ['the metadata of a cloud', 'https://169.254.169.254/feed', 'notPublic'],
    ['a private network', 'https://10.0.0.1/feed', 'notPublic'],
    ['http outside', 'http://8.8.8.8/feed', 'addressRefused'],
    ['a file', 'file:///etc/passwd', 'addressRefused'],
    ['a script', 'javascript:alert(1)', 'addressRefused'],
    ['a name and a password', 'https://a:b@8.8.8.8/feed', 'addressRefused'],
    ['itself', '/', 'unsafe'],
  ])('does not lead to %s', async (_, address, fault) => {
    const server = await servePage(linking(address));
    expect(await faultOf(server.at('/'), local)).toBe(fault);
  });

  test('is followed to three addresses at the most, and no page behind it is', async () => {
    const server = await servePage(linking('/1', '/2', '/3', '/4'), (_request, response) => {
      response.setHeader('content-type', 'text/html').end(linking('/feed'));
    });
    await faultOf(server.at('/'));
    expect(server.requests.map(({ url }) => url)).toEqual(['/', '/1', '/2', '/3']);
  });

  test('that is built to take for ever is read quickly', async () => {
    const hostile = [
      '<link '.repeat(300_000),
      `<link rel="${'a'.repeat(2 * megabyte)}`,
      `<!--${'<!--'.repeat(400_000)}`,
      `<script>${'<script>'.repeat(200_000)}`,
      `<link ${'a=b '.repeat(500_000)}>`,
      `<link rel=alternate href="${'&'.repeat(megabyte)}">`,
    ];
    for (const body of hostile) {
      const server = await servePage(`<html>${body}`);
      const started = performance.now();
      expect(await faultOf(server.at('/'))).toMatch(/noFeedLinked|notAFeed/u);
      // Generous: what must not happen takes minutes.
      expect(performance.now() - started).toBeLessThan(15_000);
    }
  });
});

describe('a feed made to harm', () => {
  const entities = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
  ).join('');

  test.each([
    [
      'entities within entities',
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "a">${entities}]><rss version="2.0"><channel><title>&a9;</title></channel></rss>`,
      'unsafe',
    ],
    [
      'a file of ours as an entity',
      '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&a;</title></channel></rss>',
      'unsafe',
    ],
    [
      'a document type of our network',
      '<!DOCTYPE rss SYSTEM "http://169.254.169.254/"><rss version="2.0"><channel><title>S</title></channel></rss>',
      'unsafe',
    ],
  ])('by %s is refused, and nothing it names is asked for', async (_, body, fault) => {
    const server = await serve((_request, response) => response.end(body));
    expect(await faultOf(server.at('/'))).toBe(fault);
    expect(server.requests).toHaveLength(1);
  });

  test('by packing is left before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(60 * megabyte));
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' });
      response.end(bomb);
    });
    expect(await faultOf(server.at('/'))).toBe('tooLarge');
  });

  test('by dripping is left when its time is over', async () => {
    const timers: NodeJS.Timeout[] = [];
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      timers.push(setInterval(() => response.write('<'), 20));
    });
    const limits = { bytes: megabyte, milliseconds: 300, redirects: 3 };
    expect(await faultOf(server.at('/'), { ...local, limits })).toBe('tooSlow');
    timers.forEach(clearInterval);
  });

  test('that calls itself a film is not read', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' });
      response.end(sampleFeeds.rss);
    });
    expect(await faultOf(server.at('/'))).toBe('wrongType');
  });

  test('behind a name whose answer changes is asked once, and the inside never', async () => {
    const inside = await serve((_request, response) => response.end(sampleFeeds.rss));
    const port = new URL(inside.at('/')).port;
    const answers = ['127.0.0.1', '10.0.0.1', '127.0.0.1'];
    const page = await servePage(linking(`http://localhost:${port}/feed`), () => {});
    const settings = { ...local, resolve: async () => [{ address: answers.shift() ?? '', family: 4 }] };
    expect(await faultOf(page.at('/').replace('127.0.0.1', 'localhost'), settings)).toBe('notPublic');
    expect([page.requests.length, inside.requests.length]).toEqual([1, 0]);
  });
});
