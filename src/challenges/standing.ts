import { daysBetween } from '../time/local-instant.ts';
import type { Words } from '../words/words.ts';
import type { LocalTime } from './life.ts';
import { closesAt, isOpen, type KnownChallenge, opensAt } from './model.ts';

/** A local date as people say it, wherever the clocks hang. */
const sayDate = (words: Words, date: string): string => words.date(`${date}T12:00:00Z`);

/** When it is looked at. */
export interface Moment {
  readonly now: Date;
  readonly time: Pick<LocalTime, 'localDate'>;
}

/** How a challenge stands, counting its days: once its time is over it is closed, even before the job has seen that. */
export function standing(words: Words, { body }: KnownChallenge, { now, time }: Moment) {
  const days = daysBetween(time.localDate(now), body.closesOn);
  if (isOpen(body, now))
    return {
      state: words.say('challenges.card.daysLeft', { days: Math.max(0, days) }),
      colour: days <= 1 ? 'Attention' : 'Accent',
      when: words.say('challenges.card.until', { date: sayDate(words, body.closesOn), time: closesAt }),
    };
  switch (body.state) {
    case 'planned':
      return {
        state: words.say('challenges.card.planned'),
        colour: 'Accent',
        when: words.say('challenges.card.from', {
          from: sayDate(words, body.opensOn),
          fromTime: opensAt,
          date: sayDate(words, body.closesOn),
          time: closesAt,
        }),
      };
    case 'takenBack':
      return {
        state: words.say('challenges.card.takenBack'),
        colour: 'Default',
        when: words.say('challenges.card.takenBackText'),
      };
    default:
      return {
        state: words.say('challenges.card.closed'),
        colour: 'Default',
        when: words.say('challenges.card.closedOn', { date: words.date(body.endsAt) }),
      };
  }
}

/** How many ideas came in that everybody may know of. */
export function countLine(words: Words, { body }: KnownChallenge, count: number): string {
  if (body.state === 'planned' || body.state === 'takenBack') return '';
  return words.say(body.state === 'open' ? 'challenges.card.soFar' : 'challenges.card.cameIn', { n: count });
}
