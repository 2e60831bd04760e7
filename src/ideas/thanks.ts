import { withEvent } from '../outbox/event.ts';
import type { Submission } from './model.ts';

/** Raised when an author agrees to be thanked by name or takes that back, and when places to do so are chosen. */
export const thanksChanged = 'idea.thanksChanged';

/** Whether there is something to thank for, and somebody who may be named to everybody. */
export const mayBeThanked = ({ state, naming, author }: Submission): boolean =>
  (state === 'adopted' || state === 'reported') && naming === 'named' && author !== undefined;

/** The name by which an author is thanked to everybody; undefined without their consent. */
export const thankedName = (submission: Submission): string | undefined =>
  mayBeThanked(submission) && submission.thanks?.agreed ? submission.author?.name : undefined;

/** The submission with its author's word; undefined when that stands already, or there is nothing to agree to. */
export function agreeToThanks(submission: Submission, agreed: boolean, now: Date): Submission | undefined {
  const { thanks } = submission;
  if ((thanks?.agreed ?? false) === agreed || (agreed && !mayBeThanked(submission))) return undefined;
  const at = now.toISOString();
  return withThanks(submission, { places: [], ...thanks, agreed, at }, now, thanks?.at ?? at);
}

/** The submission to be thanked for in these places besides; undefined without its author's consent or a new place. */
export function thankIn(
  submission: Submission,
  placeIds: readonly string[],
  now: Date,
): Submission | undefined {
  const { thanks } = submission;
  if (!thanks || thankedName(submission) === undefined) return undefined;
  const places = [...new Set([...thanks.places, ...placeIds])].slice(0, mostPlaces);
  if (places.length === thanks.places.length) return undefined;
  return withThanks(submission, { ...thanks, places }, now, thanks.at);
}

/** Places in which one idea is thanked for. */
export const mostPlaces = 20;

/** @param before since when the author had agreed, or not, before this. */
function withThanks(
  submission: Submission,
  thanks: Omit<NonNullable<Submission['thanks']>, 'n'>,
  now: Date,
  before: string,
): Submission {
  const n = (submission.thanks?.n ?? 0) + 1;
  return withEvent(
    { ...submission, thanks: { ...thanks, n } },
    {
      id: `submissions/${submission.reference}/thanks/${n}`,
      type: thanksChanged,
      at: now.toISOString(),
      data: { before },
    },
  );
}
