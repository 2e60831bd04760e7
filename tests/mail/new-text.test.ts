import { describe, expect, test } from '@jest/globals';
import { newText, textOfHtml } from '../../src/mail/new-text.ts';

const said = 'Sample text: one form.';

describe('of an e-mail stays what its writer newly says', () => {
  test.each<[string, string]>([
    ['a signature after two dashes and a space', `${said}\n-- \nAnn Sample\nHousing`],
    ['a signature after two dashes', `${said}\n\n--\nAnn Sample`],
    ['a signature after a closing', `${said}\n\nKind regards,\nAnn Sample\nHousing officer\n01632 960000`],
    ['a telephone’s own line', `${said}\n\nSent from my iPhone`],
    ['what Outlook for a telephone adds', `${said}\n\nGet Outlook for iOS`],
    ['quoted lines', `> Which form?\n> \n${said}`],
    [
      'an earlier e-mail as Gmail quotes it',
      `${said}\n\nOn Tue, 3 Mar 2026 at 10:00, iNews <ideas@council.example> wrote:\n> Which form?`,
    ],
    [
      'its first line broken in two',
      `${said}\n\nOn Tue, 3 Mar 2026 at 10:00, iNews <\nideas@council.example> wrote:\n> Which form?`,
    ],
    [
      'an earlier e-mail as Outlook quotes it',
      `${said}\n\nFrom: iNews <ideas@council.example>\nSent: 03 March 2026 10:00\nTo: Ann Sample\nSubject: A question\n\nWhich form?`,
    ],
    [
      'the same below a line',
      `${said}\n________________________________\nFrom: iNews\nSent: 03 March 2026\n\nWhich form?`,
    ],
    ['an original message', `${said}\r\n\r\n-----Original Message-----\r\nWhich form?`],
  ])('without %s', (_what, text) => {
    expect(newText(text)).toBe(said);
  });

  test.each<[string, string]>([
    ['a dash in the text', 'One form - not three.\n- it is shorter\n- it is clearer'],
    [
      'thanks before a long text',
      `Thanks,\n${'A long line of the idea itself, which is no signature. '.repeat(3)}`,
    ],
    ['a sentence with “From:”', 'From: the resident’s view this is one service.\nIt should look like one.'],
    ['a sentence that begins with “On”', 'On Tuesdays we wrote letters by hand.\nNobody reads them.'],
  ])('with %s', (_what, text) => {
    expect(newText(text)).toBe(text.trim());
  });

  test('a forwarded e-mail without a word of its own is kept whole', () => {
    const forwarded = '---------- Forwarded message ---------\nFrom: Tom Sample\nOne form instead of three.';
    expect(newText(forwarded)).toBe(forwarded);
  });
});

test('HTML is read as its text, with quotes to be known as such', () => {
  const html =
    '<style>p{}</style><p>One <b>form</b> &amp; no more.<br>See <a href="https://example.org/x">here</a></p><script>1</script><blockquote>Which form?</blockquote>';
  expect(newText(textOfHtml(html))).toBe('One form & no more.\nSee here');
});
