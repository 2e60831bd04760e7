import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { parseMail, plainSubject } from '../../src/mail/parse-mail.ts';
import { sampleMail } from './sample-mail.ts';

const parsed = (...chunks: readonly (string | Buffer)[]) =>
  parseMail(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), 'ideas@council.example');

const from = 'From: Ann Sample <Ann.Sample@Council.Example>\r\n';

test('a plain e-mail gives its sender, subject and text', async () => {
  expect(await parsed(sampleMail({ messageId: '<a@b.example>', text: 'One form.' }))).toEqual({
    messageId: '<a@b.example>',
    from: { address: 'ann.sample@council.example', name: 'Ann Sample' },
    subject: 'Sample idea: one form',
    text: 'One form.',
    attachments: [],
    automatic: undefined,
  });
});

test('an e-mail without anything in it gives empty words', async () => {
  const mail = await parsed(`${from}\r\n`);
  expect(mail).toMatchObject({ messageId: '', subject: '', text: '', attachments: [] });
});

test('one that is HTML only gives the text of it', async () => {
  const mail = await parsed(
    `${from}Content-Type: text/html; charset=utf-8\r\n\r\n<p>One <i>form</i> for caf\u00e9s.</p>`,
  );
  expect(mail.text).toBe('One form for caf\u00e9s.');
});

test.each<[string, string, Buffer]>([
  ['windows-1252', 'text/plain; charset=windows-1252', Buffer.from([0x93, 0x80, 0x35, 0x94])],
  ['iso-8859-15', 'text/plain; charset=iso-8859-15', Buffer.from('\u201c\u20ac5\u201d', 'latin1')],
  ['an unknown one', 'text/plain; charset=x-nobody-knows', Buffer.from('"\u20ac5"')],
])('the character set %s does no harm', async (name, type, bytes) => {
  const mail = await parsed(`${from}Content-Type: ${type}\r\n\r\n`, bytes);
  expect(mail.text).toContain('5');
  if (name === 'windows-1252') expect(mail.text).toBe('\u201c\u20ac5\u201d');
});

test('words in a subject may be encoded in any way', async () => {
  const mail = await parsed(`${from}Subject: =?iso-8859-1?Q?Re=3A_Caf=E9?= =?utf-8?B?cyDigqw=?=\r\n\r\ntext`);
  expect(mail.subject).toBe('Caf\u00e9s \u20ac');
});

test('of a file of 10 MB only the name is kept', async () => {
  const line = `${Buffer.alloc(57).toString('base64')}\r\n`;
  const block = line.repeat(1000);
  const head = `${from}Subject: Sample\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the plan.\r\n--b\r\nContent-Type: application/pdf; name="plan.pdf"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="plan.pdf"\r\n\r\n`;
  const mail = await parsed(head, ...Array(180).fill(block), '--b--\r\n');
  expect(mail).toMatchObject({ text: 'See the plan.', attachments: ['plan.pdf'] });
});

test('a picture that stands in the text is no file', async () => {
  const mail = await parsed(
    `${from}Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Text<img src="cid:logo"></p>\r\n--b\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n`,
  );
  expect(mail).toMatchObject({ text: 'Text', attachments: [] });
});

test.each([
  ['Re: One form', 'One form'],
  ['RE: FW: [EXTERNAL] Fwd: One form', 'One form'],
  ['AW: WG: One form', 'One form'],
  ['Re[2]: One form', 'One form'],
  ['Re: [K7Q2MX] A question: one form', '[K7Q2MX] A question: one form'],
  ['Reform: one form', 'Reform: one form'],
  ['  ', ''],
])('the subject %j is %j', (subject, plain) => {
  expect(plainSubject(subject)).toBe(plain);
});

describe('an e-mail is not from a person who wrote to us when', () => {
  test.each<[string, Parameters<typeof sampleMail>[0]]>([
    ['Auto-Submitted', { headers: { 'Auto-Submitted': 'auto-replied; owner-email="a@b.example"' } }],
    ['Precedence', { headers: { Precedence: 'bulk' } }],
    ['X-Auto-Response-Suppress', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
    ['X-Autoreply', { headers: { 'X-Autoreply': 'yes' } }],
    ['List-Id', { headers: { 'List-Id': 'News <news.example.org>' } }],
    ['empty Return-Path', { headers: { 'Return-Path': '<>' } }],
    [
      'a report',
      { headers: { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' } },
    ],
    ['own address', { from: 'Ideas <Ideas@Council.Example>' }],
    ['sent by a machine', { from: 'MAILER-DAEMON@mx.example.org' }],
  ])('%s', async (reason, wishes) => {
    expect((await parsed(sampleMail(wishes))).automatic).toBe(reason);
  });

  test.each<[string, Record<string, string>]>([
    ['Auto-Submitted says no', { 'Auto-Submitted': 'no' }],
    ['it has a Return-Path', { 'Return-Path': '<ann.sample@council.example>' }],
  ])('but not when %s', async (_what, headers) => {
    expect((await parsed(sampleMail({ headers }))).automatic).toBeUndefined();
  });
});
