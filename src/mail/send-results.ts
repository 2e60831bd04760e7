import { z } from 'zod';
import type { SendResult } from '../outbox/sender.ts';

type Failure = Exclude<SendResult, { kind: 'sent' }>;

// What nodemailer's errors carry (nodemailer.com, "Error reference").
const failureSchema = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  timeoutType: z.string().optional(),
  message: z.string().default(''),
});

// Faults of the connection, of the sign-in or before the message was handed over: nothing can have gone out.
const beforeMessage = ['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROXY'];
const neverConnected = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/u;

// RFC 5321, 4.2.3: the mailbox is not there, not local, or not allowed.
const noSuchMailbox = [550, 551, 553];

/** What a failed attempt at SMTP means for the letter. The reason names codes only. */
export function failureOf(error: unknown): Failure {
  const parsed = failureSchema.safeParse(error);
  const {
    code = '',
    command = '',
    responseCode,
    timeoutType = '',
    message = '',
  } = parsed.success ? parsed.data : {};
  const reason = [responseCode, code, command, timeoutType].filter(Boolean).join(' ') || 'no answer';
  const later: Failure = { kind: 'later', reason, throttled: false };
  // A sign-in that is refused is ours to mend, whatever the code.
  if (beforeMessage.includes(code)) return later;
  if (responseCode !== undefined) {
    if (responseCode < 500) return later;
    if (command === 'RCPT TO' && noSuchMailbox.includes(responseCode)) return { kind: 'unreachable', reason };
    return { kind: 'refused', reason };
  }
  if (neverConnected.test(message) || (timeoutType !== '' && timeoutType !== 'SOCKET_TIMEOUT')) return later;
  return { kind: 'unclear', reason };
}
