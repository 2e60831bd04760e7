import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Job } from './job.ts';
import type { Monotonic } from './monotonic.ts';
import { pause } from './pause.ts';

export interface JobsToRun {
  readonly jobs: readonly Job[];
  /** Of all replicas only the one for which this is true runs the job of that name. */
  readonly holdsBucketOf: (jobName: string) => boolean;
  readonly telemetry: Telemetry;
  readonly monotonic: Monotonic;
  /** 0 to 1: spreads the first runs, so that a start is not a storm. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

const longestFirstWaitMs = 30_000;
const longestWaitForBucketMs = 15_000;

/**
 * Runs every job on its period, measured from start to start, never twice at once; a run that takes longer than
 * its period is followed by the next one at once. A fault is logged and the job runs again at its next turn.
 * Resolves once `signal` has aborted and what was under way has ended.
 */
export async function runJobs(work: JobsToRun): Promise<void> {
  await Promise.all(work.jobs.map((job) => repeat(job, work)));
}

async function repeat(job: Job, work: JobsToRun): Promise<void> {
  const periodMs = job.everySeconds * 1000;
  await pause(work.random() * Math.min(periodMs, longestFirstWaitMs), work.signal);
  while (!work.signal.aborted) {
    if (!work.holdsBucketOf(job.name)) {
      await pause(Math.min(periodMs, longestWaitForBucketMs), work.signal);
      continue;
    }
    const startedAt = work.monotonic();
    await runOnce(job, work);
    await pause(Math.max(0, startedAt + periodMs - work.monotonic()), work.signal);
  }
}

async function runOnce(job: Job, { telemetry, monotonic, signal }: JobsToRun): Promise<void> {
  const startedAt = monotonic();
  try {
    await job.run(signal);
    telemetry.record('job.ms', monotonic() - startedAt, { job: job.name });
  } catch (error) {
    telemetry.error('job.failed', error, { job: job.name });
  }
}
