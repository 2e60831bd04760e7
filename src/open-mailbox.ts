import type { Config } from './config.ts';
import { receiveByMail } from './ideas/receive-by-mail.ts';
import type { Mail } from './mail/open-mail.ts';
import type { MailSeams } from './mail/settings.ts';
import type { Stores } from './open-store.ts';
import type { Outbox } from './outbox/start-outbox.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import type { Clock } from './time/clock.ts';
import type { Words } from './words/words.ts';

interface MailboxParts {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly mailSeams?: MailSeams;
}

/** The e-mail edge where a mailbox is set up; its packages are loaded only then. Ideas go to the first tenant. */
export async function openMailbox(
  { mail, tenants: [tenantId = ''] }: Pick<Config, 'mail' | 'tenants'>,
  { stores, clock, telemetry, mailSeams }: MailboxParts,
  { words, relay, wake }: Pick<Outbox, 'relay' | 'wake'> & { readonly words: Words },
): Promise<Mail | undefined> {
  if (!mail) return undefined;
  const { openMail } = await import('./mail/open-mail.ts');
  const store = stores.worker;
  return openMail(
    mail,
    {
      tenantId,
      store,
      clock,
      telemetry,
      async take(received) {
        const { address } = received.from;
        await wake({ kind: 'mail', tenantId, address });
        const parts = { store, words, relay };
        const taken = await receiveByMail(parts, tenantId, received, clock.now());
        return { ...taken, forPeople: taken.outcome === 'notAsked' };
      },
    },
    mailSeams,
  );
}
