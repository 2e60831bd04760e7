import type { Headers, HeaderValue } from 'mailparser';

const automaticPrecedence = ['bulk', 'junk', 'list', 'auto_reply'];
const machines = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/u;

/**
 * Why an e-mail is not from a person who wrote to us, or undefined when it is: answering machines, lists and reports
 * must neither become ideas nor be answered (RFC 3834, 2).
 * @param from in lower case, as is `ownAddress`.
 */
export function automaticReason(headers: Headers, from: string, ownAddress: string): string | undefined {
  const value = (name: string) => said(headers.get(name));
  if (from === '') return 'no sender';
  if (from === ownAddress) return 'own address';
  if (machines.test(from)) return 'sent by a machine';
  const submitted = value('auto-submitted');
  if (submitted !== '' && submitted !== 'no') return 'Auto-Submitted';
  if (automaticPrecedence.includes(value('precedence'))) return 'Precedence';
  if (headers.has('x-auto-response-suppress')) return 'X-Auto-Response-Suppress';
  if (headers.has('x-autoreply') || headers.has('x-autorespond')) return 'X-Autoreply';
  if (headers.has('list') || headers.has('list-id')) return 'List-Id';
  if (headers.has('return-path') && addressIn(headers.get('return-path')) === '') return 'empty Return-Path';
  if (value('content-type').startsWith('multipart/report')) return 'a report';
  return undefined;
}

/** A header's text in lower case, without what follows a semicolon. */
function said(value: HeaderValue | undefined): string {
  if (typeof value === 'string') return (value.split(';')[0] ?? '').trim().toLowerCase();
  if (Array.isArray(value)) return said(value[0]);
  if (value instanceof Date || value === undefined) return '';
  return 'params' in value && typeof value.value === 'string' ? value.value.toLowerCase() : '';
}

function addressIn(value: HeaderValue | undefined): string {
  const [first] = Array.isArray(value) ? value : [value];
  if (typeof first === 'string') return first.replace(/[<>\s]/gu, '');
  const addresses = first && !(first instanceof Date) && 'value' in first ? first.value : undefined;
  const [only] = Array.isArray(addresses) ? addresses : [];
  return only?.address ?? '';
}
