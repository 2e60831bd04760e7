import type { CardView } from '../../bot/answer.ts';
import { isolated } from '../../words/right-to-left.ts';
import type { Words } from '../../words/words.ts';
import type { Task, TickedOutcome } from './do-several.ts';
import type { QueuePlace } from './filter.ts';

/** What became of each of the ticked submissions. */
export function outcomeCard(
  words: Words,
  task: Task,
  outcomes: readonly TickedOutcome[],
  goOn: QueuePlace,
): CardView {
  const done = outcomes.filter(isDone).length;
  const heading = words.say('queue.several.done', { done, n: outcomes.length });
  // What went otherwise than asked comes first: it is what the triager must know.
  const inOrder = [...outcomes.filter((one) => !isDone(one)), ...outcomes.filter(isDone)];
  return {
    card: 'triage/several-done',
    data: {
      heading,
      items: inOrder.map((one) => ({
        title: one.submission ? `${isolated(one.submission.title)} · ${one.reference}` : one.reference,
        outcome: outcomeWords(words, task, one),
        colour: isDone(one) ? 'Default' : 'Attention',
      })),
      goOn,
      list: { ...goOn, after: '', from: 0 },
    },
    summary: heading,
  };
}

const isDone = ({ outcome }: TickedOutcome): boolean =>
  outcome?.kind === 'decided' || outcome?.kind === 'given' || outcome?.kind === 'standing';

function outcomeWords(words: Words, task: Task, { submission, outcome }: TickedOutcome): string {
  if (!submission || !outcome) return words.say('queue.outcome.missing');
  switch (outcome.kind) {
    case 'decided':
    case 'given':
    case 'standing':
      return task.what === 'give'
        ? words.say('queue.outcome.given', { name: task.to.name })
        : words.say(`triage.state.${task.what}`);
    case 'meanwhile': {
      const { by, decision } = outcome.entry;
      return words.say('queue.outcome.meanwhile', {
        name: by.name,
        decision: words.say(`triage.state.${decision}`),
      });
    }
    case 'edited':
      return words.say('queue.outcome.edited');
    case 'ownIdea':
      return words.say('queue.outcome.own');
    case 'final':
    case 'notPossible':
      return words.say('queue.outcome.notPossible', {
        state: words.say(`triage.state.${submission.state}`),
      });
  }
}
