import { submissions } from '../ideas/model.ts';
import { submissionOf } from '../ideas/steps.ts';
import { documentJob } from '../store/document-job.ts';
import type { Job } from '../time/job.ts';
import { bringAlong, release, reservationMs } from './merge.ts';
import type { TriageParts } from './work-on.ts';

/** Finishes the merges that stopped half-way. */
export const mergeJob = (parts: Omit<TriageParts, 'localDate' | 'calendar'>): Job =>
  documentJob(parts, {
    name: 'triage.merges',
    everySeconds: 120,
    collection: submissions,
    due: () => [{ where: { absorbing: true } }],
    async act(tenantId, { body: target }, now) {
      const { store } = parts;
      const oldest = new Date(now.getTime() - reservationMs).toISOString();
      for (const { reference, reservedAt, moved } of target.absorbed ?? []) {
        if (moved || reservedAt > oldest) continue;
        const source = await submissionOf(store, tenantId, reference);
        if (source?.mergedInto === target.reference)
          await bringAlong(parts, tenantId, target.reference, reference, now);
        else await release(store, tenantId, target.reference, reference);
      }
    },
  });
