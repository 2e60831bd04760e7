import type { CardView } from '../bot/answer.ts';
import type { Submission } from '../ideas/model.ts';
import type { Words } from '../words/words.ts';
import { type Absent, absentWords } from './absent/absence.ts';
import type { ClockStage } from './clock-job.ts';

export const nudgeCardName = 'triage/nudge';

/** Names a reminder for ever; a receiver is a person or a channel. */
export const nudgeKey = (reference: string, key: string, receiver: string): string =>
  `${reference}/${key}>${receiver}`;

type NudgeKind = ClockStage | 'assigned' | 'routed' | 'verdictAsked' | 'benefitsAsked';

/** A reminder about one submission, with the buttons that end it. @param absent who has it and does nothing about it now. */
export function nudgeCard(
  words: Words,
  { reference, title }: Submission,
  kind: NudgeKind,
  values: Readonly<Record<string, string>>,
  absent?: Absent,
): CardView {
  const heading = words.say(`triage.nudge.${kind}`, values);
  return {
    card: nudgeCardName,
    data: {
      reference,
      heading,
      colour: kind === 'overdue' || kind === 'unseen' ? 'Attention' : 'Accent',
      about: words.say('ideas.news.about', { title, reference }),
      // What is meant for who has it says nothing to the others.
      text: absent && kind === 'near' ? '' : words.say(`triage.nudge.${kind}.text`, values),
      absent: absent ? words.say('absent.ask', { who: absentWords(words, absent) }) : '',
      absentOwner: absent?.person.personId ?? '',
      askVerdict: kind === 'verdictAsked',
      askBenefits: kind === 'benefitsAsked',
      maySnooze: kind !== 'assigned' && kind !== 'routed',
    },
    summary: `${heading}: ${title}`,
  };
}
