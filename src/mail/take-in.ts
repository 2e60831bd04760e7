import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Mailbox, Unread } from './mailbox.ts';
import { type ParsedMail, parseMail } from './parse-mail.ts';
import type { MailSettings } from './settings.ts';
import { limitReached, mailId, noteTaken, wasTaken } from './taken.ts';

/** An e-mail from a person, for the room that makes something of it. */
export interface PersonsMail extends Omit<ParsedMail, 'automatic'> {
  /** The same whenever this e-mail is read again. */
  readonly id: string;
  readonly outside: boolean;
}

/** Takes an e-mail in; the same one again changes nothing. `forPeople`: somebody should look at it in the mailbox. */
export type TakeMail = (
  mail: PersonsMail,
) => Promise<{ readonly outcome: string; readonly reference: string; readonly forPeople: boolean }>;

export interface TakeInParts {
  readonly settings: Pick<MailSettings, 'address' | 'ownDomains' | 'limits'>;
  readonly tenantId: string;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly take: TakeMail;
}

/**
 * Goes through what is unread. Each e-mail is taken, then noted in the store, then marked as read: a crash anywhere
 * makes the next run do the rest. One that fails stays unread and holds no other back.
 */
export async function takeInMail(parts: TakeInParts, mailbox: Mailbox, signal: AbortSignal): Promise<void> {
  const over = new Set<string>();
  for (const unread of await mailbox.unread()) {
    if (signal.aborted) return;
    if (over.has(unread.from)) continue;
    try {
      const left = await takeOne(parts, mailbox, unread);
      if (left === 'perHour') return;
      if (left) over.add(unread.from);
    } catch (error) {
      parts.telemetry.error('mail.notTaken', error, { place: unread.place });
    }
  }
}

/** The limit for which it was left unread, or undefined. */
async function takeOne(parts: TakeInParts, mailbox: Mailbox, unread: Unread) {
  const { settings, tenantId, store, clock, telemetry } = parts;
  const { place } = unread;
  const limit = await limitReached(store, tenantId, unread.from, settings.limits, clock.now());
  if (limit) {
    telemetry.warn('mail.overLimit', { place, limit });
    return limit;
  }
  const { automatic, ...mail } = await parseMail(await mailbox.read(unread), settings.address);
  const nothing = mail.subject === '' && mail.text === '' && mail.attachments.length === 0;
  if (automatic !== undefined || nothing) {
    telemetry.info('mail.ignored', { place, reason: automatic ?? 'empty' });
    await mailbox.done(unread, false);
    return undefined;
  }
  const { address } = mail.from;
  const id = mailId(mail, place);
  if (await wasTaken(store, tenantId, id)) {
    await mailbox.done(unread, false);
    return undefined;
  }
  const outside = !settings.ownDomains.includes(address.slice(address.lastIndexOf('@') + 1));
  const { outcome, reference, forPeople } = await parts.take({ ...mail, id, outside });
  await noteTaken(store, tenantId, { id, address, place, outcome, reference }, clock.now());
  telemetry.info('mail.taken', { place, outcome, reference, outside });
  await mailbox.done(unread, forPeople);
  return undefined;
}
