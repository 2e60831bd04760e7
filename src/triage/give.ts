import { isFinal } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import type { By } from '../people/by.ts';
import { assign, ownersOf } from './assign.ts';

export type GiveOutcome =
  | { readonly kind: 'given'; readonly next: Submission }
  /** They have it already. */
  | { readonly kind: 'standing' }
  /** It is decided for good: nobody needs to have it. */
  | { readonly kind: 'final' };

/** What becomes of a submission that somebody gives to a new owner, who may be themselves. */
export function give(submission: Submission, by: By, to: By, now: Date): GiveOutcome {
  return outcomeOf(submission, assign(submission, by, [to], now));
}

/** What becomes of a submission of which one owner hands their part to another; `handOver` names the hand-over of all. */
export function giveInstead(
  submission: Submission,
  by: By,
  from: string,
  to: By,
  now: Date,
  handOver?: string,
): GiveOutcome {
  const others = ownersOf(submission).filter(({ personId }) => personId !== to.personId);
  const owners = others.map((owner) => (owner.personId === from ? to : owner));
  return outcomeOf(submission, assign(submission, by, owners, now, handOver ? { handOver } : {}));
}

function outcomeOf({ state }: Submission, next: Submission | undefined): GiveOutcome {
  if (next) return { kind: 'given', next };
  return isFinal(state) ? { kind: 'final' } : { kind: 'standing' };
}
