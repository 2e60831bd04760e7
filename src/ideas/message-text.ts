import { htmlReader } from '../bot/html-reader.ts';
import type { PointedMessage } from '../bot/message-action.ts';

// More than a form takes; the rest is not worth reading.
const mostHtml = 50_000;

const toText = htmlReader({
  most: mostHtml,
  depth: 50,
  children: 2_000,
  point: ' - ',
  selectors: [{ selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } }],
});

/** What a message says, paragraph by paragraph; without pictures, and of links what they are called. */
export function messageText({ kind, content }: PointedMessage['body']): string {
  return kind === 'html' ? toText(content) : content.slice(0, mostHtml);
}
