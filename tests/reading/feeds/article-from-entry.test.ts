import { describe, expect, test } from '@jest/globals';
import { articleFromEntry } from '../../../src/reading/feeds/article-from-entry.ts';
import type { FeedEntry } from '../../../src/reading/feeds/parse-feed.ts';
import { articleSchema } from '../../../src/reading/model.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const source = {
  name: 'Sample source',
  site: 'https://news.example/',
  feed: 'https://news.example/feed',
  base: 'https://news.example/',
};
const whole: FeedEntry = {
  title: 'Sample entry: a nursery &amp; its garden',
  link: 'https://news.example/nursery?utm_source=rss',
  guid: 'sample-1',
  texts: ['<p>Sample text for children.</p>'],
  author: 'Sample author',
  published: '2026-11-23T08:30:00Z',
};
const made = (entry: Partial<FeedEntry>, from = source) =>
  articleFromEntry({ ...whole, ...entry }, from, now);
const bodyOf = (entry: Partial<FeedEntry>) => {
  const article = made(entry);
  if (!article) throw new Error('No article was made');
  return articleSchema.parse(article.body);
};

describe('articleFromEntry', () => {
  test('makes an article of an entry', () => {
    expect(bodyOf({})).toMatchObject({
      kind: 'feed',
      title: 'Sample entry: a nursery & its garden',
      teaser: 'Sample text for children.',
      author: 'Sample author',
      source: { name: 'Sample source', address: 'https://news.example/' },
      publishedAt: '2026-11-23T08:30:00.000Z',
      addedAt: now.toISOString(),
      link: 'https://news.example/nursery',
      topics: ['early-years', 'children-families'],
    });
  });

  test('gives the same page the same id, whatever counts its readers', () => {
    const ids = [
      {},
      { link: 'http://news.example/nursery/' },
      { link: '/nursery?fbclid=1#top', guid: 'another', title: 'Another title' },
    ].map((entry) => made(entry)?.id);
    expect(new Set(ids).size).toBe(1);
    expect(made({ link: 'https://news.example/other' })?.id).not.toBe(ids[0]);
  });

  test('takes the guid for the link when that is an address', () => {
    expect(bodyOf({ link: undefined, guid: 'https://news.example/by-guid' })).toMatchObject({
      link: 'https://news.example/by-guid',
    });
  });

  test('keeps an entry without any address, told apart by guid and feed', () => {
    const none = { link: undefined, guid: 'sample-1' };
    expect(bodyOf(none).link).toBeUndefined();
    expect(made(none)?.id).toBe(made(none)?.id);
    expect(made(none)?.id).not.toBe(made(none, { ...source, feed: 'https://other.example/feed' })?.id);
  });

  test('never leads anywhere but to a web page', () => {
    expect(bodyOf({ link: 'javascript:alert(1)' }).link).toBeUndefined();
  });

  test('takes the first words for a title where there is none', () => {
    const { title } = bodyOf({ title: undefined, texts: [`<p>${'Sample words '.repeat(20)}</p>`] });
    expect(title.length).toBeLessThanOrEqual(80);
    expect(title).toMatch(/^Sample words .*…$/u);
  });

  test('takes the next text when the first says nothing', () => {
    expect(bodyOf({ texts: ['<img src="a.png">', '<p>Sample whole text.</p>'] }).teaser).toBe(
      'Sample whole text.',
    );
  });

  test.each([
    ['nothing names it', { link: undefined, guid: undefined }],
    ['it says nothing', { title: ' ', texts: ['<img>'] }],
  ])('makes nothing when %s', (_, entry) => {
    expect(made(entry)).toBeUndefined();
  });

  test.each([
    ['is missing', undefined],
    ['means nothing', 'soon'],
    ['lies in the future', '2030-01-01T00:00:00Z'],
  ])('is of now when its date %s', (_, published) => {
    expect(bodyOf({ published }).publishedAt).toBe(now.toISOString());
  });

  test('stays within all lengths, cut at words', () => {
    const long = 'Sample words '.repeat(1_000);
    const body = bodyOf({ title: long, texts: [`<p>${long}</p>`], author: long });
    expect(body.teaser).toMatch(/(?:Sample|words)…$/u);
    expect(body.teaser.length).toBeLessThanOrEqual(300);
    expect(JSON.stringify(body).length).toBeLessThan(3_000);
  });
});
