import { isFinal, mayMove } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';

/** The submission with its first owner; undefined when somebody has it already or it is decided for good. */
export function take(submission: Submission, by: By, now: Date): Submission | undefined {
  if (submission.owner || isFinal(submission.state)) return undefined;
  const state =
    mayMove(submission.state, 'inReview') && submission.state !== 'question' ? 'inReview' : submission.state;
  return withStep(submission, { what: 'taken', by }, now, { owner: by, state });
}
