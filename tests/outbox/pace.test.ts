import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPace, type Pace, type PacedReceiver } from '../../src/outbox/pace.ts';
import { defaultPace, type PaceSettings } from '../../src/outbox/pace-settings.ts';

const fast: PaceSettings = { ...defaultPace, perTenantEachSecond: 50 };

function paceAt(settings: PaceSettings = defaultPace) {
  let now = 0;
  const pace = createPace(settings, () => now);
  return {
    pace,
    pass: (ms: number) => {
      now += ms;
    },
    now: () => now,
  };
}

/** Makes calls as soon as each may start; the instants they started at. */
function callAsFastAsAllowed(
  { pace, pass, now }: ReturnType<typeof paceAt>,
  receivers: readonly PacedReceiver[],
): number[] {
  return receivers.map((receiver) => {
    pass(pace.waitMs(receiver));
    pace.started(receiver);
    return now();
  });
}

const mostWithin = (instants: readonly number[], windowMs: number): number =>
  Math.max(
    ...instants.map((start) => instants.filter((at) => at >= start && at < start + windowMs - 1e-6).length),
  );

const toPlace = (place: string): PacedReceiver => ({ place, tenant: 't' });

describe('one place', () => {
  test('never gets more than Teams takes, in any window', () => {
    const calls = callAsFastAsAllowed(paceAt(fast), Array(2_000).fill(toPlace('a')));
    for (const { sends, withinMs } of fast.perPlace)
      expect(mostWithin(calls, withinMs)).toBeLessThanOrEqual(sends);
    expect(mostWithin(calls, 30_000)).toBe(60);
  });

  test('keeps its windows however the calls are spread', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 150 }), (pauses) => {
        const time = paceAt(fast);
        const calls = pauses.flatMap((pauseMs) => {
          time.pass(pauseMs);
          return callAsFastAsAllowed(time, [toPlace('a')]);
        });
        return fast.perPlace.every(({ sends, withinMs }) => mostWithin(calls, withinMs) <= sends);
      }),
    );
  });

  test('that is paused does not hold up another', () => {
    const { pace, pass } = paceAt();
    pace.throttled(toPlace('a'), { afterMs: 5_000, scope: 'place' });
    expect(pace.waitMs(toPlace('a'))).toBe(5_000);
    expect(pace.waitMs(toPlace('b'))).toBe(0);
    pass(5_000);
    expect(pace.waitMs(toPlace('a'))).toBe(0);
  });
});

describe('one tenant', () => {
  const everyone = Array.from({ length: 300 }, (_, index) => toPlace(String(index)));

  test('never gets more calls in any second than its ceiling', () => {
    const calls = callAsFastAsAllowed(paceAt(), everyone);
    expect(mostWithin(calls, 1_000)).toBe(30);
  });

  test('is called evenly, so that an answer waits for no burst', () => {
    const calls = callAsFastAsAllowed(paceAt(), everyone);
    const gaps = calls.slice(1).map((at, index) => at - (calls[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(34);
  });

  test('is shared between replicas by the buckets they hold', () => {
    const quarter = paceAt();
    quarter.pace.share(0.25);
    const rest = paceAt();
    rest.pace.share(0.75);
    const both = [...callAsFastAsAllowed(quarter, everyone), ...callAsFastAsAllowed(rest, everyone)];
    const inTheFirstTenSeconds = both.filter((at) => at < 10_000).length;
    expect(inTheFirstTenSeconds).toBeLessThanOrEqual(302);
    expect(inTheFirstTenSeconds).toBeGreaterThan(290);
  });

  test('does not slow another tenant', () => {
    const { pace } = paceAt();
    pace.throttled(toPlace('a'), { afterMs: 9_000, scope: 'tenant' });
    expect(pace.waitMs(toPlace('b'))).toBe(9_000);
    expect(pace.waitMs({ place: 'a', tenant: 'other' })).toBe(0);
    expect(pace.rate('other')).toBe(30);
  });
});

describe('after a 429', () => {
  const throttle = (pace: Pace) => pace.throttled(toPlace('a'), { scope: 'place' });

  test('the rate is halved, once for answers that come together', () => {
    const { pace, pass } = paceAt();
    throttle(pace);
    throttle(pace);
    expect(pace.rate('t')).toBe(15);
    pass(1_000);
    throttle(pace);
    expect(pace.rate('t')).toBe(7.75);
  });

  test('it creeps back to the ceiling and no further', () => {
    const { pace, pass } = paceAt();
    throttle(pace);
    pass(10_000);
    expect(pace.rate('t')).toBe(20);
    pass(60_000);
    expect(pace.rate('t')).toBe(30);
  });

  test('it never stops altogether', () => {
    const { pace, pass } = paceAt();
    for (let times = 0; times < 50; times++) {
      throttle(pace);
      pass(1_000);
    }
    expect(pace.rate('t')).toBeGreaterThanOrEqual(1);
  });
});

test('a pace above what Teams allows is refused', () => {
  expect(() => paceAt({ ...defaultPace, perTenantEachSecond: 51 })).toThrow(RangeError);
  expect(() => paceAt({ ...defaultPace, perTenantEachSecond: 0 })).toThrow(RangeError);
});
