import { htmlReader } from '../../bot/html-reader.ts';
import { cleanText } from '../../bot/typed-text.ts';

const toText = htmlReader({
  // A teaser needs a few hundred characters; the rest of a long page is not worth reading.
  most: 20_000,
  depth: 50,
  children: 2_000,
  point: ' ',
  selectors: [
    { selector: 'figure', format: 'skip' },
    { selector: 'pre', format: 'skip' },
    { selector: 'ol', format: 'unorderedList', options: { itemPrefix: ' ' } },
  ],
});

// What blog software adds to every teaser.
const additions = [
  /\s*The post .{1,300} (?:appeared first on|first appeared on) .{1,200}$/u,
  /\s*(?:Continue reading|Read more)\b.{0,200}$/iu,
  /\s*\[?(?:…|\.\.\.)\]?$/u,
];

/** The plain text of HTML on one line: no markup, no addresses, nothing invisible, none of a blog's additions. */
export function plainText(html: string): string {
  const line = cleanText(toText(html)).replace(/\s+/gu, ' ');
  return additions.reduce((text, addition) => text.replace(addition, ''), line).trim();
}
