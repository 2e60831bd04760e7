import { compile } from 'html-to-text';
import { cleanText } from '../../bot/typed-text.ts';

// A teaser needs a few hundred characters; the rest of a long page is not worth reading.
const mostHtml = 20_000;

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: 50, maxChildNodes: 2_000, maxInputLength: mostHtml, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'figure', format: 'skip' },
    { selector: 'pre', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: ' ' } },
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
  const line = cleanText(toText(html.slice(0, mostHtml)).toWellFormed()).replace(/\s+/gu, ' ');
  return additions.reduce((text, addition) => text.replace(addition, ''), line).trim();
}
