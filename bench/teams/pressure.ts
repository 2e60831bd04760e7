import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds that each request took, and how long all of them took together. */
export interface Pressed {
  readonly latencies: readonly number[];
  readonly seconds: number;
}

/** So many people who send again as soon as they are answered (closed loop). */
export async function pressWithoutPause(
  { people, seconds }: { readonly people: number; readonly seconds: number },
  request: () => Promise<void>,
): Promise<Pressed> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const endAt = startedAt + seconds * 1000;
  const onePerson = async () => {
    while (performance.now() < endAt) {
      const sentAt = performance.now();
      await request();
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: people }, onePerson));
  return { latencies, seconds: (performance.now() - startedAt) / 1000 };
}

/**
 * Requests that arrive on their own schedule, whether or not earlier ones are answered (open loop). A latency counts
 * from the scheduled arrival, so waiting behind a slow answer counts too.
 */
export async function pressOnSchedule(
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  request: (nth: number) => Promise<void>,
): Promise<Pressed> {
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let nth = 0; nth < perSecond * seconds; nth++) {
    const dueAt = startedAt + (nth * 1000) / perSecond;
    await pause(Math.max(0, dueAt - performance.now()));
    underWay.push(request(nth).then(() => void latencies.push(performance.now() - dueAt)));
  }
  await Promise.all(underWay);
  return { latencies, seconds };
}
