import type { HistoryEntry } from '../ideas/history.ts';
import { isNews, newsHeading } from '../ideas/news-steps.ts';
import type { Step } from '../ideas/steps.ts';
import { told } from '../ideas/story-data.ts';
import type { Words } from '../words/words.ts';

/** What an author reads above the words of a triager when a step is told. */
export interface AuthorReads {
  readonly heading: string;
  readonly line: string;
}

/** The heading and the line of the message that would tell of a step, before it is made. */
export function authorReads(words: Words, step: Step): AuthorReads {
  const entry: HistoryEntry = { ...step, n: 0, at: new Date(0).toISOString() };
  return { heading: isNews(entry) ? newsHeading(words, entry) : '', line: told(words, entry).what };
}

/** The same in one line, for a form; `name` says which of several steps it is, where there are several. */
export function frame(words: Words, step: Step, name?: string): { name: string; text: string } {
  const { heading, line } = authorReads(words, step);
  return { name: name ? `${name}: ` : '', text: `${heading} · ${line}` };
}
