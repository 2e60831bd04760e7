import type { CardView } from '../bot/answer.ts';
import type { HistoryEntry } from '../ideas/history.ts';
import type { Submission } from '../ideas/model.ts';
import { stepEvent, submissionOf } from '../ideas/steps.ts';
import type { Listener } from '../outbox/listener.ts';
import { triagePlaceFor } from '../people/triage-place.ts';
import type { Words } from '../words/words.ts';
import { stateLine } from './matters.ts';
import { nudgeCardName, nudgeKey } from './nudge-card.ts';

/** Steps after which a reminder in the channel may have lost its point. */
const settling: readonly HistoryEntry['what'][] = [
  'taken',
  'assigned',
  'asked',
  'decided',
  'published',
  'merged',
  'withdrawn',
  'extended',
  'benefitsReported',
];

/** Redraws the reminders that went to the team's channel, once somebody has done what they ask for. */
export const settledListeners = (): readonly Listener[] =>
  settling.map((step) => ({
    event: stepEvent(step),
    async *plan({ id, partition: tenantId, documentId }, reads) {
      const submission = await submissionOf(reads, tenantId, documentId);
      const place = submission && (await triagePlaceFor(reads, tenantId, submission.service));
      if (!place) return;
      const receiver = { kind: 'place', tenantId, placeId: place.placeId } as const;
      const about = { tenant: tenantId, nudged: documentId, settled: 'yes' };
      yield remindersOf(submission).map(({ stage, entry, key }) => {
        const updates = nudgeKey(documentId, key, place.placeId);
        return {
          receiver,
          card: nudgeCardName,
          about: { ...about, stage, ...(entry && { entry }) },
          urgency: 'notice',
          key: `${id}>${updates}`,
          updates,
        };
      });
    },
  }));

/** Every reminder that may have gone out; one that went to the owners alone is not found in the channel. */
function remindersOf({ reminded = [], history }: Submission) {
  const struck = reminded.map((key) => ({ stage: key.split('/')[0] ?? '', entry: '', key }));
  const asked = history
    .filter(({ what }) => what === 'verdictAsked' || what === 'benefitsAsked')
    .map(({ what, n }) => ({ stage: what, entry: String(n), key: `${what}/${n}` }));
  return [...struck, ...asked];
}

/** A reminder after what it asked for was done: how it stands, and no more to press than to see it. */
export function settledCard(words: Words, submission: Submission): CardView {
  const { reference, title } = submission;
  const heading = words.say('triage.nudge.settled');
  return {
    card: nudgeCardName,
    data: {
      reference,
      heading,
      colour: 'Accent',
      about: words.say('ideas.news.about', { title, reference }),
      text: stateLine(words, submission),
      absent: '',
      absentOwner: '',
      askVerdict: false,
      askBenefits: false,
      maySnooze: false,
    },
    summary: `${heading}: ${title}`,
  };
}
