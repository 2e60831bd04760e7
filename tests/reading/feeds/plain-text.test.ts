import { expect, test } from '@jest/globals';
import { plainText } from '../../../src/reading/feeds/plain-text.ts';

test.each([
  [
    '<p>Sample <b>bold</b> &amp; <a href="https://news.example/">linked</a> text.</p>',
    'Sample bold & linked text.',
  ],
  ['<h1>Sample title</h1><p>First.</p><p>Second.</p>', 'Sample title First. Second.'],
  ['<ul><li>one</li><li>two</li></ul>', 'one two'],
  ['<script>alert(1)</script><style>p{}</style>Sample', 'Sample'],
  ['<img src="https://news.example/a.png" alt="A picture">Sample', 'Sample'],
  ['plain &lt;b&gt; text', 'plain <b> text'],
  ['Sample\u202e text\u200b', 'Sample text'],
  ['broken <p', 'broken'],
  ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
  ['Sample teaser. [&#8230;]', 'Sample teaser.'],
  [
    '<p>Sample teaser.</p><p>The post <a href="#">Sample title</a> appeared first on <a href="#">Sample blog</a>.</p>',
    'Sample teaser.',
  ],
  ['<p>Sample teaser. <a href="#">Continue reading Sample title</a></p>', 'Sample teaser.'],
  ['', ''],
])('%s', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test('markup nested without end is no crash', () => {
  expect(plainText(`Sample ${'<div>'.repeat(100_000)}`)).toBe('Sample');
});

test('half characters from a broken feed do not reach the store', () => {
  expect(plainText('Sample \ud800 text').isWellFormed()).toBe(true);
});
