import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createAlarm } from '../../src/time/alarm.ts';
import { pause } from '../../src/time/pause.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const over = (work: Promise<void>) => {
  const state = { over: false };
  void work.then(() => {
    state.over = true;
  });
  return state;
};

describe('a pause', () => {
  test('ends after its time', async () => {
    const state = over(pause(1_000));
    await jest.advanceTimersByTimeAsync(999);
    expect(state.over).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(state.over).toBe(true);
  });

  test('ends at once when it is called off, before or meanwhile', async () => {
    const calledOff = new AbortController();
    const meanwhile = over(pause(1_000, calledOff.signal));
    calledOff.abort();
    const before = over(pause(1_000, calledOff.signal));
    await jest.advanceTimersByTimeAsync(0);
    expect([meanwhile.over, before.over]).toEqual([true, true]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('of a month is a long one, not a short one', async () => {
    const state = over(pause(30 * 86_400_000));
    await jest.advanceTimersByTimeAsync(20 * 86_400_000);
    expect(state.over).toBe(false);
  });
});

describe('an alarm', () => {
  test('ends the sleep', async () => {
    const alarm = createAlarm();
    const state = over(alarm.sleep(1_000));
    alarm.sound();
    await jest.advanceTimersByTimeAsync(0);
    expect(state.over).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('that sounded while nobody slept ends the next sleep, and only that', async () => {
    const alarm = createAlarm();
    alarm.sound();
    alarm.sound();
    await alarm.sleep(1_000);
    const state = over(alarm.sleep(1_000));
    await jest.advanceTimersByTimeAsync(999);
    expect(state.over).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(state.over).toBe(true);
  });
});
