import { withEvent } from '../outbox/event.ts';
import { daysAfter, localInstant } from '../time/local-instant.ts';
import { type Challenge, closesAt, type KnownChallenge, opensAt, wordingOf } from './model.ts';

/** What happens to a challenge. Its event carries the same name. */
export const challengeSteps = [
  'opened',
  'countedDown',
  'edited',
  'closed',
  'takenBack',
  'toldDecided',
] as const;

export type ChallengeStep = (typeof challengeSteps)[number];

export const challengeEvent = (step: ChallengeStep): `challenge.${ChallengeStep}` => `challenge.${step}`;

/** The council's calendar and clocks. */
export interface LocalTime {
  readonly timeZone: string;
  /** The local date of an instant. */
  readonly localDate: (instant: Date) => string;
}

export interface Dates {
  readonly opensOn: string;
  readonly closesOn: string;
}

/** The challenge one step on: the change and its event are one write. */
function withStep(
  { id, body }: KnownChallenge,
  step: ChallengeStep,
  now: Date,
  changed: Partial<Challenge>,
): Challenge {
  const changes = body.changes + 1;
  return withEvent(
    { ...body, ...changed, changes },
    { id: `challenges/${id}/${changes}`, type: challengeEvent(step), at: now.toISOString(), data: {} },
  );
}

/** When it opens: on a later day in the morning, today at once. */
export const openingOf = ({ opensOn }: Pick<Dates, 'opensOn'>, now: Date, time: LocalTime): Date =>
  opensOn <= time.localDate(now) ? now : localInstant(opensOn, opensAt, time.timeZone);

export const endOf = ({ closesOn }: Pick<Dates, 'closesOn'>, { timeZone }: LocalTime): string =>
  localInstant(closesOn, closesAt, timeZone).toISOString();

/** The next morning on which the posted cards count down, or the end when that comes before. */
function nextTurn({ endsAt }: Pick<Challenge, 'endsAt'>, now: Date, time: LocalTime): string {
  const tomorrow = daysAfter(time.localDate(now), 1);
  const morning = localInstant(tomorrow, opensAt, time.timeZone).toISOString();
  return morning < endsAt ? morning : endsAt;
}

/**
 * What is due by now; undefined when nothing is. After an outage each step is made up for once: days that passed are
 * counted down together, and one whose whole time has passed opens and closes.
 */
export function advance({ id, body }: KnownChallenge, now: Date, time: LocalTime): Challenge | undefined {
  const at = now.toISOString();
  if ((body.state !== 'planned' && body.state !== 'open') || body.dueAt > at) return undefined;
  let next = body;
  if (next.state === 'planned')
    next = withStep({ id, body: next }, 'opened', now, {
      state: 'open',
      dueAt: nextTurn(next, now, time),
    });
  if (next.endsAt <= at) return withStep({ id, body: next }, 'closed', now, { state: 'closed' });
  if (body.state === 'open')
    next = withStep({ id, body }, 'countedDown', now, { dueAt: nextTurn(body, now, time) });
  return next;
}

/** Closes it before its time. Undefined when it is not open. */
export function closeEarly(known: KnownChallenge, who: Challenge['by'], now: Date): Challenge | undefined {
  if (known.body.state !== 'open') return undefined;
  return withStep(known, 'closed', now, { state: 'closed', endsAt: now.toISOString(), closedBy: who });
}

/** Takes it back: it asks nothing any more. Undefined when it is over. */
export function takeBack(known: KnownChallenge, now: Date): Challenge | undefined {
  const { state } = known.body;
  if (state !== 'planned' && state !== 'open') return undefined;
  return withStep(known, 'takenBack', now, { state: 'takenBack', endsAt: now.toISOString() });
}

/** Tells what was decided, once. Undefined when it is not closed or was told. */
export function tellDecided(known: KnownChallenge, now: Date): Challenge | undefined {
  if (known.body.state !== 'closed' || known.body.toldAt !== undefined) return undefined;
  return withStep(known, 'toldDecided', now, { toldAt: now.toISOString() });
}

export type EditOutcome =
  | { readonly kind: 'edited'; readonly next: Challenge }
  | { readonly kind: 'standing' }
  /** Changed after the editor had looked. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'over' };

/** What an edit of its question, its text or its dates does. `seen` is `wordingOf` what the editor saw. */
export function edit(
  known: KnownChallenge,
  wish: Dates & { readonly title: string; readonly text: string; readonly seen: string },
  now: Date,
  time: LocalTime,
): EditOutcome {
  const { body } = known;
  const { title, text, closesOn } = wish;
  if (body.state !== 'planned' && body.state !== 'open') return { kind: 'over' };
  const opensOn = body.state === 'planned' ? wish.opensOn : body.opensOn;
  const isSame = body.title === title && body.text === text;
  if (isSame && body.opensOn === opensOn && body.closesOn === closesOn) return { kind: 'standing' };
  if (wordingOf(body) !== wish.seen) return { kind: 'meanwhile' };
  const endsAt = endOf({ closesOn }, time);
  const dueAt =
    body.state === 'planned'
      ? openingOf({ opensOn }, now, time).toISOString()
      : nextTurn({ endsAt }, now, time);
  return {
    kind: 'edited',
    next: withStep(known, 'edited', now, { title, text, opensOn, closesOn, endsAt, dueAt }),
  };
}
