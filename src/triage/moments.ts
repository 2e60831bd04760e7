import { decisionsFrom, isFinal, mayBecome, mayMove, mayReopen } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { maySpread } from '../ideas/spreading.ts';
import { isTrialFinished, isWorthTelling } from '../ideas/tell-of-work.ts';
import { thankedName } from '../ideas/thanks.ts';
import { mayMerge } from './merge.ts';

/** Which buttons a submission's card shows: those of the moment, at most three, and those behind *More*. */
export function moments(submission: Submission) {
  const { state, owner } = submission;
  const final = isFinal(state);
  const mayDecide = decisionsFrom(submission).length > 0;
  const onTrial = state === 'trial';
  return {
    mayTake: !owner && !final,
    mayDecide: mayDecide && !onTrial,
    mayVerdict: onTrial,
    mayPlan: onTrial,
    mayReport: state === 'adopted',
    mayTry: maySpread(submission),
    mayPublish: mayBecome(submission, 'published'),
    mayAsk: mayMove(state, 'question') || state === 'question',
    // Behind "More".
    mayDecideToo: mayDecide && onTrial,
    mayWork: !final,
    mayMerge: mayMerge(submission),
    mayReopen: mayReopen(submission),
    mayThank: thankedName(submission) !== undefined,
    mayCorrectDecision: mayReopen(submission),
    mayReportAgain: state === 'reported',
    mayCorrect: state !== 'withdrawn' && state !== 'merged',
    mayWrite: isWorthTelling(submission),
    mayDraftCase: isTrialFinished(submission),
  };
}
