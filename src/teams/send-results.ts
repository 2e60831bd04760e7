import { z } from 'zod';
import type { SendResult } from '../outbox/sender.ts';

type Failure = Exclude<SendResult, { kind: 'sent' }>;

// The SDK throws its HTTP failures as RestError; network failures carry a code and no status.
const restErrorSchema = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z
    .object({ headers: z.custom<{ get(name: string): unknown }>((headers) => typeof headers === 'object') })
    .optional(),
});

// The connection never reached Teams, so nothing can have gone out.
const neverConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * What a failed call to Teams means for the message, by the table of Teams' status codes
 * (msteams-platform/bots/build-conversational-capability.md). The reason names codes only.
 */
export function failureOf(error: unknown, now: Date): Failure {
  const parsed = restErrorSchema.safeParse(error);
  const { statusCode, code = '', response } = parsed.success ? parsed.data : {};
  const reason = [statusCode, code, innerCode(error)].filter(Boolean).join(' ') || 'no answer';
  switch (statusCode) {
    case 412:
    case 429:
    case 503: {
      const afterMs = retryAfter(response?.headers.get('retry-after'), now);
      const throttled = statusCode === 429;
      return { kind: 'later', reason, throttled, ...(afterMs !== undefined && { afterMs }) };
    }
    case 403:
      return { kind: 'unreachable', reason };
    case 404:
      return reason.includes('ActivityNotFound') ? { kind: 'messageGone' } : { kind: 'unreachable', reason };
    case 400:
    case 401:
    case 405:
    case 413:
      return { kind: 'refused', reason };
    case undefined:
      return neverConnected.includes(code)
        ? { kind: 'later', reason, throttled: false }
        : { kind: 'unclear', reason };
    default:
      return statusCode >= 500 ? { kind: 'unclear', reason } : { kind: 'refused', reason };
  }
}

/** Seconds or a date (RFC 9110, 10.2.3), as milliseconds from now. */
function retryAfter(header: unknown, now: Date): number | undefined {
  if (typeof header !== 'string' || header === '') return undefined;
  const milliseconds = /^\d+$/u.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** Teams hides some codes, such as MessageWritesBlocked, in a JSON string within the message. */
function innerCode(error: unknown): string | undefined {
  const codes = /"(?:code|subCode)"\s*:\s*"([A-Za-z]{1,60})"/u;
  const parsed = z.object({ message: z.string(), details: z.unknown().optional() }).safeParse(error);
  if (!parsed.success) return undefined;
  const text = `${parsed.data.message} ${JSON.stringify(parsed.data.details ?? '')}`.replaceAll('\\"', '"');
  return codes.exec(text)?.[1];
}
