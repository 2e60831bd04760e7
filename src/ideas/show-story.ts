import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Turn } from '../bot/turn.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { storyCard } from './cards.ts';
import type { DueDates } from './due-dates.ts';
import type { Submission } from './model.ts';

/** What the author's side stands on. */
export interface AuthorParts {
  readonly store: DocumentStore;
  readonly relay: Outbox['relay'];
  readonly services: readonly string[];
  readonly dueDates: (submission: Submission) => DueDates;
}

/** How one of a person's submissions stands; words when it is not among theirs. */
export const showStory = (
  { dueDates }: Pick<AuthorParts, 'dueDates'>,
  { words, now }: Turn,
  submission: Submission | undefined,
): Answer =>
  submission
    ? showCard(storyCard(words, submission, dueDates(submission), now))
    : sayText(words.say('ideas.mine.missing'));
