import type { Clock } from '../../src/time/clock.ts';

/** A working Tuesday, in the morning: what time it is in tests that say nothing else. */
export const usualNow = '2026-11-24T10:00:00.000Z';

/** A clock that runs as time does, from a fixed instant, and can be put forward. */
export interface MovingClock extends Clock {
  goTo(instant: string): void;
}

export function movingClock(start: string): MovingClock {
  let ahead = Date.parse(start) - Date.now();
  return {
    now: () => new Date(Date.now() + ahead),
    goTo: (instant) => {
      ahead = Date.parse(instant) - Date.now();
    },
  };
}
