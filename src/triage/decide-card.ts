import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { decisionsFrom, isFinal } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { sayDate } from '../ideas/plan-words.ts';
import { type Decision, decisions } from '../ideas/terms.ts';
import { authorReads, frame } from './author-reads.ts';
import { formTitle } from './cards.ts';
import { knownLeads } from './trial-plan.ts';

const planned = ['lead', 'measure', 'endsOn', 'wakeOn', 'benefitsOn'];
const asked = ['decision', 'reason', ...planned];

interface About {
  readonly shown?: 'ask' | 'back' | Decision | undefined;
  readonly correct?: 'yes' | undefined;
}

/**
 * The form by which the team decides: what the author reads above the reason stands beside it. Once asked for, the
 * whole message that the author will get, to be edited; the rest of the form is behind it and comes back by one press.
 */
export function decideFormCard(
  { words, actor }: Pick<Turn, 'words' | 'actor'>,
  state: FormState<About>,
  submission: Submission | undefined,
): CardView {
  const { shown: wanted, ...about } = state.about;
  const isAskedAgain = asked.some((field) => state.problems[field]);
  const shown = wanted === 'ask' || wanted === 'back' || isAskedAgain ? undefined : wanted;
  const offered: readonly Decision[] =
    submission && !about.correct && !isFinal(submission.state) ? decisionsFrom(submission) : decisions;
  const { heading, line } = shown ? authorReads(words, stepOf(shown)) : { heading: '', line: '' };
  const { wakeOn } = state.typed;
  return {
    card: 'triage/decide',
    data: {
      ...formData({ ...state, about: shown ? { ...about, shown } : about }, [...asked, 'message']),
      heading: words.say(about.correct ? 'triage.correct.heading' : 'triage.decide.heading'),
      title: formTitle(submission),
      decisions: offered.map((code) => ({ code, name: words.say(`triage.decide.${code}`) })),
      known: submission ? knownLeads(submission) : [],
      showPlan: planned.some((field) => state.problems[field]),
      asking: shown === undefined,
      askAbout: { ...about, shown: 'ask' },
      backAbout: { ...about, shown: 'back' },
      frames: offered.map((code) => frame(words, stepOf(code), words.say(`triage.decide.${code}`))),
      hasMessage: shown !== undefined || (state.typed.message ?? '') !== '',
      messageHeading: heading,
      messageAbout: heading && formTitle(submission),
      messageLine: line,
      messageEnd:
        shown === 'parked' && wakeOn ? words.say('ideas.step.wakes', { date: sayDate(words, wakeOn) }) : '',
    },
    summary: words.say('triage.decide.heading'),
  };

  function stepOf(decision: Decision) {
    const { personId, name } = actor;
    const corrects = about.correct ? { corrects: true as const } : {};
    return { what: 'decided', by: { personId, name }, decision, reason: '', ...corrects } as const;
  }
}
