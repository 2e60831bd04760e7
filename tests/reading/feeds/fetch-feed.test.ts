import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type FetchSettings, fetchFeed } from '../../../src/reading/feeds/fetch-feed.ts';
import { UnreadableFeed } from '../../../src/reading/feeds/unreadable-feed.ts';
import { type FeedServer, feedServer } from './feed-server.ts';
import { sampleFeeds } from './sample-feeds.ts';

const local: FetchSettings = { development: true };
const outside: FetchSettings = { development: false };
const megabyte = 1024 * 1024;

let servers: FeedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function serve(...parameters: Parameters<typeof feedServer>): Promise<FeedServer> {
  const server = await feedServer(...parameters);
  servers.push(server);
  return server;
}

/** Fetches what must not be readable and returns why it was not. */
async function refusal(address: string, settings: FetchSettings = local, signal?: AbortSignal) {
  try {
    await fetchFeed(address, {}, settings, signal);
  } catch (error) {
    if (error instanceof UnreadableFeed) return error;
    throw error;
  }
  throw new Error('It was fetched');
}

async function text(address: string, settings: FetchSettings = local): Promise<string> {
  const fetched = await fetchFeed(address, {}, settings);
  if (fetched.kind !== 'read') throw new Error('Nothing was read');
  return Buffer.from(fetched.bytes).toString();
}

function redirect(response: ServerResponse, location: string, status = 302): void {
  response.writeHead(status, { location });
  response.end();
}

describe('a well-behaved publisher', () => {
  test.each([
    ['plain', undefined, (body: string) => Buffer.from(body)],
    ['gzip', 'gzip', (body: string) => gzipSync(body)],
    ['brotli', 'br', (body: string) => brotliCompressSync(body)],
  ])('is read: %s', async (_, encoding, pack) => {
    const server = await serve((_request, response) => {
      if (encoding) response.setHeader('content-encoding', encoding);
      response.setHeader('content-type', 'application/rss+xml').end(pack(sampleFeeds.rss));
    });
    expect(await text(server.at('/feed'))).toBe(sampleFeeds.rss);
  });

  test('is told what we know and answers that nothing changed', async () => {
    const server = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') {
        response.writeHead(304);
        response.end();
        return;
      }
      response.writeHead(200, { etag: '"v1"', 'last-modified': 'Mon, 23 Nov 2026 08:30:00 GMT' });
      response.end('{}');
    });
    const first = await fetchFeed(server.at('/feed'), {}, local);
    if (first.kind !== 'read') throw new Error('Nothing was read');
    expect(first).toMatchObject({ etag: '"v1"', lastModified: 'Mon, 23 Nov 2026 08:30:00 GMT' });
    expect(await fetchFeed(server.at('/feed'), first, local)).toEqual({ kind: 'unchanged' });
    expect(server.requests[1]?.headers['if-modified-since']).toBe('Mon, 23 Nov 2026 08:30:00 GMT');
  });

  test('may redirect three times, relatively too', async () => {
    const server = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step < 3) redirect(response, `${step + 1}`, [301, 307, 308][step]);
      else response.end('the feed');
    });
    expect(await text(server.at('/0'))).toBe('the feed');
  });

  test('is told who reads it, and gets no cookie and no credentials', async () => {
    const server = await serve((_request, response) => response.setHeader('set-cookie', 'a=b').end('{}'));
    await text(server.at('/feed'));
    await text(server.at('/feed'));
    const headers = server.requests[1]?.headers;
    expect(headers?.['user-agent']).toContain('iNews');
    expect(headers?.cookie).toBeUndefined();
    expect(headers?.authorization).toBeUndefined();
  });
});

describe('a hostile publisher', () => {
  test('with a body without end is left after 5 MB', async () => {
    let sent = 0;
    const server = await serve((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'a');
      const pump = () => {
        while (sent < 50 * megabyte && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', pump);
        }
        response.end();
      };
      pump();
    });
    expect((await refusal(server.at('/feed'))).fault).toBe('tooLarge');
    expect(sent).toBeLessThan(25 * megabyte);
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(50 * megabyte))],
    [
      'br',
      brotliCompressSync(Buffer.alloc(50 * megabyte), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
    ],
  ])('with a bomb packed by %s is left before it is unpacked', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(megabyte / 10);
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(bomb);
    });
    expect((await refusal(server.at('/feed'))).fault).toBe('tooLarge');
  });

  test('with packing out of which nothing ever comes is left after 5 MB', async () => {
    const nothing = gzipSync('');
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(Buffer.concat(Array.from({ length: (6 * megabyte) / nothing.length }, () => nothing)));
    });
    expect((await refusal(server.at('/feed'))).fault).toBe('tooLarge');
  });

  test('with a packing that nobody asked for is refused', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'compress' });
      response.end('something');
    });
    expect((await refusal(server.at('/feed'))).fault).toBe('wrongType');
  });

  test('with damaged packing is unreadable, no crash', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end('this is not gzip');
    });
    expect((await refusal(server.at('/feed'))).fault).toBe('unreachable');
  });

  test.each([
    ['headers', false],
    ['body', true],
  ])('that lets its %s drip is left when the time is over', async (_, headersFirst) => {
    const timers: NodeJS.Timeout[] = [];
    const server = await serve((_request, response) => {
      if (headersFirst) response.writeHead(200, { 'content-type': 'application/rss+xml' });
      if (headersFirst) timers.push(setInterval(() => response.write(' '), 20));
    });
    const settings = { ...local, limits: { bytes: megabyte, milliseconds: 300, redirects: 3 } };
    expect((await refusal(server.at('/feed'), settings)).fault).toBe('tooSlow');
    timers.forEach(clearInterval);
  });

  test('that redirects in a circle is left', async () => {
    const server = await serve((_request, response) => redirect(response, '/again'));
    expect((await refusal(server.at('/feed'))).fault).toBe('tooManyRedirects');
    expect(server.requests).toHaveLength(4);
  });

  test.each([
    ['the cloud’s metadata', 'https://169.254.169.254/latest/meta-data', 'notPublic'],
    ['a private network', 'https://10.0.0.1/', 'notPublic'],
    ['a private network, written as a number', 'https://167772161/', 'notPublic'],
    ['a private network in IPv6', 'https://[fd00::1]/', 'notPublic'],
    ['a mapped private address', 'https://[::ffff:10.0.0.1]/', 'notPublic'],
    ['http outside this machine', 'http://10.0.0.1/', 'addressRefused'],
    ['a file', 'file:///etc/passwd', 'addressRefused'],
    ['an address with credentials', 'https://name:secret@news.example/', 'addressRefused'],
    ['another protocol', 'gopher://news.example/', 'addressRefused'],
  ])('that redirects to %s is not followed', async (_, location, fault) => {
    const server = await serve((_request, response) => redirect(response, location));
    expect((await refusal(server.at('/feed'))).fault).toBe(fault);
  });

  test('that serves a picture is refused unread', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end(Buffer.alloc(megabyte));
    });
    expect((await refusal(server.at('/feed'))).fault).toBe('wrongType');
  });

  test.each([404, 410, 500, 503])('that answers %i is refused, with the status told', async (status) => {
    const server = await serve((_request, response) => {
      response.writeHead(status, { 'retry-after': '7200' });
      response.end('private detail');
    });
    const error = await refusal(server.at('/feed'));
    expect(error).toMatchObject({ fault: 'refusedByServer', retryAfter: 7200 });
    expect(error.message).toContain(String(status));
    expect(error.message).not.toContain('private detail');
  });

  test('that hangs up is unreachable', async () => {
    const server = await serve((request) => request.socket.destroy());
    expect((await refusal(server.at('/feed'))).fault).toBe('unreachable');
  });
});

describe('a name that leads inside', () => {
  const leadsTo = (...addresses: readonly string[]): FetchSettings => ({
    ...outside,
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });

  test.each(['10.0.0.5', '127.0.0.1', '169.254.169.254', '::1', '::ffff:192.168.0.1', '168.63.129.16'])(
    'is not connected to: %s',
    async (address) => {
      const error = await refusal('https://news.example/feed', leadsTo(address));
      expect(error.fault).toBe('notPublic');
      expect(error.message).toContain(address);
    },
  );

  test('is not connected to when one of its addresses is public', async () => {
    expect((await refusal('https://news.example/feed', leadsTo('8.8.8.8', '10.0.0.5'))).fault).toBe(
      'notPublic',
    );
  });

  test('reaches this machine in development alone', async () => {
    const server = await serve((_request, response) => response.end('inside'));
    expect((await refusal(server.at('/feed').replace('http:', 'https:'), outside)).fault).toBe('notPublic');
    expect(server.requests).toHaveLength(0);
    expect(await text(server.at('/feed'))).toBe('inside');
  });

  test('is checked at every connection: an answer that changes gains nothing', async () => {
    const answers = ['127.0.0.1', '10.0.0.5'];
    const server = await serve((_request, response) => {
      response.setHeader('connection', 'close');
      redirect(response, '/again');
    });
    const changing = { ...local, resolve: async () => [{ address: answers.shift() ?? '', family: 4 }] };
    const error = await refusal(server.at('/feed').replace('127.0.0.1', 'localhost'), changing);
    expect(error.fault).toBe('notPublic');
    expect(server.requests).toHaveLength(1);
  });

  test('that does not exist is unreachable', async () => {
    const nobody: FetchSettings = {
      ...outside,
      resolve: async () => {
        throw Object.assign(new Error('getaddrinfo ENOTFOUND news.example'), { code: 'ENOTFOUND' });
      },
    };
    expect(await refusal('https://news.example/feed', nobody)).toMatchObject({
      fault: 'unreachable',
      message: expect.stringContaining('ENOTFOUND'),
    });
  });

  test('whose look-up never ends is left when the time is over', async () => {
    const settings: FetchSettings = {
      ...outside,
      resolve: () => new Promise(() => {}),
      limits: { bytes: megabyte, milliseconds: 200, redirects: 3 },
    };
    expect((await refusal('https://news.example/feed', settings)).fault).toBe('tooSlow');
  });
});

describe('an address in the settings', () => {
  test.each([
    ['http://news.example/feed'],
    ['http://127.0.0.1/feed'],
    ['file:///etc/passwd'],
    ['https://name@news.example/'],
    ['ftp://news.example/'],
    ['news.example/feed'],
    [''],
  ])('is refused in production: %s', async (address) => {
    expect((await refusal(address, outside)).fault).toBe('addressRefused');
  });

  test('may be a file in development, up to the same size', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sample-feed-'));
    const file = join(folder, 'feed.json');
    const address = pathToFileURL(file).href;
    await writeFile(file, sampleFeeds.json);
    expect(await text(address)).toBe(sampleFeeds.json);
    await writeFile(file, Buffer.alloc(6 * megabyte));
    expect((await refusal(address)).fault).toBe('tooLarge');
    await rm(folder, { recursive: true });
    expect((await refusal(address)).fault).toBe('unreachable');
  });
});

test('an aborted caller gets its own reason, not a fault of the feed', async () => {
  const server = await serve(() => {});
  const stopping = new AbortController();
  const fetching = fetchFeed(server.at('/feed'), {}, local, stopping.signal);
  stopping.abort(new Error('The service stops'));
  await expect(fetching).rejects.toThrow('The service stops');
});
