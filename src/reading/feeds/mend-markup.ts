import { enclosedParts } from '../enclosed.ts';

// What XML allows nowhere, though publishers paste it.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

// Mending makes a text longer; what is longer than this is no slip.
const longest = 300_000;

/**
 * Markup with the slips mended that publishers make most: an ampersand or a lesser-than sign that stands for itself,
 * characters that XML forbids, and text before the first or after the last tag. The same text when there are none.
 */
export function mendMarkup(text: string): string {
  const start = text.indexOf('<');
  const end = text.lastIndexOf('>');
  if (start < 0 || end < start || text.length > longest) return text;
  // Inside of CDATA every character stands for itself.
  return enclosedParts(text.slice(start, end + 1).replace(forbidden, ''), '<![cdata[', ']]>')
    .map((part) => (part.enclosed ? part.text : escapeBare(part.text)))
    .join('');
}

const escapeBare = (markup: string): string =>
  markup
    .replace(/&(?!(?:[a-z]\w{0,31}|#\d{1,7}|#x[\da-f]{1,6});)/giu, '&amp;')
    .replace(/<(?=[\s\d=&]|<|$)/gu, '&lt;');
