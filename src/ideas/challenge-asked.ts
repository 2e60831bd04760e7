import type { Topic } from '../subjects/codes.ts';
import type { Submission } from './model.ts';
import type { ShareInputs } from './share-form.ts';

/** A challenge as the form knows it. */
export interface ChallengeAsked {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
  readonly topics: readonly Topic[];
  /** Whether it takes ideas at that moment. */
  readonly open: boolean;
}

/** Finds the challenge that a form was opened from; undefined when there is none. */
export type ChallengeOf = (
  tenantId: string,
  id: string | undefined,
  now: Date,
) => Promise<ChallengeAsked | undefined>;

/** What a submission keeps of its challenge. One that closed meanwhile gets no idea, but no answer is lost. */
export function keptOf(
  challenge: ChallengeAsked,
  { answer1, answer2, answer3 }: Pick<ShareInputs, 'answer1' | 'answer2' | 'answer3'>,
): Pick<Submission, 'challenge' | 'lateFor' | 'answers'> {
  const { id, title, open, questions } = challenge;
  const answers = [answer1, answer2, answer3].flatMap((answer, index) => {
    const question = questions[index];
    return question && answer ? [{ question, answer }] : [];
  });
  return {
    ...(open ? { challenge: { id, title } } : { lateFor: { id, title } }),
    ...(answers.length > 0 && { answers }),
  };
}
