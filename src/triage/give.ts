import { isFinal, mayMove } from '../ideas/lifecycle.ts';
import type { By, Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';

export type GiveOutcome =
  | { readonly kind: 'given'; readonly next: Submission }
  /** That person has it already. */
  | { readonly kind: 'standing' }
  /** It is decided for good: nobody needs to have it. */
  | { readonly kind: 'final' };

/** What becomes of a submission that somebody gives to a new owner, who may be themselves. */
export function give(submission: Submission, by: By, to: By, now: Date): GiveOutcome {
  const { state, owner } = submission;
  if (owner?.personId === to.personId) return { kind: 'standing' };
  if (isFinal(state)) return { kind: 'final' };
  const next = state === 'received' && mayMove(state, 'inReview') ? 'inReview' : state;
  const step = {
    what: 'taken',
    by: to,
    ...(to.personId !== by.personId && { givenBy: by }),
  } as const;
  return { kind: 'given', next: withStep(submission, step, now, { owner: to, state: next }) };
}
