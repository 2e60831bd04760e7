import type { Words } from '../words/words.ts';
import type { ChallengeAsked } from './challenge-asked.ts';
import type { Submission } from './model.ts';
import { mostQuestions } from './terms.ts';

const answerFields = ['answer1', 'answer2', 'answer3'] as const;

/** The labels of the inputs for a challenge's own questions, by field; empty where there is no such input. */
export function questionsData(
  words: Words,
  challenge: ChallengeAsked | undefined,
  typed: Readonly<Partial<Record<string, unknown>>>,
): Readonly<Record<string, string>> {
  const labels = answerFields.map((field, index) => {
    const question = challenge?.questions[index];
    if (question) return question;
    // When the store does not answer, the question is not known, but what was typed must come back.
    return !challenge && typed[field] ? words.say('ideas.form.answer', { n: index + 1 }) : '';
  });
  return Object.fromEntries(
    labels.slice(0, mostQuestions).map((label, index) => [`question${index + 1}`, label]),
  );
}

/** What a submission has to do with a challenge, in a line, and its answers to the challenge's own questions. */
export const challengeData = (words: Words, { challenge, lateFor, answers = [] }: Submission) => ({
  challenge: challenge
    ? words.say('ideas.challenge.answers', { title: challenge.title })
    : lateFor
      ? words.say('ideas.challenge.late', { title: lateFor.title })
      : '',
  answers: answers.map(({ question, answer }) => ({ question, answer })),
});
