import { type Submission, submissions } from '../ideas/model.ts';
import { submissionOf } from '../ideas/steps.ts';
import type { Job } from '../time/job.ts';
import { bringAlong, release, reservationMs } from './merge.ts';
import type { TriageParts } from './work-on.ts';

const pageSize = 100;

/** Finishes the merges that stopped half-way. One that fails stops no other and is tried again next time. */
export function mergeJob(parts: Omit<TriageParts, 'localDate' | 'calendar'>): Job {
  const { store, clock, tenants, telemetry } = parts;
  async function finish(tenantId: string, target: Submission): Promise<void> {
    const now = clock.now();
    const oldest = new Date(now.getTime() - reservationMs).toISOString();
    for (const { reference, reservedAt, moved } of target.absorbed ?? []) {
      if (moved || reservedAt > oldest) continue;
      const source = await submissionOf(store, tenantId, reference);
      if (source?.mergedInto === target.reference)
        await bringAlong(parts, tenantId, target.reference, reference, now);
      else await release(store, tenantId, target.reference, reference);
    }
  }
  return {
    name: 'triage.merges',
    everySeconds: 120,
    async run(signal) {
      for (const tenantId of tenants) {
        const { documents } = await store.query(submissions, tenantId, {
          where: { absorbing: true },
          limit: pageSize,
        });
        for (const { id, body } of documents) {
          if (signal.aborted) return;
          try {
            await finish(tenantId, body);
          } catch (error) {
            telemetry.error('triage.mergeFailed', error, { tenant: tenantId, reference: id });
          }
        }
      }
    },
  };
}
