import type { CardView } from '../bot/answer.ts';
import type { Submission } from '../ideas/model.ts';
import type { Words } from '../words/words.ts';
import type { ClockStage } from './clock-job.ts';

type NudgeKind = ClockStage | 'assigned' | 'verdictAsked' | 'benefitsAsked';

/** A reminder about one submission, with the buttons that end it. */
export function nudgeCard(
  words: Words,
  { reference, title }: Submission,
  kind: NudgeKind,
  values: Readonly<Record<string, string>>,
): CardView {
  const heading = words.say(`triage.nudge.${kind}`, values);
  return {
    card: 'triage/nudge',
    data: {
      reference,
      heading,
      colour: kind === 'overdue' || kind === 'unseen' ? 'Attention' : 'Accent',
      about: words.say('ideas.news.about', { title, reference }),
      text: words.say(`triage.nudge.${kind}.text`, values),
      askVerdict: kind === 'verdictAsked',
      askBenefits: kind === 'benefitsAsked',
      maySnooze: kind !== 'assigned',
    },
    summary: `${heading}: ${title}`,
  };
}
