import type { By } from '../people/by.ts';
import { lastOf } from './lifecycle.ts';
import type { Submission } from './model.ts';

/** Whether a trial of it has ended with a verdict. */
export function isTrialFinished(submission: Submission): boolean {
  const { state } = submission;
  const isDecided = state === 'adopted' || state === 'reported' || state === 'declined';
  return isDecided && lastOf(submission, 'decided')?.afterTrial === true;
}

/** Whether there is something to write an article of: it is adopted, its trial is over, or its project has news. */
export function isWorthTelling(submission: Submission): boolean {
  const { state } = submission;
  if (state === 'published' || state === 'ended') return lastOf(submission, 'updated') !== undefined;
  return state === 'adopted' || state === 'reported' || isTrialFinished(submission);
}

export const isLeadOf = ({ project }: Submission, { personId }: Pick<By, 'personId'>): boolean =>
  project?.lead?.personId === personId;
