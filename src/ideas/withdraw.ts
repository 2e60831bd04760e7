import { mayMove } from './lifecycle.ts';
import type { Submission } from './model.ts';
import { withStep } from './steps.ts';

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn'; readonly next: Submission }
  | { readonly kind: 'standing' }
  /** Somebody decided first. */
  | { readonly kind: 'decided' };

/** What an author's withdrawal does to a submission. It is final. */
export function withdraw(submission: Submission, reason: string, now: Date): WithdrawOutcome {
  if (submission.state === 'withdrawn') return { kind: 'standing' };
  if (!mayMove(submission.state, 'withdrawn')) return { kind: 'decided' };
  const { questionAsked, ...rest } = submission;
  return {
    kind: 'withdrawn',
    next: withStep(rest, { what: 'withdrawn', reason }, now, { state: 'withdrawn' }),
  };
}
