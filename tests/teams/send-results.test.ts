import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../../src/teams/send-results.ts';

const now = new Date('2026-03-02T09:00:00.000Z');

/** As the SDK throws a refusal of Teams. */
const restError = (statusCode: number, code = '', headers: Readonly<Record<string, string>> = {}) =>
  Object.assign(new Error('Sample refusal'), {
    name: 'RestError',
    statusCode,
    code,
    response: { headers: new Map(Object.entries(headers)) },
  });

describe('each refusal of Teams means what its table of status codes says', () => {
  test.each([
    [400, 'BadArgument', 'refused'],
    [401, 'BotNotRegistered', 'refused'],
    [403, 'BotDisabledByAdmin', 'unreachable'],
    [403, 'BotNotInConversationRoster', 'unreachable'],
    [403, 'ConversationBlockedByUser', 'unreachable'],
    [403, 'ForbiddenOperationException', 'unreachable'],
    [404, 'ConversationNotFound', 'unreachable'],
    [404, 'ActivityNotFoundInConversation', 'messageGone'],
    [405, '', 'refused'],
    [412, 'PreconditionFailed', 'later'],
    [413, 'MessageSizeTooBig', 'refused'],
    [418, '', 'refused'],
    [429, 'Throttled', 'later'],
    [500, 'ServiceError', 'unclear'],
    [502, 'ServiceError', 'unclear'],
    [503, 'ServiceError', 'later'],
    [504, 'ServiceError', 'unclear'],
  ])('%i %s is %s', (status, code, kind) => {
    expect(failureOf(restError(status, code), now).kind).toBe(kind);
  });
});

test('only 429 is told as being throttled', () => {
  expect(failureOf(restError(429), now)).toMatchObject({ throttled: true });
  for (const status of [412, 503])
    expect(failureOf(restError(status), now)).toMatchObject({ throttled: false });
});

test.each([
  ['7', 7_000],
  ['0', 0],
  ['Mon, 02 Mar 2026 09:00:30 GMT', 30_000],
  ['Mon, 02 Mar 2026 08:59:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
])('Retry-After of "%s" is %s ms', (header, afterMs) => {
  const failure = failureOf(restError(429, '', { 'retry-after': header }), now);
  expect('afterMs' in failure ? failure.afterMs : undefined).toBe(afterMs);
});

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
  'a connection that never came about (%s) may be tried again',
  (code) => {
    const failure = failureOf(Object.assign(new Error('Sample failure'), { code }), now);
    expect(failure).toEqual({ kind: 'later', reason: code, throttled: false });
  },
);

test.each([
  Object.assign(new Error('Sample failure'), { code: 'ECONNRESET' }),
  Object.assign(new Error('Sample failure'), { code: 'ETIMEDOUT' }),
  new DOMException('Sample failure', 'AbortError'),
  new Error('Sample failure'),
  'a text',
  undefined,
])('a call that was cut may have gone out: %s', (error) => {
  expect(failureOf(error, now).kind).toBe('unclear');
});

test('the code that Teams hides in a text within the body is in the reason, and no more of the body', () => {
  const message = '{"subCode": "MessageWritesBlocked", "details": "Thread is blocked from message writes."}';
  const failure = failureOf(Object.assign(restError(403), { message }), now);
  expect(failure).toEqual({ kind: 'unreachable', reason: '403 MessageWritesBlocked' });
});
