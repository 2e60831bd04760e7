import { pause } from './pause.ts';

/** What a promise resolves to, or `otherwise` when that takes longer than `ms` milliseconds. */
export function soonOr<T>(promise: Promise<T>, otherwise: T, ms: number): Promise<T> {
  const answered = new AbortController();
  const late = pause(ms, answered.signal).then(() => otherwise);
  return Promise.race([promise, late]).finally(() => answered.abort());
}
