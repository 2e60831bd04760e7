import { type Subjects, themeName, topicName } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';

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
