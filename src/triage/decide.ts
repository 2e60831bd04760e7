import { lastOf, mayBecome } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import type { Trial } from '../ideas/plans.ts';
import { withStep } from '../ideas/steps.ts';
import type { Decision } from '../ideas/terms.ts';
import type { By } from '../people/by.ts';

export interface DecisionMade {
  readonly by: By;
  readonly decision: Decision;
  readonly reason: string;
  /** What the author is sent instead of the reason. */
  readonly message?: string | undefined;
  readonly plan?: DecisionPlan | undefined;
  readonly afterTrial?: true | undefined;
  /** It takes the place of the decision before. */
  readonly corrects?: true | undefined;
  /** The length of the history that the decider saw. */
  readonly seen: number;
}

/** What a decision sets going; dates are local. */
export interface DecisionPlan {
  /** Of a parked one: when it is brought back. */
  readonly wakeOn?: string;
  readonly trial?: Trial;
  /** Of an adopted one: by when its benefits are reported. */
  readonly benefitsOn?: string;
}

type Entry<What> = Extract<Submission['history'][number], { what: What }>;

export type DecideOutcome =
  | { readonly kind: 'decided'; readonly next: Submission }
  /** Decided so before: the same form again. */
  | { readonly kind: 'standing' }
  /** Somebody decided after the decider had looked. */
  | { readonly kind: 'meanwhile'; readonly entry: Entry<'decided'> }
  /** The author edited it after the decider had looked. */
  | { readonly kind: 'edited' }
  | { readonly kind: 'notPossible' }
  | { readonly kind: 'ownIdea' };

/**
 * What a decision does to a submission. Nobody decides on their own idea (lifted by a setting where one person tries
 * the service alone); what somebody else decided meanwhile is not overwritten unseen.
 */
export function decide(
  submission: Submission,
  made: DecisionMade,
  now: Date,
  mayDecideOwn: boolean,
): DecideOutcome {
  if (!mayDecideOwn && submission.author?.personId === made.by.personId) return { kind: 'ownIdea' };
  const last = lastOf(submission, 'decided');
  const sameAsLast =
    last?.by.personId === made.by.personId && last.decision === made.decision && last.reason === made.reason;
  if (last && sameAsLast && submission.state === made.decision) return { kind: 'standing' };
  if (last && last.n >= made.seen) return { kind: 'meanwhile', entry: last };
  if (!mayBecome(submission, made.decision)) return { kind: 'notPossible' };
  const edited = lastOf(submission, 'edited');
  if (edited && edited.n >= made.seen) return { kind: 'edited' };
  return { kind: 'decided', next: decided(submission, made, now) };
}

function decided(submission: Submission, made: DecisionMade, now: Date): Submission {
  const { by, decision, reason, message, plan = {}, afterTrial, corrects } = made;
  const { questionAsked: _, actOn: __, ...rest } = submission;
  const wakeOn = decision === 'parked' ? plan.wakeOn : undefined;
  const step = {
    what: 'decided',
    by,
    decision,
    reason,
    ...(message && message !== reason && { message }),
    ...(wakeOn && { wakeOn }),
    ...(afterTrial && { afterTrial }),
    ...(corrects && { corrects }),
  } as const;
  return withStep(rest, step, now, {
    state: decision,
    owner: submission.owner ?? by,
    ...(wakeOn && { actOn: wakeOn }),
    ...(decision === 'trial' && plan.trial && { trial: plan.trial }),
    ...(decision === 'adopted' && plan.benefitsOn && { benefitsOn: plan.benefitsOn }),
  });
}
