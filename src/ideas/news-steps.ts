import type { Words } from '../words/words.ts';
import type { HistoryEntry } from './history.ts';

/** The steps in the life of a submission that its author is told of. */
export const newsSteps = [
  'taken',
  'asked',
  'decided',
  'published',
  'assigned',
  'reopened',
  'merged',
  'extended',
  'benefitsReported',
  'spread',
  'spreadResult',
] as const;

type NewsEntry = Extract<HistoryEntry, { what: (typeof newsSteps)[number] }>;

export const isNews = (entry: HistoryEntry): entry is NewsEntry =>
  newsSteps.some((step) => step === entry.what) && !(entry.what === 'reopened' && entry.correcting);

/** The title of the message that tells of a step. */
export function newsHeading(words: Words, entry: NewsEntry): string {
  if (entry.what === 'spreadResult' && !entry.outcome) return words.say('ideas.news.spreadEnded');
  if (entry.what !== 'decided') return words.say(`ideas.news.${entry.what}`);
  if (entry.changed) return words.say('ideas.news.changed');
  if (entry.corrects) return words.say('ideas.news.corrected');
  const stopped = entry.afterTrial && entry.decision === 'declined';
  return words.say(stopped ? 'ideas.news.stopped' : `ideas.news.decided.${entry.decision}`);
}
