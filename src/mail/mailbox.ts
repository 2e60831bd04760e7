import type { Readable } from 'node:stream';
import { ImapFlow } from 'imapflow';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { MailSettings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

/** An e-mail that nobody has read, as the mailbox lists it. */
export interface Unread {
  readonly uid: number;
  /** UIDVALIDITY and UID: names it for ever. */
  readonly place: string;
  /** In lower case; empty when there is none. */
  readonly from: string;
}

/** The inbox, opened. */
export interface Mailbox {
  /** What is unread, oldest first. */
  unread(): Promise<readonly Unread[]>;
  /** The e-mail as a stream; its end is left out when it is very large. */
  read(mail: Unread): Promise<Readable>;
  /** Marks it as read, and where a person should look at it, with a flag. */
  done(mail: Unread, forPeople: boolean): Promise<void>;
}

const connectWithinMs = 15_000;
const silenceMs = 60_000;
const mostBytes = 50 * 1024 * 1024;

/** What one look at the mailbox goes through; the rest is for the next. */
const mostAtOnce = 500;

/** Opens the inbox over TLS for `work` and closes it after that. Rejects with what the server or `work` refuses. */
export async function withMailbox(
  { imap }: Pick<MailSettings, 'imap'>,
  parts: { readonly signIn: SignIn; readonly telemetry: Telemetry; readonly trusted?: string | undefined },
  work: (mailbox: Mailbox) => Promise<void>,
): Promise<void> {
  const client = new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.tlsFromStart,
    ...(!imap.tlsFromStart && { doSTARTTLS: true }),
    auth: await parts.signIn(),
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: connectWithinMs,
    greetingTimeout: connectWithinMs,
    socketTimeout: silenceMs,
    ...(parts.trusted && { tls: { ca: parts.trusted } }),
  });
  // A connection that breaks also fails the command under way; without a listener it would end the process.
  client.on('error', (error: unknown) => parts.telemetry.error('mail.connectionBroke', error));
  try {
    await client.connect();
    const { uidValidity } = await client.mailboxOpen('INBOX');
    await work(openInbox(client, uidValidity));
    await client.logout();
  } finally {
    client.close();
  }
}

function openInbox(client: ImapFlow, uidValidity: bigint): Mailbox {
  return {
    async unread() {
      const uids = await client.search({ seen: false }, { uid: true });
      if (!uids || uids.length === 0) return [];
      const oldest = uids.toSorted((a, b) => a - b).slice(0, mostAtOnce);
      const found = await client.fetchAll(oldest, { uid: true, envelope: true }, { uid: true });
      return found
        .toSorted((a, b) => a.uid - b.uid)
        .map(({ uid, envelope }) => ({
          uid,
          place: `${uidValidity}/${uid}`,
          from: (envelope?.from?.[0]?.address ?? '').toLowerCase(),
        }));
    },
    async read({ uid }) {
      const { content } = await client.download(String(uid), undefined, { uid: true, maxBytes: mostBytes });
      if (!content) throw new Error(`The e-mail with the UID ${uid} is not in the mailbox any more`);
      return content;
    },
    async done({ uid }, forPeople) {
      await client.messageFlagsAdd(String(uid), forPeople ? ['\\Seen', '\\Flagged'] : ['\\Seen'], {
        uid: true,
      });
    },
  };
}
