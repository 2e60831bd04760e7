import { describe, expect, test } from '@jest/globals';
import { parseFeed } from '../../../src/reading/feeds/parse-feed.ts';
import { UnreadableFeed } from '../../../src/reading/feeds/unreadable-feed.ts';
import { rssOf, sampleFeeds } from './sample-feeds.ts';

const faultOf = (text: string) => {
  try {
    parseFeed(text);
  } catch (error) {
    if (error instanceof UnreadableFeed) return error.fault;
    throw error;
  }
  return undefined;
};

describe.each(Object.entries(sampleFeeds))('%s', (_, text) => {
  test('gives its name, its site and its entries with all that they tell', () => {
    const feed = parseFeed(text);
    expect(feed.title).toBe('Sample source');
    expect(feed.site).toBe('https://news.example/');
    const [first, second] = feed.entries;
    expect(feed.entries).toHaveLength(2);
    expect(first).toMatchObject({
      title: expect.stringMatching(/^Sample entry: a nursery &(?:amp;)? its garden$/u),
      link: 'https://news.example/nursery?utm_source=rss',
      author: 'Sample author',
    });
    expect(first?.texts[0]).toContain('<b>text</b>');
    expect(Date.parse(first?.published ?? '')).toBe(Date.parse('2026-11-23T08:30:00Z'));
    expect(second).toMatchObject({ title: 'Sample entry: the second', link: 'https://news.example/second' });
    expect(second?.texts[0]).toContain('Sample text of the second entry.');
    expect(second?.author).toBeUndefined();
  });
});

describe('what is no feed is refused with its reason', () => {
  test.each([
    ['nothing', '', 'notAFeed'],
    ['a text', 'Sample text', 'notAFeed'],
    ['a web page', '<html><body>Sample page</body></html>', 'notAFeed'],
    ['a web page with a type', '<!doctype html><html></html>', 'unsafe'],
    ['JSON of another kind', '{"items": 7}', 'notAFeed'],
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1.1", "items": [', 'notAFeed'],
    ['broken XML', '<rss version="2.0"><channel><item><title>', 'notAFeed'],
  ])('%s', (_, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});

describe('an XML bomb is refused before it is parsed', () => {
  const feed = rssOf('<title>&lol9;</title><link>https://news.example/1</link>');
  const entities = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`,
  ).join('');

  test.each([
    ['a billion laughs', `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol0 "lol">${entities}]>${feed}`],
    ['a file of the server', `<!DOCTYPE rss [<!ENTITY lol9 SYSTEM "file:///etc/passwd">]>${feed}`],
    ['an address', `<!DOCTYPE rss SYSTEM "http://169.254.169.254/">${feed}`],
    ['in small letters', `<!doctype rss [<!entity lol9 "x">]>${feed}`],
    ['an entity without a document type', `<!ENTITY lol9 "x">${feed}`],
    ['behind white space', `\n\n  <!DOCTYPE rss>${feed}`],
  ])('%s', (_, text) => {
    expect(faultOf(text)).toBe('unsafe');
  });

  test('an entity that nobody declared stays a text', () => {
    expect(parseFeed(feed).entries[0]?.title).toBe('&lol9;');
  });

  test('a JSON feed may write about document types', () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Sample source',
      items: [{ id: '1', content_text: 'It begins with <!DOCTYPE html>' }],
    });
    expect(parseFeed(text).entries).toHaveLength(1);
  });
});

test('markup nested without end is no feed, and no crash', () => {
  expect(faultOf(`<rss version="2.0"><channel>${'<a>'.repeat(500_000)}`)).toBe('notAFeed');
  expect(faultOf(`{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(500_000)}`)).toBe(
    'notAFeed',
  );
});

test('of a feed without end no more than 500 entries are read', () => {
  const item = '<title>Sample entry</title><link>https://news.example/1</link>';
  expect(parseFeed(rssOf(...Array.from({ length: 2_000 }, () => item))).entries).toHaveLength(500);
});
