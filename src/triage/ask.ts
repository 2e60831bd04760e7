import { mayMove } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';

export type AskOutcome =
  | { readonly kind: 'asked'; readonly next: Submission }
  | { readonly kind: 'standing' }
  /** Another question was asked after the asker had looked. */
  | { readonly kind: 'meanwhile'; readonly question: string }
  | { readonly kind: 'decided' };

/**
 * What a question does to a submission: one question is open at a time, and a new one takes the place of the old.
 * @param seen the length of the history that the asker saw.
 */
export function ask(
  submission: Submission,
  { by, question, seen }: { by: By; question: string; seen: number },
  now: Date,
): AskOutcome {
  const open = submission.history.find((entry) => entry.n === submission.questionAsked);
  if (open?.what === 'asked') {
    if (open.by.personId === by.personId && open.question === question) return { kind: 'standing' };
    if (open.n >= seen) return { kind: 'meanwhile', question: open.question };
  } else if (!mayMove(submission.state, 'question')) return { kind: 'decided' };
  // A trial and a published project go on while their author is asked something.
  const goesOn = submission.state === 'trial' || submission.state === 'published';
  const state = goesOn ? submission.state : 'question';
  const changed = { state, questionAsked: submission.history.length, owner: submission.owner ?? by } as const;
  return { kind: 'asked', next: withStep(submission, { what: 'asked', by, question }, now, changed) };
}
