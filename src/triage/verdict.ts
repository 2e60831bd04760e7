import { lastOf } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';
import { decide } from './decide.ts';

export const verdicts = ['adopt', 'extend', 'stop'] as const;

export interface Verdict {
  readonly by: By;
  readonly verdict: (typeof verdicts)[number];
  readonly learnt: string;
  /** Of an extension: the new local date on which the trial ends. */
  readonly endsOn: string;
  /** Of an adoption: the local date by which benefits are reported. */
  readonly benefitsOn: string;
}

export type VerdictOutcome =
  | { readonly kind: 'given'; readonly next: Submission }
  | { readonly kind: 'standing' }
  | { readonly kind: 'ownIdea' }
  /** Somebody was first. */
  | { readonly kind: 'notOnTrial' };

/** What a verdict does to a submission on trial. Nobody gives it on their own idea, as with a decision. */
export function giveVerdict(
  submission: Submission,
  given: Verdict,
  now: Date,
  mayDecideOwn: boolean,
): VerdictOutcome {
  const { by, verdict, learnt } = given;
  if (verdict === 'extend') return extend(submission, given, now, mayDecideOwn);
  const decision = verdict === 'adopt' ? 'adopted' : 'declined';
  const last = lastOf(submission, 'decided');
  const isStanding =
    submission.state === decision && last?.by.personId === by.personId && last.reason === learnt;
  if (isStanding) return { kind: 'standing' };
  if (submission.state !== 'trial') return { kind: 'notOnTrial' };
  const made = {
    by,
    decision,
    reason: learnt,
    seen: submission.history.length,
    plan: { benefitsOn: given.benefitsOn },
    afterTrial: true,
  } as const;
  const outcome = decide(submission, made, now, mayDecideOwn);
  if (outcome.kind === 'decided') return { kind: 'given', next: outcome.next };
  return outcome.kind === 'ownIdea' ? { kind: 'ownIdea' } : { kind: 'notOnTrial' };
}

function extend(
  submission: Submission,
  { by, learnt, endsOn }: Verdict,
  now: Date,
  mayDecideOwn: boolean,
): VerdictOutcome {
  if (!mayDecideOwn && submission.author?.personId === by.personId) return { kind: 'ownIdea' };
  const last = lastOf(submission, 'extended');
  if (last?.by.personId === by.personId && last.learnt === learnt && last.endsOn === endsOn)
    return { kind: 'standing' };
  if (submission.state !== 'trial') return { kind: 'notOnTrial' };
  const { checkOn: _, ...plan } = submission.trial ?? { lead: submission.author ?? by, endsOn };
  const next = withStep(submission, { what: 'extended', by, learnt, endsOn }, now, {
    trial: { ...plan, endsOn },
  });
  return { kind: 'given', next };
}
