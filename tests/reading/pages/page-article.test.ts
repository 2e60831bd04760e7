import { expect, test } from '@jest/globals';
import { pageArticle } from '../../../src/reading/pages/page-article.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const address = 'https://news.example/story?utm_source=mail';
const made = (head: string, html = '<html lang="cy">') =>
  pageArticle(`<!doctype html>${html}<head>${head}</head><body></body></html>`, address, now)?.body;

test('a page tells of itself by OpenGraph', () => {
  const body = made(`
    <title>Not this</title>
    <meta property="og:title" content="Sample page: a nursery &amp; its garden">
    <meta property="og:description" content="Sample description of the page.">
    <meta property="og:site_name" content="Sample site">
    <meta property="og:image" content="/a.png">
    <meta property="og:image:alt" content="Sample children in a garden">
    <meta property="article:published_time" content="2026-11-23T08:30:00Z">
    <meta name="author" content="Sample author">
    <link rel="canonical" href="https://www.news.example/story">`);
  expect(body).toMatchObject({
    title: 'Sample page: a nursery & its garden',
    teaser: 'Sample description of the page.',
    source: { name: 'Sample site', address: 'https://news.example/' },
    author: 'Sample author',
    publishedAt: '2026-11-23T08:30:00.000Z',
    language: 'cy',
    link: 'https://www.news.example/story',
    picture: { address: 'https://news.example/a.png', alt: 'Sample children in a garden' },
    topics: ['early-years'],
  });
});

test('without OpenGraph its title and description do', () => {
  const body = made('<title>Sample &ndash; page</title><meta name=description content="Sample text.">');
  expect(body).toMatchObject({
    title: 'Sample – page',
    teaser: 'Sample text.',
    source: { name: 'news.example' },
  });
  expect(body?.link).toBe('https://news.example/story');
  expect(body?.picture).toBeUndefined();
});

test('it speaks for no other site, and a picture without words is left out', () => {
  const body = made(
    '<title>Sample</title><link rel="canonical" href="https://other.example/"><meta property="og:url" content="javascript:alert(1)"><meta property="og:image" content="https://news.example/a.png">',
  );
  expect(body?.link).toBe('https://news.example/story');
  expect(body?.picture).toBeUndefined();
});

test.each([
  ['no title', '<meta name="description" content="Sample">'],
  ['an empty title', '<title> </title>'],
  ['a title in a comment alone', '<!-- <meta property="og:title" content="Sample"> -->'],
])('no article is made of a page with %s', (_, head) => {
  expect(made(head)).toBeUndefined();
});
