import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPace, type PacedReceiver } from '../../src/outbox/pace.ts';
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
    expect(pace.waitMs(toPlace('b'))).toBeLessThan(1_000);
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

  test('calls that bunched up on their way leave no faster than the rate', () => {
    const { pace, pass } = paceAt();
    for (let n = 0; n < 40; n++) {
      const place = toPlace(String(n));
      pass(pace.waitMs(place));
      pace.started(place);
    }
    let leftAtOnce = 0;
    for (; pace.leavesInMs(toPlace('any')) === 0; leftAtOnce++) pace.leaves(toPlace('any'));
    expect(leftAtOnce).toBe(30);
    expect(pace.leavesInMs(toPlace('any'))).toBeCloseTo(1_000);
    expect(pace.leavesInMs({ place: 'any', tenant: 'other' })).toBe(0);
    pass(1_001);
    expect(pace.leavesInMs(toPlace('any'))).toBe(0);
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
  /** A call that Teams refuses. */
  function refused({ pace }: ReturnType<typeof paceAt>, receiver = toPlace('a')): void {
    pace.started(receiver);
    pace.throttled(receiver, { scope: 'place' });
    pace.ended(receiver);
  }

  /** A call that Teams takes, once it may start. */
  function taken({ pace, pass }: ReturnType<typeof paceAt>, receiver: PacedReceiver): void {
    pass(pace.waitMs(receiver));
    pace.started(receiver);
    pace.ended(receiver);
  }

  test('the rate falls, once for calls that were under way together', () => {
    const time = paceAt();
    const { pace, pass } = time;
    for (const place of ['a', 'b', 'c']) pace.started(toPlace(place));
    pass(40);
    for (const place of ['a', 'b', 'c']) pace.throttled(toPlace(place), { scope: 'place' });
    expect(pace.rate('t')).toBeCloseTo(30 * 0.88);
  });

  test('it falls further when the call that finds out is refused too', () => {
    const time = paceAt();
    refused(time);
    time.pass(time.pace.waitMs(toPlace('c')));
    refused(time, toPlace('c'));
    expect(time.pace.rate('t')).toBeLessThan(30 * 0.88 * 0.7);
  });

  test('it falls to what Teams took in the last second when that was less', () => {
    const time = paceAt();
    for (const place of Array.from({ length: 10 }, (_, n) => `taken ${n}`)) {
      time.pass(100);
      taken(time, toPlace(place));
    }
    refused(time);
    expect(time.pace.rate('t')).toBeCloseTo(10 * 0.88);
  });

  test('one call finds out whether Teams takes more, and the others wait for it', () => {
    const time = paceAt();
    const { pace, pass } = time;
    refused(time);
    pass(pace.waitMs(toPlace('b')));
    pace.started(toPlace('b'));
    pass(60);
    expect(pace.waitMs(toPlace('c'))).toBeGreaterThan(0);
    pace.ended(toPlace('b'));
    expect(pace.waitMs(toPlace('c'))).toBe(0);
  });

  test('nothing starts until fewer of the last second’s calls count', () => {
    const time = paceAt();
    for (let n = 0; n < 9; n++) {
      taken(time, toPlace(`taken ${n}`));
      time.pass(100);
    }
    refused(time, toPlace('refused'));
    // Ten calls count, 100 ms apart; two of them must leave the second before 0.88 of ten are left.
    expect(time.pace.waitMs(toPlace('b'))).toBe(200);
    time.pass(200);
    refused(time, toPlace('probe'));
    // Nine count, the oldest of them 800 ms old; 0.4 of nine are three.
    expect(time.pace.waitMs(toPlace('b'))).toBe(600);
  });

  test('however few calls there were, it neither hurries nor waits for ever', () => {
    const time = paceAt();
    const waits = Array.from({ length: 6 }, (_, n) => {
      refused(time, toPlace(String(n)));
      const waitMs = time.pace.waitMs(toPlace('next'));
      time.pass(waitMs);
      return waitMs;
    });
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(120);
    expect(Math.max(...waits)).toBe(700);
  });

  test('a probe that hangs holds up the others for a while only', () => {
    const time = paceAt();
    refused(time);
    time.pass(time.pace.waitMs(toPlace('hangs')));
    time.pace.started(toPlace('hangs'));
    time.pass(2_000);
    expect(time.pace.waitMs(toPlace('b'))).toBe(0);
  });

  test('it holds for a while, then grows to the ceiling and no further', () => {
    const time = paceAt();
    refused(time);
    taken(time, toPlace('b'));
    const rates = [3_000, 3_000, 60_000].map((ms) => {
      time.pass(ms);
      return time.pace.rate('t');
    });
    expect(rates[0]).toBeCloseTo(30 * 0.88);
    expect(rates.slice(1)).toEqual([30, 30]);
  });

  test('it never stops altogether', () => {
    const time = paceAt();
    for (let times = 0; times < 50; times++) {
      refused(time);
      time.pass(1_000);
    }
    expect(time.pace.rate('t')).toBeGreaterThanOrEqual(1);
  });

  test('what was let start before it need not be called', () => {
    const time = paceAt();
    const { pace, pass } = time;
    pace.started(toPlace('early'));
    pass(10);
    refused(time);
    expect(pace.throttledSince(toPlace('early'))).toBe(true);
    pass(100);
    pace.started(toPlace('late'));
    expect(pace.throttledSince(toPlace('late'))).toBe(false);
  });
});

/** Calls a tenant for a minute as fast as the pace lets it; Teams takes `cap` in any second and answers after 40 ms. */
function minuteUnder(cap: (second: number) => number) {
  const settings = { ...defaultPace, perTenantEachSecond: 60, mostPerTenantEachSecond: 60 };
  const time = paceAt(settings);
  const answers: { readonly at: number; readonly receiver: PacedReceiver; readonly refused: boolean }[] = [];
  let window: readonly number[] = [];
  const told = { taken: 0, refused: 0 };
  for (let calls = 0; time.now() < 60_000; time.pass(1)) {
    for (; answers[0] && answers[0].at <= time.now(); answers.shift()) {
      if (answers[0].refused) time.pace.throttled(answers[0].receiver, { scope: 'place' });
      time.pace.ended(answers[0].receiver);
    }
    const receiver = toPlace(String(calls));
    if (time.pace.waitMs(receiver) > 0) continue;
    calls++;
    time.pace.started(receiver);
    window = window.filter((at) => at > time.now() - 1_000);
    const refused = window.length >= cap(time.now() / 1_000);
    window = [...window, time.now()];
    told[refused ? 'refused' : 'taken']++;
    answers.push({ at: time.now() + 40, receiver, refused });
  }
  return told;
}

test.each([
  ['stays', () => 40, 2_400],
  ['jumps', (second: number) => [40, 20, 60, 30, 55, 25][Math.floor(second / 10)] ?? 0, 2_300],
  ['swings', (second: number) => 40 + 20 * Math.sin(second / 5), 2_400],
])('finds what Teams takes when that %s', (_, cap, offered) => {
  const { taken, refused } = minuteUnder(cap);
  expect(taken).toBeGreaterThan(offered * 0.75);
  expect(refused).toBeLessThan((taken + refused) * 0.02);
});

test('a pace above what Teams allows is refused', () => {
  expect(() => paceAt({ ...defaultPace, perTenantEachSecond: 51 })).toThrow(RangeError);
  expect(() => paceAt({ ...defaultPace, perTenantEachSecond: 0 })).toThrow(RangeError);
});
