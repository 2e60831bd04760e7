import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../../src/mail/send-results.ts';
import { mailSender } from '../../src/mail/sender.ts';
import { signInBy } from '../../src/mail/sign-in.ts';
import { mailAddress } from '../../src/outbox/by-mail.ts';
import { type Letter, letterView } from '../../src/outbox/letter.ts';
import { loopbackCertificate } from './certificate.ts';
import { mailPassword, mailToken, mailUser } from './dovecot.ts';
import { type Smtp, startSmtp } from './smtp.ts';

const to = mailAddress({ kind: 'mail', tenantId: 't', address: 'ann.sample@council.example' });

const letter: Letter = {
  subject: '[K7Q2MX] A question: Sample idea',
  paragraphs: [
    { kind: 'heading', text: 'A question' },
    { kind: 'quote', text: 'Which <b>three</b> forms?\n& why?' },
    { kind: 'note', text: 'iNews' },
  ],
  inReplyTo: '<sample-1@council.example>',
};

function senderTo(
  smtp: Pick<Smtp, 'port'>,
  how: 'identity' | { readonly password: string },
  token = mailToken,
) {
  const settings = {
    address: mailUser,
    user: mailUser,
    imap: { host: '', port: 1, tlsFromStart: true },
    smtp: { host: '127.0.0.1', port: smtp.port, tlsFromStart: false },
    signIn: how,
    identityClientId: undefined,
    ownDomains: [],
    limits: { perSenderAndDay: 1, perHour: 1 },
  };
  return mailSender(
    settings,
    signInBy(settings, async () => token),
    loopbackCertificate().cert,
  );
}

test.each<[string, 'identity' | { readonly password: string }, string]>([
  ['a password', { password: mailPassword }, 'PLAIN'],
  ['a token of the identity', 'identity', 'XOAUTH2'],
])(
  'a letter goes out by %s, in text and HTML, marked as automatic and as an answer',
  async (_way, how, method) => {
    await using smtp = await startSmtp();
    const send = senderTo(smtp, how);
    const result = await send(to, letterView(letter), 'submissions/K7Q2MX/1>mail');
    const [arrived] = smtp.letters;
    expect(arrived).toMatchObject({ to: 'ann.sample@council.example', method });
    const mail = arrived?.mail;
    expect(mail).toMatchObject({
      subject: letter.subject,
      inReplyTo: '<sample-1@council.example>',
      references: '<sample-1@council.example>',
    });
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toContain('  Which <b>three</b> forms?\n  & why?');
    expect(mail?.html).toContain('Which &lt;b&gt;three&lt;/b&gt; forms?<br>&amp; why?');
    expect(result).toEqual({ kind: 'sent', conversationId: to.conversationId, activityId: mail?.messageId });
  },
);

test('the same delivery sent twice is the same message, another is not', async () => {
  await using smtp = await startSmtp();
  const send = senderTo(smtp, { password: mailPassword });
  for (const key of ['a', 'a', 'b']) await send(to, letterView(letter), key);
  const [first, again, other] = smtp.letters.map(({ mail }) => mail.messageId);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

describe('what the server says decides what becomes of a letter', () => {
  test.each<[number, string]>([
    [450, 'later'],
    [550, 'unreachable'],
    [554, 'refused'],
  ])('%i at the recipient: %s', async (code, kind) => {
    await using smtp = await startSmtp();
    smtp.refusal = code;
    expect(await senderTo(smtp, { password: mailPassword })(to, letterView(letter), 'a')).toMatchObject({
      kind,
    });
    expect(smtp.letters).toEqual([]);
  });

  test('a sign-in that is refused can be mended: later', async () => {
    await using smtp = await startSmtp();
    const send = senderTo(smtp, 'identity', 'an old token');
    expect(await send(to, letterView(letter), 'a')).toMatchObject({ kind: 'later' });
  });

  test('no server: later', async () => {
    const smtp = await startSmtp();
    await smtp[Symbol.asyncDispose]();
    expect(await senderTo(smtp, { password: mailPassword })(to, letterView(letter), 'a')).toMatchObject({
      kind: 'later',
    });
  });

  test.each<[string, object, string]>([
    ['silence after the connection stood', { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, 'unclear'],
    ['a connection that breaks', { code: 'ECONNECTION', command: 'CONN' }, 'unclear'],
    ['no greeting', { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' }, 'later'],
    ['a refusal of the text', { code: 'EMESSAGE', command: 'DATA', responseCode: 552 }, 'refused'],
  ])('%s: %s', (_what, error, kind) => {
    expect(failureOf(Object.assign(new Error('sample'), error))).toMatchObject({ kind });
  });

  test('a card that is no letter is refused', async () => {
    const send = senderTo({ port: 1 }, { password: mailPassword });
    const view = { card: 'ideas/news', data: {}, summary: '' };
    expect(await send(to, view, 'a')).toMatchObject({ kind: 'refused' });
  });
});
