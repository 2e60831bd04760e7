import { z } from 'zod';
import { typedText } from '../bot/typed-text.ts';
import type { Words } from '../words/words.ts';
import { longest } from './terms.ts';

/** What an author types to answer a question, whichever way they came to it. */
export const answerInputs = (words: Words) =>
  z.strictObject({
    answer: typedText({
      min: 1,
      max: longest.question,
      tooShort: words.say('ideas.answer.missing'),
      tooLong: words.say('ideas.form.tooLong', { max: longest.question }),
    }),
  });
