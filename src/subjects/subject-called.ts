import type { Words } from '../words/words.ts';
import { type Theme, type Topic, themeName, themes, topicName, topics } from './codes.ts';
import { stemsOf } from './stems.ts';

export type Subject =
  | { readonly kind: 'theme'; readonly code: Theme }
  | { readonly kind: 'topic'; readonly code: Topic };

/** The topic or theme that a text is the name or the code of, in any inflection; undefined when it is neither. */
export function subjectCalled(words: Words, text: string): Subject | undefined {
  const called = stemsOf(text).join(' ');
  const isCalled = (...names: readonly string[]) => names.some((name) => stemsOf(name).join(' ') === called);
  const topic = topics.find((code) => isCalled(code, topicName(words, code)));
  if (topic) return { kind: 'topic', code: topic };
  const theme = themes.find((code) => isCalled(code, themeName(words, code)));
  return theme && { kind: 'theme', code: theme };
}

export const subjectName = (words: Words, subject: Subject): string =>
  subject.kind === 'topic' ? topicName(words, subject.code) : themeName(words, subject.code);
