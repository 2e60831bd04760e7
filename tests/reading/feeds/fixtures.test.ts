import { describe, expect, test } from '@jest/globals';
import { feedContent } from '../../../src/reading/feeds/feed-content.ts';
import { UnreadableFeed } from '../../../src/reading/feeds/unreadable-feed.ts';
import { dateStyles } from './fixtures/dates.ts';
import { encodings } from './fixtures/encodings.ts';
import { formats, type Written } from './fixtures/formats.ts';
import { mistakes } from './fixtures/mistakes.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const feed = 'https://news.example/feed';

const read = (bytes: Uint8Array, contentType = '') =>
  feedContent({ bytes, contentType, address: feed }, feed, now);

const written = (more: Partial<Written> = {}): Written => ({
  title: 'Sample entry',
  link: 'https://news.example/one',
  id: 'sample-1',
  text: 'Sample text of the entry.',
  author: 'Sample author',
  date: 'Mon, 23 Nov 2026 08:30:00 GMT',
  ...more,
});

const isJson = (name: string) => name.startsWith('JSON');

describe.each(formats)('$name', ({ name, has, write }) => {
  test('gives all that an entry tells', () => {
    const { name: source, articles, unusable } = read(Buffer.from(write([written()], 'utf-8')));
    expect([source, unusable]).toEqual(['Sample source', 0]);
    expect(articles.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        title: 'Sample entry',
        teaser: 'Sample text of the entry.',
        link: 'https://news.example/one',
        publishedAt: has.date ? '2026-11-23T08:30:00.000Z' : now.toISOString(),
        source: { name: 'Sample source', address: 'https://news.example/' },
      }),
    ]);
    expect(articles[0]?.body.author).toBe(has.author ? 'Sample author' : undefined);
    // RSS 0.90 and 1.0 have no place for it.
    expect(articles[0]?.body.language).toBe(
      name.includes('0.90') || name.includes('RDF') ? undefined : 'en-GB',
    );
  });

  const written8 = encodings.filter((encoding) => !isJson(name) || /^UTF-8/u.test(encoding.name));
  test.each(written8)('in $name', ({ declared, contentType, sample, bytes }) => {
    const document = write([written({ title: sample, text: `<![CDATA[<p>${sample}</p>]]>` })], declared);
    const { articles } = read(bytes(document), contentType);
    expect(articles.map(({ body }) => [body.title, body.teaser])).toEqual([[sample, sample]]);
  });

  if (has.date)
    test.each(dateStyles)('with a date: %s', (_, date, instant) => {
      const { articles } = read(Buffer.from(write([written({ date })], 'utf-8')));
      expect(articles.map(({ body }) => body.publishedAt)).toEqual([instant ?? now.toISOString()]);
    });
});

describe('a common mistake', () => {
  test.each(mistakes)('$name', ({ document, contentType, outcome }) => {
    const bytes = typeof document === 'string' ? Buffer.from(document.toWellFormed()) : document;
    if ('entries' in outcome) {
      const { articles } = read(bytes, contentType);
      expect(articles.map(({ body }) => [body.title, body.link])).toEqual(outcome.entries);
      return;
    }
    expect(() => read(bytes, contentType)).toThrow(
      expect.objectContaining({ fault: outcome.fault, message: expect.stringMatching(outcome.reason) }),
    );
    expect(() => read(bytes, contentType)).toThrow(UnreadableFeed);
  });
});

test('the sample is as large as it is meant to be', () => {
  const dated = formats.filter(({ has }) => has.date).length;
  const markup = formats.filter(({ name }) => !isJson(name)).length;
  const unmarked = encodings.filter(({ name }) => /^UTF-8/u.test(name)).length;
  const count =
    formats.length +
    markup * encodings.length +
    (formats.length - markup) * unmarked +
    dated * dateStyles.length +
    mistakes.length;
  expect(count).toBeGreaterThanOrEqual(200);
  process.stdout.write(`${count} feeds were read\n`);
});
