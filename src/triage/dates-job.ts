import { nextAct } from '../ideas/act-on.ts';
import { lastOf } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { changeSubmission, withStep } from '../ideas/steps.ts';
import { everyDocument } from '../store/every-document.ts';
import type { Job } from '../time/job.ts';
import type { TriageParts } from './work-on.ts';

const pageSize = 100;
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

/** Acts on the dates that have come, in working time alone. One submission that fails stops no other. */
export function datesJob({ store, clock, tenants, telemetry, calendar, localDate, relay }: TriageParts): Job {
  const due = (tenantId: string, state: (typeof dated)[number], today: string) =>
    everyDocument(store, submissions, tenantId, {
      where: { state, actOn: { atMost: today } },
      orderBy: { field: 'actOn', direction: 'ascending' },
      limit: pageSize,
    });
  return {
    name: 'triage.dates',
    everySeconds: 300,
    async run(signal) {
      const now = clock.now();
      if (!calendar.isWorkingTime(now)) return;
      const today = localDate(now);
      for (const tenantId of tenants) {
        for (const state of dated) {
          for await (const { id: reference } of due(tenantId, state, today)) {
            if (signal.aborted || !calendar.isWorkingTime(clock.now())) return;
            try {
              const acted = await changeSubmission(store, tenantId, reference, (current) =>
                actOnDate(current, today, now),
              );
              if (acted?.eventsPending) relay(submissions, tenantId, reference);
            } catch (error) {
              telemetry.error('triage.dateFailed', error, { tenant: tenantId, reference });
            }
          }
        }
      }
    },
  };
}
