import type { Words } from '../words/words.ts';
import type { DueDates } from './due-dates.ts';
import { isUndecided } from './lifecycle.ts';
import type { Submission } from './model.ts';
import { sayDate } from './plan-words.ts';

/** What happens next to a submission, in words for its author, with the date by which it does. */
export function nextSteps(
  words: Words,
  { kind, state, author, trial, benefitsOn, actOn }: Submission,
  due: DueDates,
  now: Date,
): string {
  const decide = words.date(due.decide);
  if (isUndecided(state) && due.decide < now) return words.say('ideas.next.late', { decide });
  if (kind === 'project' && isUndecided(state) && state !== 'question')
    return words.say('ideas.next.toPublish', { decide });
  if (state === 'declined' && !author) return words.say('ideas.next.declinedAnonymous');
  if (state === 'trial' && trial)
    return words.say('ideas.next.trialEnds', { date: sayDate(words, trial.endsOn) });
  if (state === 'adopted' && benefitsOn)
    return words.say('ideas.next.benefits', { date: sayDate(words, benefitsOn) });
  if (state === 'parked' && actOn) return words.say('ideas.next.wakes', { date: sayDate(words, actOn) });
  return words.say(`ideas.next.${state}`, { acknowledge: words.date(due.acknowledge), decide });
}
