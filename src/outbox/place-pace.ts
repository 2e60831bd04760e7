import type { PaceSettings } from './pace-settings.ts';

/** The calls to one place that still count, oldest first, in milliseconds of the monotonic clock. */
export interface PlacePace {
  readonly startedAt: number[];
  pausedUntil: number;
}

export const newPlacePace = (): PlacePace => ({ startedAt: [], pausedUntil: 0 });

/** Milliseconds until one more call keeps every window; 0: now. */
export function placeWaitMs(place: PlacePace, limits: PaceSettings['perPlace'], now: number): number {
  const waits = limits.map(({ sends, withinMs }) => {
    const oldestThatCounts = place.startedAt.at(-sends);
    return oldestThatCounts === undefined ? 0 : oldestThatCounts + withinMs - now;
  });
  return Math.max(0, place.pausedUntil - now, ...waits);
}

export function noteCall(place: PlacePace, limits: PaceSettings['perPlace'], now: number): void {
  place.startedAt.push(now);
  const most = Math.max(...limits.map(({ sends }) => sends));
  if (place.startedAt.length > most) place.startedAt.shift();
}

/** True when forgetting the place changes nothing. */
export function isForgettable(place: PlacePace, limits: PaceSettings['perPlace'], now: number): boolean {
  const last = place.startedAt.at(-1) ?? 0;
  return place.pausedUntil <= now && limits.every(({ withinMs }) => last + withinMs <= now);
}
