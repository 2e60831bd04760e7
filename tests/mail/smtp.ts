import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { loopbackCertificate } from './certificate.ts';
import { mailPassword, mailToken, mailUser } from './dovecot.ts';

export interface Smtp extends AsyncDisposable {
  readonly port: number;
  /** Letters as they arrived, with the way their sender signed in. */
  readonly letters: { readonly mail: ParsedMail; readonly to: string; readonly method: string }[];
  /** Refuses every recipient from now on with this code; 0: none. */
  refusal: number;
}

/** A real SMTP server on loopback, with STARTTLS, that wants the mailbox's password or its token. */
export async function startSmtp(): Promise<Smtp> {
  const { key, cert } = loopbackCertificate();
  const letters: Smtp['letters'][number][] = [];
  let method = '';
  const server = new SMTPServer({
    key,
    cert,
    authMethods: ['PLAIN', 'XOAUTH2'],
    logger: false,
    onAuth({ username, password, accessToken, method: by }, _session, done) {
      const good = username === mailUser && (password === mailPassword || accessToken === mailToken);
      method = by;
      if (good) done(null, { user: username });
      else done(new Error('Wrong credentials'));
    },
    onRcptTo(_address, _session, done) {
      if (smtp.refusal === 0) done();
      else done(Object.assign(new Error('Refused by this test'), { responseCode: smtp.refusal }));
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        letters.push({ mail, to: session.envelope.rcptTo[0]?.address ?? '', method });
        done();
      }, done);
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => listener.once('listening', resolve));
  const address = listener.address();
  const smtp: Smtp = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    letters,
    refusal: 0,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return smtp;
}
