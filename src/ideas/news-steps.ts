import type { Words } from '../words/words.ts';
import type { HistoryEntry } from './model.ts';

/** The steps in the life of a submission that its author is told of. */
export const newsSteps = [
  'taken',
  'asked',
  'decided',
  'published',
  'reopened',
  'merged',
  'extended',
  'benefitsReported',
] as const;

type NewsEntry = Extract<HistoryEntry, { what: (typeof newsSteps)[number] }>;

export const isNews = (entry: HistoryEntry): entry is NewsEntry =>
  newsSteps.some((step) => step === entry.what);

/** The title of the message that tells of a step. */
export const newsHeading = (words: Words, entry: NewsEntry): string =>
  words.say(entry.what === 'decided' ? `ideas.news.decided.${entry.decision}` : `ideas.news.${entry.what}`);
