import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Job } from '../../src/time/job.ts';
import { runJobs } from '../../src/time/job-runner.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const seconds = (count: number) => jest.advanceTimersByTimeAsync(count * 1000);

interface Options {
  readonly holds?: (jobName: string) => boolean;
  readonly random?: number;
}

function started(jobs: readonly Job[], options: Options = {}) {
  const { holds = () => true, random = 0 } = options;
  const stopping = new AbortController();
  const telemetry = recordedTelemetry();
  let ended = false;
  const work = runJobs({
    jobs,
    holdsBucketOf: holds,
    telemetry,
    monotonic: () => performance.now(),
    random: () => random,
    signal: stopping.signal,
  }).then(() => {
    ended = true;
  });
  return { stopping, telemetry, work, hasEnded: () => ended };
}

/** A job that notes its runs and takes some seconds. */
function countingJob(everySeconds: number, takesSeconds = 0, name = 'count') {
  const runs = { started: 0, ended: 0, atOnce: 0 };
  const job: Job = {
    name,
    everySeconds,
    async run() {
      runs.started++;
      runs.atOnce = Math.max(runs.atOnce, runs.started - runs.ended);
      if (takesSeconds > 0) await new Promise((resolve) => setTimeout(resolve, takesSeconds * 1000));
      runs.ended++;
    },
  };
  return { job, runs };
}

test('a job runs once each period, from start to start', async () => {
  const { job, runs } = countingJob(60, 20);
  const { stopping, work } = started([job]);
  await seconds(10 * 60 - 1);
  expect(runs.started).toBe(10);
  stopping.abort();
  await work;
});

test('a job that takes longer than its period is never under way twice, and runs again at once', async () => {
  const { job, runs } = countingJob(10, 25);
  const { stopping, work } = started([job]);
  await seconds(99);
  expect(runs).toEqual({ started: 4, ended: 3, atOnce: 1 });
  stopping.abort();
  await seconds(5);
  await work;
});

test('first runs are spread over the period, over half a minute at most', async () => {
  const often = countingJob(10, 0, 'often');
  const daily = countingJob(86_400, 0, 'daily');
  const { stopping, work } = started([often.job, daily.job], { random: 0.9 });
  await seconds(8);
  expect(often.runs.started).toBe(0);
  await seconds(1);
  expect(often.runs.started).toBe(1);
  await seconds(19);
  expect(daily.runs.started).toBe(1);
  stopping.abort();
  await work;
});

test('a job that fails is reported and runs again at its next turn; others do not notice', async () => {
  const failing: Job = {
    name: 'failing',
    everySeconds: 60,
    run: () => Promise.reject(new RangeError('sample')),
  };
  const { job, runs } = countingJob(60);
  const { stopping, work, telemetry } = started([failing, job]);
  await seconds(150);
  expect(telemetry.errors.map(({ event }) => event)).toEqual(['job.failed', 'job.failed', 'job.failed']);
  expect(runs.started).toBe(3);
  stopping.abort();
  await work;
});

describe('a replica that does not hold the bucket of a job', () => {
  test('does not run it', async () => {
    const { job, runs } = countingJob(60);
    const { stopping, work } = started([job], { holds: (name) => name !== 'count' });
    await seconds(300);
    expect(runs.started).toBe(0);
    stopping.abort();
    await work;
  });

  test('runs it soon after it took the bucket over, however seldom the job is', async () => {
    let holds = false;
    const { job, runs } = countingJob(86_400);
    const { stopping, work } = started([job], { holds: () => holds });
    await seconds(3_600);
    holds = true;
    await seconds(15);
    expect(runs.started).toBe(1);
    stopping.abort();
    await work;
  });
});

describe('a stop', () => {
  test('waits for what is under way and tells it to end', async () => {
    let told = false;
    const job: Job = {
      name: 'long',
      everySeconds: 60,
      async run(signal) {
        signal.addEventListener('abort', () => {
          told = true;
        });
        await new Promise((resolve) => setTimeout(resolve, 20_000));
      },
    };
    const { stopping, work, hasEnded } = started([job]);
    await seconds(5);
    stopping.abort();
    await seconds(1);
    expect([told, hasEnded()]).toEqual([true, false]);
    await seconds(15);
    expect(hasEnded()).toBe(true);
    await work;
  });

  test('starts nothing more', async () => {
    const { job, runs } = countingJob(10);
    const { stopping, work } = started([job]);
    await seconds(1);
    stopping.abort();
    await work;
    await seconds(60);
    expect(runs.started).toBe(1);
  });
});
