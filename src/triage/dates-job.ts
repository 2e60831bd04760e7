import { nextAct } from '../ideas/act-on.ts';
import { lastOf } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { changeSubmission, withStep } from '../ideas/steps.ts';
import { documentJob } from '../store/document-job.ts';
import type { Job } from '../time/job.ts';
import type { TriageParts } from './work-on.ts';

const dated = ['parked', 'trial', 'adopted'] as const;

/**
 * The submission with what its date brings: a parked one comes back with the reasoning of then; of a trial the lead is
 * asked how it goes, then the team for its verdict; of an adopted one the team is asked what it has brought.
 * Undefined when its date has not come, or its reminders are snoozed.
 */
export function actOnDate(submission: Submission, today: string, now: Date): Submission | undefined {
  const next = nextAct(submission);
  if (!next || next.on > today) return undefined;
  const { act, on } = next;
  if (act === 'wake') {
    const { actOn: _, ...rest } = submission;
    const to = lastOf(submission, 'decided')?.n ?? 0;
    const state = submission.owner ? 'inReview' : 'received';
    return withStep(rest, { what: 'woken', to }, now, { state });
  }
  if ((submission.snoozedUntil ?? '') > now.toISOString()) return undefined;
  const asked = { checkIn: 'checkInAsked', verdict: 'verdictAsked', benefits: 'benefitsAsked' } as const;
  return withStep(submission, { what: asked[act], on }, now);
}

/** Acts on the dates that have come, in working time alone. */
export const datesJob = ({ relay, calendar, localDate, ...parts }: TriageParts): Job =>
  documentJob(parts, {
    name: 'triage.dates',
    everySeconds: 300,
    collection: submissions,
    due: (now) =>
      dated.map((state) => ({
        where: { state, actOn: { atMost: localDate(now) } },
        orderBy: { field: 'actOn', direction: 'ascending' },
      })),
    mayRun: calendar.isWorkingTime,
    async act(tenantId, { id: reference }, now) {
      const acted = await changeSubmission(parts.store, tenantId, reference, (current) =>
        actOnDate(current, localDate(now), now),
      );
      if (acted?.eventsPending) relay(submissions, tenantId, reference);
    },
  });
