import { describe, expect, test } from '@jest/globals';
import { pageOf, webAddress } from '../../src/reading/web-address.ts';

describe('webAddress', () => {
  test.each([
    ['https://news.example/a?utm_source=x&id=7&fbclid=y', 'https://news.example/a?id=7'],
    ['https://news.example/a?utm_medium=rss', 'https://news.example/a'],
    ['https://NEWS.example:443/a#section', 'https://news.example/a'],
    ['https://news.example/#/story/7', 'https://news.example/#/story/7'],
    ['  https://news.example/a  ', 'https://news.example/a'],
    ['https://news.example/a?q=one+two', 'https://news.example/a?q=one+two'],
  ])('%s is %s', (given, clean) => {
    expect(webAddress(given)).toBe(clean);
  });

  test('starts a relative address from its base', () => {
    expect(webAddress('/story/7', 'https://news.example/feed/')).toBe('https://news.example/story/7');
  });

  test.each([
    ['javascript:alert(1)'],
    ['data:text/html,hello'],
    ['file:///etc/passwd'],
    ['mailto:sample@news.example'],
    ['https://name:secret@news.example/'],
    ['/relative'],
    ['not an address'],
    [''],
    [`https://news.example/${'a'.repeat(2_000)}`],
  ])('%s is nowhere to send people', (given) => {
    expect(webAddress(given)).toBeUndefined();
  });
});

test('two spellings of one page are one page', () => {
  expect(pageOf('http://news.example/a/')).toBe(pageOf('https://news.example/a'));
  expect(pageOf('https://news.example/a/?id=1')).toBe(pageOf('https://news.example/a?id=1'));
  expect(pageOf('https://news.example/a?id=1')).not.toBe(pageOf('https://news.example/a?id=2'));
});
