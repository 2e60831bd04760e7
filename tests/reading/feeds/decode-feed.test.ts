import { describe, expect, test } from '@jest/globals';
import { decodeFeed } from '../../../src/reading/feeds/decode-feed.ts';

const pound = '<a>£5</a>';
const latin = Buffer.from(pound, 'latin1');
const utf8 = Buffer.from(pound);
const utf16 = Buffer.from(pound, 'utf16le');

describe('the encoding is told', () => {
  test.each([
    ['by nothing: UTF-8', utf8, '', pound],
    ['by the content type', latin, 'text/xml; charset=ISO-8859-1', pound],
    ['by the content type in quotes', latin, 'text/xml; charset="windows-1252"', pound],
    [
      'by the XML declaration',
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>'), latin]),
      'text/xml',
      `<?xml version="1.0" encoding="iso-8859-1"?>${pound}`,
    ],
    [
      'by the content type before the declaration',
      Buffer.concat([Buffer.from("<?xml version='1.0' encoding='iso-8859-1'?>"), utf8]),
      'text/xml; charset=utf-8',
      `<?xml version='1.0' encoding='iso-8859-1'?>${pound}`,
    ],
    [
      'by the mark before all',
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      'text/xml; charset=utf-8',
      pound,
    ],
    ['by the mark of UTF-8, which goes', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), '', pound],
  ])('%s', (_, bytes, contentType, text) => {
    expect(decodeFeed(bytes, contentType)).toBe(text);
  });
});

test('a text that only calls itself UTF-8 stays readable', () => {
  expect(decodeFeed(latin, 'text/xml; charset=utf-8')).toBe(pound);
});

test('an encoding that nobody knows is no feed', () => {
  expect(() => decodeFeed(utf8, 'text/xml; charset=klingon')).toThrow('unknown encoding (klingon)');
});

test('a text about encodings is not taken for a declaration', () => {
  expect(decodeFeed(Buffer.from('<a>encoding="klingon"</a>'), '')).toBe('<a>encoding="klingon"</a>');
});
