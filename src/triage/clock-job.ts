import type { DueDates } from '../ideas/due-dates.ts';
import { mayMove } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { changeSubmission } from '../ideas/steps.ts';
import { withEvent } from '../outbox/event.ts';
import { documentJob } from '../store/document-job.ts';
import type { Job } from '../time/job.ts';
import type { TriageParts } from './work-on.ts';

/** Raised when the decision clock has something to say; `data.stage` says what, `data.key` names it for ever. */
export const clockStruck = 'idea.clockStruck';

/** What the decision clock says: nobody has looked, the decision is near, or it is overdue. */
export const clockStages = ['unseen', 'near', 'overdue'] as const;

export type ClockStage = (typeof clockStages)[number];

const mostReminded = 20;
const undecided = ['received', 'inReview'] as const;
/** The clock says nothing before the working day after the one of sending ends. */
const silentMs = 12 * 3_600_000;

/** What the clock says about a submission now; undefined where it has nothing to say, or waits for the author. */
export function clockStage(submission: Submission, due: DueDates, now: Date): ClockStage | undefined {
  if (!undecided.some((state) => state === submission.state)) return undefined;
  if (now > due.decide) return 'overdue';
  if (now > due.near) return 'near';
  const isUnseen = submission.state === 'received' && !submission.owner && mayMove('received', 'inReview');
  return isUnseen && now > due.acknowledge ? 'unseen' : undefined;
}

/** The submission with the clock's present word said; undefined when it was said before, or it is snoozed. */
export function strike(submission: Submission, due: DueDates, now: Date): Submission | undefined {
  const stage = clockStage(submission, due, now);
  const { snoozedUntil = '', reminded = [] } = submission;
  const at = now.toISOString();
  if (!stage || snoozedUntil > at) return undefined;
  const key = [stage, due.decide.toISOString(), snoozedUntil].filter((part) => part !== '').join('/');
  if (reminded.includes(key)) return undefined;
  return withEvent(
    { ...submission, reminded: [...reminded, key].slice(-mostReminded) },
    {
      id: `submissions/${submission.reference}/clock/${key}`,
      type: clockStruck,
      at,
      data: { stage, key },
    },
  );
}

/** Lets the decision clock speak, in working time alone. */
export const clockJob = ({ relay, calendar, dueDates, ...parts }: TriageParts): Job =>
  documentJob(parts, {
    name: 'triage.clock',
    everySeconds: 300,
    collection: submissions,
    due: (now) => [
      {
        where: {
          state: { in: undecided },
          createdAt: { below: new Date(now.getTime() - silentMs).toISOString() },
        },
        orderBy: { field: 'createdAt', direction: 'ascending' },
      },
    ],
    mayRun: calendar.isWorkingTime,
    async act(tenantId, { id: reference, body }, now) {
      if (!strike(body, dueDates(body), now)) return;
      const struck = await changeSubmission(parts.store, tenantId, reference, (current) =>
        strike(current, dueDates(current), now),
      );
      if (struck?.eventsPending) relay(submissions, tenantId, reference);
    },
  });
