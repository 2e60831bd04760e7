import type { HistoryEntry } from '../ideas/history.ts';
import { isFinal, mayMove } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';

/** Everybody who has a submission, the first of all first. */
export const ownersOf = ({ owner, coOwners = [] }: Pick<Submission, 'owner' | 'coOwners'>): readonly By[] =>
  owner ? [owner, ...coOwners] : [];

/**
 * The submission in the hands of these owners, of whom the first is asked first; undefined when they have it already
 * or nothing is left to do about it. One that was just received is looked at from then on.
 */
export function assign(
  submission: Submission,
  by: By,
  owners: readonly By[],
  now: Date,
  how: Pick<Extract<HistoryEntry, { what: 'assigned' }>, 'handOver' | 'byRoute'> = {},
): Submission | undefined {
  const [owner, ...coOwners] = owners;
  const have = ownersOf(submission);
  const same =
    have.length === owners.length && have.every(({ personId }, n) => owners[n]?.personId === personId);
  if (!owner || same || isFinal(submission.state)) return undefined;
  const { coOwners: _, ...rest } = submission;
  const looked = submission.state === 'received' && mayMove('received', 'inReview');
  return withStep(rest, { what: 'assigned', by, owners: [owner, ...coOwners], ...how }, now, {
    owner,
    ...(coOwners.length > 0 && { coOwners }),
    ...(looked && { state: 'inReview' }),
  });
}
