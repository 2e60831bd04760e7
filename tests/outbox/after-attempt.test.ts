import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { afterAttempt, parked, retryRules } from '../../src/outbox/after-attempt.ts';
import type { Delivery } from '../../src/outbox/delivery.ts';
import type { SendResult } from '../../src/outbox/sender.ts';
import { sampleDelivery } from './sample-delivery.ts';

const now = new Date('2026-03-02T09:00:00.000Z');
const middle = () => 0.5;
const tried = (attempts: number): Delivery => ({ ...sampleDelivery('k'), attempts });
const waitMs = (delivery: Delivery) => Date.parse(delivery.notBefore ?? '') - now.getTime();

const anyAttempts = fc.integer({ min: 1, max: retryRules.attempts });
const anyRandom = fc.double({ min: 0, max: 1, noNaN: true });
const anyWhenInDoubt = fc.constantFrom('sendAgain' as const, 'leave' as const);
const anyResult: fc.Arbitrary<SendResult> = fc.oneof(
  fc.constant({ kind: 'sent' as const, conversationId: 'c', activityId: 'a' }),
  fc.record(
    {
      kind: fc.constant('later' as const),
      reason: fc.constant('429'),
      throttled: fc.boolean(),
      afterMs: fc.integer({ min: 0, max: 600_000 }),
    },
    { requiredKeys: ['kind', 'reason', 'throttled'] },
  ),
  fc.constant({ kind: 'unreachable' as const, reason: '403' }),
  fc.constant({ kind: 'messageGone' as const }),
  fc.constant({ kind: 'refused' as const, reason: '413' }),
  fc.constant({ kind: 'unclear' as const, reason: '502' }),
);

describe('for every result of every attempt', () => {
  test('the delivery leaves `sending`, and only a result that allows it is tried again', () => {
    fc.assert(
      fc.property(
        anyResult,
        anyAttempts,
        anyWhenInDoubt,
        anyRandom,
        (result, attempts, whenInDoubt, random) => {
          const { state } = afterAttempt(tried(attempts), result, whenInDoubt, now, () => random);
          const last = attempts >= retryRules.attempts;
          const expected = {
            sent: 'sent',
            later: last ? 'dead' : 'planned',
            messageGone: last ? 'dead' : 'planned',
            unreachable: 'parked',
            refused: 'dead',
            unclear: whenInDoubt === 'leave' ? 'inDoubt' : last ? 'dead' : 'planned',
          }[result.kind];
          expect(state).toBe(expected);
        },
      ),
    );
  });

  test('nothing but state, reason, time, message and events changes', () => {
    fc.assert(
      fc.property(anyResult, anyAttempts, anyWhenInDoubt, (result, attempts, whenInDoubt) => {
        const before = tried(attempts);
        const after = afterAttempt(before, result, whenInDoubt, now, middle);
        const { state, reason, notBefore, message, sentAt, ...others } = after;
        const { events, eventsPending, toldUnreachable, parkedFor, ...rest } = others;
        expect(before).toMatchObject(rest);
        expect(parkedFor).toBe(state === 'parked' ? before.receiverKey : undefined);
      }),
    );
  });

  test('what does not end well says why', () => {
    fc.assert(
      fc.property(anyResult, anyAttempts, anyWhenInDoubt, (result, attempts, whenInDoubt) => {
        const { state, reason } = afterAttempt(tried(attempts), result, whenInDoubt, now, middle);
        expect(reason === undefined).toBe(state === 'sent');
      }),
    );
  });
});

describe('a wait', () => {
  test('is never shorter than Teams asked for and never longer than its longest', () => {
    const anyAfter = fc.option(fc.integer({ min: 0, max: 600_000 }), { nil: undefined });
    fc.assert(
      fc.property(anyAttempts, anyRandom, anyAfter, (attempts, random, afterMs) => {
        const later = {
          kind: 'later',
          reason: '429',
          throttled: true,
          ...(afterMs !== undefined && { afterMs }),
        } as const;
        const next = afterAttempt(tried(attempts), later, 'sendAgain', now, () => random);
        if (next.state === 'dead') return;
        const ceiling = Math.min(retryRules.longestMs, retryRules.firstMs * 2 ** (attempts - 1));
        expect(waitMs(next)).toBeGreaterThanOrEqual(afterMs ?? 0);
        expect(waitMs(next)).toBeLessThanOrEqual(Math.max(afterMs ?? 0, ceiling));
      }),
    );
  });

  test('is spread over all of its length', () => {
    const waits = [0, 0.25, 1].map((random) =>
      waitMs(afterAttempt(tried(3), { kind: 'unclear', reason: '502' }, 'sendAgain', now, () => random)),
    );
    expect(waits).toEqual([0, 2_000, 8_000]);
  });
});

test('a sent delivery forgets why it was tried again', () => {
  const before = { ...tried(2), reason: '429' };
  const sent = { kind: 'sent', conversationId: 'c', activityId: 'a' } as const;
  const after = afterAttempt(before, sent, 'leave', now, middle);
  expect(after.message).toEqual({ conversationId: 'c', activityId: 'a' });
  expect(after).not.toHaveProperty('reason');
});

test('a message that is gone is posted anew at once', () => {
  const next = afterAttempt(tried(1), { kind: 'messageGone' }, 'sendAgain', now, middle);
  expect(waitMs(next)).toBe(0);
});

test('a delivery that cannot be delivered raises an event with what it is about', () => {
  const next = afterAttempt(tried(1), { kind: 'unreachable', reason: '403' }, 'leave', now, middle);
  expect(next.eventsPending).toBe(true);
  expect(next.events).toEqual([
    {
      id: expect.stringMatching(/^deliveries\/[\w-]{43}\/delivery\.unreachable\/2026-03-02T09:00:00\.000Z$/),
      type: 'delivery.unreachable',
      at: now.toISOString(),
      data: { subject: 'k', delivery: 'k', card: 'sample/answer', receiver: 'person:t:p' },
    },
  ]);
});

test('a delivery that goes out after all says so to those who heard that it could not', () => {
  const sent = { kind: 'sent', conversationId: 'c', activityId: 'a' } as const;
  const parkedOnce = parked(tried(1), '403', now);
  const woken = { ...parkedOnce, events: [], eventsPending: false };
  const reached = afterAttempt(woken, sent, 'leave', now, middle);
  expect(reached.events.map(({ type }) => type)).toEqual(['delivery.reached']);
  expect(reached).not.toHaveProperty('toldUnreachable');
  expect(afterAttempt(tried(1), sent, 'leave', now, middle).events).toEqual([]);
});

test('a delivery caused by such an event raises none, so that no two parked receivers tell each other for ever', () => {
  const told = {
    ...tried(1),
    key: 'deliveries/x/delivery.unreachable/2026-03-02T09:00:00.000Z>place:t:c>triage/card',
  };
  expect(parked(told, '403', now).events).toEqual([]);
});
