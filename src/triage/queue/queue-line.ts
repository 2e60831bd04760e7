import type { DueDates } from '../../ideas/due-dates.ts';
import { isUndecided } from '../../ideas/lifecycle.ts';
import type { Submission } from '../../ideas/model.ts';
import type { Words } from '../../words/words.ts';

export interface QueueLine {
  readonly reference: string;
  readonly title: string;
  readonly meta: string;
  /** By when it is decided, in words; empty where nothing is awaited. */
  readonly due: string;
  readonly dueColour: 'Attention' | 'Default';
}

/** One submission as a list shows it. */
export function queueLine(words: Words, submission: Submission, due: DueDates, now: Date): QueueLine {
  const { reference, title, kind, state, owner, counts } = submission;
  const late = isUndecided(state) && due.decide < now;
  const support = counts?.supports ?? 0;
  const meta = [
    words.say(`ideas.kind.${kind}`),
    reference,
    words.say(`triage.state.${state}`),
    owner ? words.say('queue.line.owner', { name: owner.name }) : words.say('queue.line.nobody'),
    ...(support > 0 ? [words.say('queue.line.supports', { n: support })] : []),
  ].join(' · ');
  const date = words.date(due.decide);
  const dueWords = isUndecided(state) ? words.say(late ? 'queue.line.late' : 'queue.line.due', { date }) : '';
  return { reference, title, meta, due: dueWords, dueColour: late ? 'Attention' : 'Default' };
}
