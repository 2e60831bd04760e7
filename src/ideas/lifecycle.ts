import type { Decision, HistoryEntry, State, Submission } from './model.ts';
import { decisions } from './model.ts';

/** Every move a submission may make. What is not here is refused, whoever asks. */
export const moves: Readonly<Record<State, readonly State[]>> = {
  received: ['inReview', 'question', 'trial', 'adopted', 'parked', 'declined'],
  inReview: ['question', 'trial', 'adopted', 'parked', 'declined'],
  question: ['inReview', 'trial', 'adopted', 'parked', 'declined'],
  trial: ['question', 'adopted', 'parked', 'declined'],
  parked: ['inReview', 'question', 'trial', 'adopted', 'declined'],
  adopted: [],
  declined: [],
};

export const mayMove = (from: State, to: State): boolean => moves[from].includes(to);

/** The decisions that can be made from a state, in the order they are offered. */
export const decisionsFrom = (state: State): readonly Decision[] =>
  decisions.filter((decision) => mayMove(state, decision));

export const isFinal = (state: State): boolean => moves[state].length === 0;

/** The states in which somebody may still do something about a submission. */
export const openStates = (Object.keys(moves) as State[]).filter((state) => !isFinal(state));

export function lastOf<What extends HistoryEntry['what']>(
  submission: Submission,
  what: What,
): Extract<HistoryEntry, { what: What }> | undefined {
  return submission.history.findLast(
    (entry): entry is Extract<HistoryEntry, { what: What }> => entry.what === what,
  );
}
