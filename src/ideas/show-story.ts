import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Turn } from '../bot/turn.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { storyCard } from './cards.ts';
import type { DueDates } from './due-dates.ts';
import type { Submission } from './model.ts';
import { supportersLine } from './supporters.ts';

/** What the author's side stands on. */
export interface AuthorParts {
  readonly store: DocumentStore;
  readonly relay: Outbox['relay'];
  readonly services: readonly string[];
  readonly dueDates: (submission: Submission) => DueDates;
}

/** How one of a person's submissions stands; words when it is not among theirs. */
export async function showStory(
  { store, dueDates }: Pick<AuthorParts, 'store' | 'dueDates'>,
  { words, now, actor }: Turn,
  submission: Submission | undefined,
): Promise<Answer> {
  if (!submission) return sayText(words.say('ideas.mine.missing'));
  const supporters = await supportersLine(store, words, actor.tenantId, submission);
  return showCard(storyCard(words, submission, { due: dueDates(submission), now, supporters }));
}
