import { withEvent } from '../outbox/event.ts';
import type { Submission } from './model.ts';

/**
 * Raised when an author agrees to be thanked by name (`data.why` is `agreed`), takes that back (`takenBack`), or when
 * channels for it are chosen (`chosen`). `data.before` is the instant at which the author had last said so or otherwise.
 */
export const thanksChanged = 'idea.thanksChanged';

type Why = 'agreed' | 'takenBack' | 'chosen';
type Thanks = NonNullable<Submission['thanks']>;

/** Channels in which one idea is thanked for. */
export const mostPlaces = 20;

/** Whether there is something to thank for, and somebody who may be named to everybody. */
export const mayBeThanked = ({ state, naming, author }: Submission): boolean =>
  (state === 'adopted' || state === 'reported') && naming === 'named' && author !== undefined;

/** The name by which an author is thanked to everybody; undefined without their consent. */
export const thankedName = (submission: Submission): string | undefined =>
  mayBeThanked(submission) && submission.thanks?.agreed ? submission.author?.name : undefined;

/** The submission with its author's word; undefined when that stands already, or there is nothing to agree to. */
export function agreeToThanks(submission: Submission, agreed: boolean, now: Date): Submission | undefined {
  const { thanks = { n: 0, round: 0, places: [], agreed: false, at: now.toISOString() } } = submission;
  if (thanks.agreed === agreed || (agreed && !mayBeThanked(submission))) return undefined;
  const round = agreed ? thanks.round + 1 : thanks.round;
  const next = { ...thanks, agreed, round, at: now.toISOString() };
  return withThanks(submission, next, agreed ? 'agreed' : 'takenBack', thanks.at, now);
}

/** The submission to be thanked for in these channels besides; undefined without consent or a channel that is new. */
export function thankIn(
  submission: Submission,
  placeIds: readonly string[],
  now: Date,
): Submission | undefined {
  const { thanks } = submission;
  if (!thanks || thankedName(submission) === undefined) return undefined;
  const { round } = thanks;
  const fresh = placeIds.filter(
    (placeId) => !thanks.places.some((place) => place.placeId === placeId && place.round === round),
  );
  if (fresh.length === 0) return undefined;
  const others = thanks.places.filter(({ placeId }) => !fresh.includes(placeId));
  const places = [...others, ...fresh.map((placeId) => ({ placeId, round }))].slice(0, mostPlaces);
  return withThanks(submission, { ...thanks, places }, 'chosen', thanks.at, now);
}

function withThanks(submission: Submission, thanks: Thanks, why: Why, before: string, now: Date): Submission {
  const n = thanks.n + 1;
  return withEvent(
    { ...submission, thanks: { ...thanks, n } },
    {
      id: `submissions/${submission.reference}/thanks/${n}`,
      type: thanksChanged,
      at: now.toISOString(),
      data: { why, before },
    },
  );
}
