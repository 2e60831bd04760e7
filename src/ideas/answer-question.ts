import type { DocumentStore } from '../store/document-store.ts';
import type { Submission } from './model.ts';
import { changeSubmission, withStep } from './steps.ts';

export type AnswerOutcome = 'answered' | 'noLongerAsked' | 'notTheirs';

/**
 * Stores the author's answer to the question in history entry `entry`. The same answer sent again is answered as
 * before; one to a question that was closed meanwhile changes nothing.
 */
export async function answerQuestion(
  store: DocumentStore,
  tenantId: string,
  isTheirs: (submission: Submission) => boolean,
  { reference, entry, answer, now }: { reference: string; entry: number; answer: string; now: Date },
): Promise<{ outcome: AnswerOutcome; submission: Submission | undefined }> {
  let outcome: AnswerOutcome = 'notTheirs';
  const submission = await changeSubmission(store, tenantId, reference, (current) => {
    outcome = 'notTheirs';
    if (!isTheirs(current)) return undefined;
    outcome = 'answered';
    if (
      current.history.some((past) => past.what === 'answered' && past.to === entry && past.answer === answer)
    )
      return undefined;
    outcome = 'noLongerAsked';
    if (current.questionAsked !== entry) return undefined;
    outcome = 'answered';
    const { questionAsked, ...rest } = current;
    return withStep(rest, { what: 'answered', to: entry, answer }, now, {
      state: current.state === 'question' ? 'inReview' : current.state,
    });
  });
  return { outcome, submission };
}
