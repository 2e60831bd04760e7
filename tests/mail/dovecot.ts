import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { loopbackCertificate } from './certificate.ts';

const binary = '/usr/sbin/dovecot';

/** Whether the tests that need a real IMAP server can run here; says so once where they cannot. */
export const hasDovecot = existsSync(binary);
if (!hasDovecot)
  process.stderr.write('SKIPPED: tests against a real IMAP server, for dovecot-imapd is not installed\n');

export const mailUser = 'ideas@council.example';
export const mailPassword = 'sample-password';
export const mailToken = 'sample-token';

export interface Dovecot extends AsyncDisposable {
  /** With STARTTLS. */
  readonly port: number;
  /** With TLS from the start. */
  readonly tlsPort: number;
  /** Lays an e-mail into the inbox, unread. */
  receives(source: string | Buffer): Promise<void>;
  /** Flags and source of all that lies in the inbox, oldest first. */
  lies(): Promise<readonly { readonly flags: readonly string[]; readonly source: string }[]>;
}

/**
 * A dovecot of its own on loopback with one mailbox, which opens by a password or by a token; tokens are checked by
 * the introspection service it asks.
 */
export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'inews-dovecot-'));
  chmodSync(folder, 0o755);
  const issuer = await startIssuer();
  const [port, tlsPort] = [await freePort(), await freePort()];
  writeConfig(folder, { port, tlsPort, issuerPort: issuer.port });
  const server = spawn(binary, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  await listening(port, server, folder);
  return {
    port,
    tlsPort,
    receives: (source) =>
      asOwner(port, async (client) => {
        await client.append('INBOX', source);
      }),
    lies: () =>
      asOwner(port, async (client) => {
        const { exists } = await client.mailboxOpen('INBOX', { readOnly: true });
        if (exists === 0) return [];
        const found = await client.fetchAll('1:*', { flags: true, source: true });
        return found.map(({ flags, source }) => ({ flags: [...(flags ?? [])], source: String(source) }));
      }),
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await issuer.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asOwner<T>(port: number, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const auth = { user: mailUser, pass: mailPassword };
  const tls = { ca: loopbackCertificate().cert };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, tls, logger: false });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}

function writeConfig(folder: string, ports: { port: number; tlsPort: number; issuerPort: number }): void {
  const { certFile, keyFile } = loopbackCertificate();
  const isRoot = process.getuid?.() === 0;
  // Dovecot opens no mailbox as root: there the mailbox belongs to Debian's user `mail`.
  const [uid, gid] = isRoot ? [8, 8] : [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const mail = join(folder, 'mail');
  mkdirSync(mail);
  if (isRoot) chownSync(mail, uid, gid);
  const oauth2 = join(folder, 'oauth2.conf');
  writeFileSync(
    oauth2,
    [
      `introspection_url = http://127.0.0.1:${ports.issuerPort}/`,
      'introspection_mode = post',
      'username_attribute = username',
      'active_attribute = active',
      'active_value = true',
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${certFile}
ssl_key = <${keyFile}
${isRoot ? '' : `default_internal_user = #${uid}\ndefault_internal_group = #${gid}\ndefault_login_user = #${uid}`}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${mail}/%u
auth_mechanisms = plain xoauth2
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${oauth2}
}
passdb {
  driver = static
  mechanisms = plain
  args = password=${mailPassword}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mail}/%u allow_all_users=yes
}
service imap-login {
  ${isRoot ? '' : 'chroot ='}
  inet_listener imap {
    port = ${ports.port}
  }
  inet_listener imaps {
    port = ${ports.tlsPort}
    ssl = yes
  }
}
${isRoot ? '' : 'service anvil {\n  chroot =\n}\nservice stats {\n  chroot =\n}'}
`,
  );
}

/** Says of one token that it is good and whose it is (RFC 7662). */
async function startIssuer(): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createHttpServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const active = new URLSearchParams(body).get('token') === mailToken;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(active ? { active, username: mailUser } : { active }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server.address()),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port');
  return address.port;
}

async function listening(port: number, server: ChildProcess, folder: string): Promise<void> {
  for (;;) {
    if (server.exitCode !== null)
      throw new Error(`dovecot did not start: ${readFileSync(join(folder, 'dovecot.log'), 'utf8')}`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await pause(50);
  }
}
