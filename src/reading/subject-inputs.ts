import { z } from 'zod';
import {
  mostTopics,
  themeName,
  themeSchema,
  themes,
  topicName,
  topicSchema,
  topics,
} from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';

/** The inputs by which a person says what something is about. `tooMany`: the words for too many topics. */
export const subjectInputs = (tooMany: string) => ({
  theme: z.union([themeSchema, z.enum(['', 'none']).transform(() => undefined)]).optional(),
  topics: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((item) => item !== ''))
    .pipe(z.array(topicSchema).max(mostTopics, tooMany)),
});

/** Themes and topics to choose from in a form. */
export const subjectChoices = (words: Words) => ({
  themes: themes.map((code) => ({ code, name: themeName(words, code) })),
  topics: topics.map((code) => ({ code, name: topicName(words, code) })),
});
