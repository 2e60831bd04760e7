import { lastOf } from './lifecycle.ts';
import type { Submission } from './model.ts';
import { withStep } from './steps.ts';

export type AskAgainOutcome =
  | { readonly kind: 'askedAgain'; readonly next: Submission }
  | { readonly kind: 'standing' }
  | { readonly kind: 'notDeclined' };

/**
 * What happens to a declined submission when its author comes with something new: it is looked at afresh, beside the
 * reason it was declined for.
 * @param to the entry of the decline that the author saw.
 */
export function askAgain(
  submission: Submission,
  { to, news }: { to: number; news: string },
  now: Date,
): AskAgainOutcome {
  const last = lastOf(submission, 'askedAgain');
  if (last?.to === to && last.news === news) return { kind: 'standing' };
  if (submission.state !== 'declined' || lastOf(submission, 'decided')?.n !== to)
    return { kind: 'notDeclined' };
  return {
    kind: 'askedAgain',
    next: withStep(submission, { what: 'askedAgain', to, news }, now, { state: 'received' }),
  };
}
