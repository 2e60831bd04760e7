import { type Subjects, themeName, topicName } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';
import { foreignLanguage } from './language.ts';
import type { Article } from './model.ts';

export const topicList = (words: Words, { topics }: Subjects): string =>
  topics.map((topic) => topicName(words, topic)).join(', ');

/** Theme and topics in a sentence each; empty when there are none. */
export function subjectsLine(words: Words, { theme, topics }: Subjects): string {
  return [
    ...(theme ? [words.say('reading.subjects.theme', { theme: themeName(words, theme) })] : []),
    ...(topics.length > 0
      ? [words.say('reading.subjects.topics', { count: topics.length, topics: topicList(words, { topics }) })]
      : []),
  ].join(' ');
}

/** Who published it when, in a foreign language, and who wrote it. */
export function metaLine(words: Words, { source, publishedAt, author, language }: Article): string {
  const values = { source: source.name, date: words.date(publishedAt) };
  const told = author
    ? words.say('reading.metaWithAuthor', { ...values, author })
    : words.say('reading.meta', values);
  const foreign = foreignLanguage(language, words.locale);
  return foreign ? `${told}. ${words.say('reading.language', { language: foreign })}` : told;
}
