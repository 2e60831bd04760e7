import type { Decision, HistoryEntry, State, Submission } from './model.ts';
import { decisions } from './model.ts';

/** Every move a submission may make. What is not here is refused, whoever asks. */
export const moves: Readonly<Record<State, readonly State[]>> = {
  received: ['inReview', 'question', 'trial', 'adopted', 'parked', 'declined', 'withdrawn'],
  inReview: ['question', 'trial', 'adopted', 'parked', 'declined', 'withdrawn'],
  question: ['inReview', 'trial', 'adopted', 'parked', 'declined', 'withdrawn'],
  trial: ['question', 'adopted', 'parked', 'declined'],
  parked: ['inReview', 'question', 'trial', 'adopted', 'declined', 'withdrawn'],
  adopted: [],
  // Its author may ask again with something new.
  declined: ['received'],
  withdrawn: [],
};

export const mayMove = (from: State, to: State): boolean => moves[from].includes(to);

/** The decisions that can be made from a state, in the order they are offered. */
export const decisionsFrom = (state: State): readonly Decision[] =>
  decisions.filter((decision) => mayMove(state, decision));

/** Nothing is left to decide. The author of a declined one may still ask again. */
export const isFinal = (state: State): boolean => decisionsFrom(state).length === 0;

/** Until it is decided its author may change what it says. */
export const isUndecided = (state: State): boolean =>
  state === 'received' || state === 'inReview' || state === 'question';

/** The states in which the innovation team may still decide something. */
export const openStates = (Object.keys(moves) as State[]).filter((state) => !isFinal(state));

export function lastOf<What extends HistoryEntry['what']>(
  submission: Submission,
  what: What,
): Extract<HistoryEntry, { what: What }> | undefined {
  return submission.history.findLast(
    (entry): entry is Extract<HistoryEntry, { what: What }> => entry.what === what,
  );
}
