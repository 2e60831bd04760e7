import { describe, expect, test } from '@jest/globals';
import { type Mailbox, withMailbox } from '../../src/mail/mailbox.ts';
import type { Credentials } from '../../src/mail/sign-in.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';
import { loopbackCertificate } from './certificate.ts';
import { type Dovecot, hasDovecot, mailPassword, mailToken, mailUser, startDovecot } from './dovecot.ts';
import { sampleMail } from './sample-mail.ts';

const open = (
  { port, tlsPort }: Dovecot,
  credentials: Credentials,
  work: (mailbox: Mailbox) => Promise<void>,
  tlsFromStart = false,
) =>
  withMailbox(
    { imap: { host: '127.0.0.1', port: tlsFromStart ? tlsPort : port, tlsFromStart } },
    { signIn: async () => credentials, telemetry: recordedTelemetry(), trusted: loopbackCertificate().cert },
    work,
  );

const byPassword = { user: mailUser, pass: mailPassword };
const byToken = { user: mailUser, accessToken: mailToken };

(hasDovecot ? describe : describe.skip)('a mailbox on a real IMAP server', () => {
  test.each<[string, Credentials, boolean]>([
    ['a password over STARTTLS', byPassword, false],
    ['a token over STARTTLS', byToken, false],
    ['a token over TLS from the start', byToken, true],
  ])('opens with %s', async (_way, credentials, tlsFromStart) => {
    await using server = await startDovecot();
    await server.receives(sampleMail({ from: 'Ann Sample <Ann@Council.Example>' }));
    let from: readonly string[] = [];
    const list = async (mailbox: Mailbox) => {
      from = (await mailbox.unread()).map((mail) => mail.from);
    };
    await open(server, credentials, list, tlsFromStart);
    expect(from).toEqual(['ann@council.example']);
  });

  test.each<[string, Credentials]>([
    ['a wrong password', { user: mailUser, pass: 'wrong' }],
    ['a wrong token', { user: mailUser, accessToken: 'wrong' }],
  ])('stays shut to %s', async (_way, credentials) => {
    await using server = await startDovecot();
    await expect(open(server, credentials, async () => undefined)).rejects.toThrow();
  });

  test('what is read stays unread until it is done with', async () => {
    await using server = await startDovecot();
    await server.receives(sampleMail({ subject: 'first' }));
    await server.receives(sampleMail({ subject: 'second' }));
    await open(server, byPassword, async (mailbox) => {
      const [first, second] = await mailbox.unread();
      if (!first || !second) throw new Error('Both should be unread');
      for await (const _chunk of await mailbox.read(first)) expect(await mailbox.unread()).toHaveLength(2);
      await mailbox.done(first, true);
      expect(await mailbox.unread()).toEqual([second]);
    });
    const lies = await server.lies();
    expect(lies.map(({ flags }) => flags.toSorted())).toEqual([['\\Flagged', '\\Seen'], []]);
  });
});
