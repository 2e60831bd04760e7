import { stemsOf } from '../subjects/stems.ts';
import { type Subject, subjectCalled, subjectName } from '../subjects/subject-called.ts';
import type { Words } from '../words/words.ts';
import { cutAtWord } from './cut-at-word.ts';

/** What a person looks for: a topic or a theme when the text is the name of one, else all of the words. */
export type Sought =
  | { readonly kind: 'everything' }
  | { readonly kind: 'subject'; readonly subject: Subject; readonly text: string }
  | { readonly kind: 'words'; readonly stems: readonly string[]; readonly text: string };

export const longestSearch = 100;

/** Reads what followed a command, such as "about older people". `text` is how we say it back. */
export function soughtBy(words: Words, typed: string): Sought {
  const said = cutAtWord(typed.replace(/\s+/gu, ' ').trim(), longestSearch);
  const fillers = new Set(stemsOf(words.say('reading.find.fillers')));
  const isFiller = (word: string) => stemsOf(word).every((stem) => fillers.has(stem));
  const parts = said.split(' ');
  const from = parts.findIndex((word) => !isFiller(word));
  const text = from > 0 ? parts.slice(from).join(' ') : said;
  const subject = subjectCalled(words, said) ?? subjectCalled(words, text);
  if (subject) return { kind: 'subject', subject, text: subjectName(words, subject) };
  const stems = [...new Set(stemsOf(text))].filter((stem) => !fillers.has(stem));
  return stems.length === 0 ? { kind: 'everything' } : { kind: 'words', stems, text };
}
