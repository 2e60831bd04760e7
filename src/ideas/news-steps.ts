import type { Words } from '../words/words.ts';
import type { HistoryEntry } from './model.ts';

/** The steps in the life of a submission that its author is told of, in Teams or by e-mail. */
export const newsSteps = ['taken', 'asked', 'decided', 'published'] as const;

type News = Extract<HistoryEntry, { what: (typeof newsSteps)[number] }>;

export const isNews = (entry: HistoryEntry): entry is News => newsSteps.some((step) => step === entry.what);

/** The line above what an author is told. */
export const newsHeading = (words: Words, entry: News): string =>
  words.say(entry.what === 'decided' ? `ideas.news.decided.${entry.decision}` : `ideas.news.${entry.what}`);
