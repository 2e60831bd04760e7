import type { HistoryEntry } from './history.ts';
import type { Submission } from './model.ts';
import type { Decision, State } from './terms.ts';
import { decisions } from './terms.ts';

/** Every move a submission may make. What is not here is refused, whoever asks. */
export const moves: Readonly<Record<State, readonly State[]>> = {
  received: [
    'inReview',
    'question',
    'trial',
    'adopted',
    'parked',
    'declined',
    'merged',
    'withdrawn',
    'published',
  ],
  inReview: ['question', 'trial', 'adopted', 'parked', 'declined', 'merged', 'withdrawn', 'published'],
  question: ['inReview', 'trial', 'adopted', 'parked', 'declined', 'merged', 'withdrawn', 'published'],
  trial: ['question', 'adopted', 'parked', 'declined'],
  // The clock brings it back on its date.
  parked: ['received', 'inReview', 'question', 'trial', 'adopted', 'declined', 'merged', 'withdrawn'],
  // Reopened by the innovation team.
  adopted: ['reported', 'inReview'],
  reported: [],
  // Its author may ask again with something new; the innovation team may reopen it.
  declined: ['received', 'inReview'],
  merged: [],
  withdrawn: [],
  published: ['question', 'ended'],
  ended: [],
};

export const mayMove = (from: State, to: State): boolean => moves[from].includes(to);

const isDecision = (state: State): boolean => decisions.some((decision) => decision === state);

/** Whether a submission may become that: ideas and barriers are decided, projects are published and end. */
export function mayBecome({ kind, state }: Pick<Submission, 'kind' | 'state'>, to: State): boolean {
  const fits = kind === 'project' ? !isDecision(to) : to !== 'published' && to !== 'ended';
  return fits && mayMove(state, to);
}

/** The decisions that can be made about a submission, in the order they are offered; none about a project. */
export const decisionsFrom = (submission: Pick<Submission, 'kind' | 'state'>): readonly Decision[] =>
  decisions.filter((decision) => mayBecome(submission, decision));

/** Whether the innovation team may take up again what it has decided. */
export const mayReopen = ({ kind, state }: Pick<Submission, 'kind' | 'state'>): boolean =>
  kind !== 'project' && (state === 'adopted' || state === 'declined');

/** Nothing is left for the innovation team to do. A declined one may still be reopened, or its author asks again. */
export const isFinal = (state: State): boolean =>
  moves[state].every((next) => next === 'received' || next === 'inReview');

/** Until it is decided its author may change what it says. */
export const isUndecided = (state: State): boolean =>
  state === 'received' || state === 'inReview' || state === 'question';

/** The states in which the innovation team may still do something. */
export const openStates = (Object.keys(moves) as State[]).filter((state) => !isFinal(state));

export function lastOf<What extends HistoryEntry['what']>(
  submission: Submission,
  what: What,
): Extract<HistoryEntry, { what: What }> | undefined {
  return submission.history.findLast(
    (entry): entry is Extract<HistoryEntry, { what: What }> => entry.what === what,
  );
}
