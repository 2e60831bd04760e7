import { compile } from 'html-to-text';
import type { PointedMessage } from '../bot/message-action.ts';

// More than a form takes; the rest is not worth reading.
const mostHtml = 50_000;

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: 50, maxChildNodes: 2_000, maxInputLength: mostHtml, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ul', options: { itemPrefix: ' - ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** What a message says, paragraph by paragraph; without pictures, and of links what they are called. */
export function messageText({ kind, content }: PointedMessage['body']): string {
  const start = content.slice(0, mostHtml);
  return kind === 'html' ? toText(start) : start;
}
