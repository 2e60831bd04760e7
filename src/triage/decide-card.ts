import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { decisionsFrom, isFinal } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { type Decision, decisions } from '../ideas/terms.ts';
import { formTitle } from './cards.ts';
import { knownLeads } from './trial-plan.ts';

const fields = ['decision', 'reason', 'message', 'lead', 'measure', 'endsOn', 'wakeOn', 'benefitsOn'];
const planned = fields.slice(3);

/** The form by which the team decides; once asked for, with the message that the author will get, to be edited. */
export function decideFormCard(
  { words, actor }: Pick<Turn, 'words' | 'actor'>,
  state: FormState<{ readonly shown?: 'ask' | Decision | undefined; readonly correct?: 'yes' | undefined }>,
  submission: Submission | undefined,
): CardView {
  const { about } = state;
  const offered: readonly Decision[] =
    submission && !about.correct && !isFinal(submission.state) ? decisionsFrom(submission) : decisions;
  const shown = about.shown === 'ask' ? undefined : about.shown;
  return {
    card: 'triage/decide',
    data: {
      ...formData(state, fields),
      heading: words.say(about.correct ? 'triage.correct.heading' : 'triage.decide.heading'),
      title: formTitle(submission),
      decisions: offered.map((code) => ({ code, name: words.say(`triage.decide.${code}`) })),
      known: submission ? knownLeads(submission) : [],
      showPlan: planned.some((field) => state.problems[field]),
      asking: shown === undefined,
      askAbout: { ...about, shown: 'ask' },
      frames: shown
        ? []
        : offered.map((code) => ({
            name: words.say(`triage.decide.${code}`),
            text: frameOf(code).join(' · '),
          })),
      messageHeading: shown ? frameOf(shown)[0] : '',
      messageLine: shown ? frameOf(shown)[1] : '',
    },
    summary: words.say('triage.decide.heading'),
  };

  /** What the author reads above the reason. */
  function frameOf(decision: Decision): readonly [string, string] {
    const { name } = actor;
    if (!about.correct)
      return [
        words.say(`ideas.news.decided.${decision}`),
        words.say(`ideas.step.decided.${decision}`, { name }),
      ];
    const corrected = { name, state: words.say(`ideas.state.${decision}`) };
    return [words.say('ideas.news.corrected'), words.say('ideas.step.decisionCorrected', corrected)];
  }
}
