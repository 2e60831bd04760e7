import { htmlReader } from '../bot/html-reader.ts';

/** The text of HTML; quotes in it begin with `> ` as in plain text. */
export const textOfHtml = htmlReader({
  most: 500_000,
  depth: 100,
  children: 5_000,
  point: ' - ',
  selectors: [{ selector: 'hr', options: { length: 20 } }],
});

// Everything from here on is an earlier e-mail: the opening lines of Outlook, Gmail and Apple Mail.
const earlierMail = [
  /^\s*-{2,}\s*(?:Original Message|Forwarded message)\s*-{2,}/iu,
  /^\s*Begin forwarded message:/iu,
  /^\s*On .{4,200}\bwrote:\s*$/u,
];

const fromLine = /^\W{0,3}From:\s.+/u;
const sentLine = /^\W{0,3}(?:Sent|Date):\s.+/u;

// RFC 3676, 4.3: two dashes and a space; many clients lose the space. Outlook draws a line of underscores.
const signature = /^(?:--\s?|_{10,}|-{20,})$/u;
const fromPhone =
  /^\s*(?:Sent from (?:my |Outlook|Mail|Yahoo|Samsung).{0,60}|Get Outlook for .{1,40}|Sent using .{1,60})\s*$/iu;
const closing = /^\s*(?:kind|best|warm|many)?\s*(?:regards|wishes|thanks)[,.!]?\s*$/iu;

// A name, a post, a team, a telephone number and the like. What is longer may be the message itself.
const mostClosingLines = 10;
const longestClosingLine = 100;

/**
 * What a person newly wrote in an e-mail: without signature, without what they quote. Where nothing would be left (a
 * forwarded e-mail) all of it is kept.
 */
export function newText(text: string): string {
  const lines = joinedIntroductions(text.replace(/\r\n?/gu, '\n').split('\n'));
  const own = lines
    .slice(0, endOf(lines))
    .filter((line) => !/^\s*>/u.test(line))
    .filter((line) => !fromPhone.test(line));
  return withoutClosing(own).join('\n').trim() || text.trim();
}

function endOf(lines: readonly string[]): number {
  const end = lines.findIndex(
    (line, at) =>
      signature.test(line) ||
      earlierMail.some((opening) => opening.test(line)) ||
      (fromLine.test(line) && lines.slice(at + 1, at + 3).some((next) => sentLine.test(next))),
  );
  return end === -1 ? lines.length : end;
}

/** Gmail breaks `On … wrote:` over two lines. */
function joinedIntroductions(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, at) => {
    const next = lines[at + 1] ?? '';
    const before = lines[at - 1] ?? '';
    if (/^On .{4,200}$/u.test(line) && /^[^>].*\bwrote:\s*$|^wrote:\s*$/u.test(next))
      return [`${line} ${next}`];
    if (/^On .{4,200}$/u.test(before) && /\bwrote:\s*$/u.test(line)) return [];
    return [line];
  });
}

function withoutClosing(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => closing.test(line));
  if (at <= 0) return lines;
  const after = lines.slice(at + 1).filter((line) => line.trim() !== '');
  const isClosing =
    after.length <= mostClosingLines && after.every((line) => line.length <= longestClosingLine);
  return isClosing ? lines.slice(0, at) : lines;
}
