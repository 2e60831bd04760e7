import { trialLine } from '../ideas/lifecycle-words.ts';
import type { By, HistoryEntry, Submission } from '../ideas/model.ts';
import { sayDate } from '../ideas/plan-words.ts';
import { stepEvent, submissionOf } from '../ideas/steps.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { triagePlaceFor } from '../people/triage-place.ts';
import { ownersOf } from './assign.ts';
import { clockStage, clockStages, clockStruck } from './clock-job.ts';
import { nudgeCard } from './nudge-card.ts';
import type { TriageParts } from './work-on.ts';

const cardName = 'triage/nudge';
const checkInName = 'triage/check-in-ask';

/** The steps of which the owners are told in their own chats. */
const ownersSteps = ['assigned', 'verdictAsked', 'benefitsAsked'] as const;

type OwnersStep = (typeof ownersSteps)[number];

/** Reminds the owners in their own chats before a date, and the team in its channel after it. */
export function nudgeListeners(): readonly Listener[] {
  const onClock: Listener = {
    event: clockStruck,
    async *plan({ partition: tenantId, documentId, data: { stage = '', key = '' } }, reads) {
      const submission = await submissionOf(reads, tenantId, documentId);
      if (!submission) return;
      const about = { tenant: tenantId, nudged: documentId, stage };
      if (stage === 'near') {
        yield ownersOf(submission).map((owner) => nudge(tenantId, owner, about, key));
        return;
      }
      const triage = await triagePlaceFor(reads, tenantId, submission.service);
      if (!triage) return;
      const receiver = { kind: 'place', tenantId, placeId: triage.placeId } as const;
      yield [
        { receiver, card: cardName, about, urgency: 'notice', key: `${documentId}/${key}>${triage.placeId}` },
      ];
    },
  };
  const onStep = (step: OwnersStep): Listener => ({
    event: stepEvent(step),
    async *plan({ partition: tenantId, documentId, data: { entry = '' } }, reads) {
      const submission = await submissionOf(reads, tenantId, documentId);
      const made = entryOf(submission, entry);
      if (!submission || !made) return;
      const about = { tenant: tenantId, nudged: documentId, stage: step, entry };
      const owners = made.what === 'assigned' ? others(made) : ownersOf(submission);
      yield owners.map((owner) => nudge(tenantId, owner, about, `${step}/${entry}`));
    },
  });
  const onCheckIn: Listener = {
    event: stepEvent('checkInAsked'),
    async *plan({ partition: tenantId, documentId, data: { entry = '' } }, reads) {
      const lead = (await submissionOf(reads, tenantId, documentId))?.trial?.lead;
      if (!lead) return;
      const receiver = { kind: 'person', tenantId, personId: lead.personId } as const;
      const about = { tenant: tenantId, trial: documentId, entry };
      yield [{ receiver, card: checkInName, about, urgency: 'notice' }];
    },
  };
  return [onClock, ...ownersSteps.map(onStep), onCheckIn];
}

const others = ({ by, owners }: Extract<HistoryEntry, { what: 'assigned' }>): readonly By[] =>
  owners.filter(({ personId }) => personId !== by.personId);

const nudge = (
  tenantId: string,
  { personId }: By,
  about: Readonly<Record<string, string>>,
  key: string,
): PlannedDelivery => ({
  receiver: { kind: 'person', tenantId, personId },
  card: cardName,
  about,
  urgency: 'notice',
  key: `${about.nudged}/${key}>${personId}`,
});

const entryOf = (submission: Submission | undefined, entry: string): HistoryEntry | undefined =>
  submission?.history.find(({ n }) => String(n) === entry);

/** Draws reminders from the state of the moment: one that has lost its point is not sent any more. */
export function nudgeDeliveries(parts: TriageParts): readonly DeliveryCard[] {
  const { store, words } = parts;
  return [
    {
      name: cardName,
      whenInDoubt: 'leave',
      async draw({ about: { tenant = '', nudged = '', stage = '', entry = '' } }) {
        const submission = await submissionOf(store, tenant, nudged);
        return submission && nudgeOf(parts, submission, stage, entry);
      },
    },
    {
      name: checkInName,
      whenInDoubt: 'leave',
      async draw({ about: { tenant = '', trial = '', entry = '' } }) {
        const submission = await submissionOf(store, tenant, trial);
        const asked = entryOf(submission, entry);
        if (submission?.state !== 'trial' || !submission.trial || !asked) return undefined;
        if (submission.history.some(({ what, n }) => what === 'checkedIn' && n > asked.n)) return undefined;
        const { reference, title } = submission;
        return {
          card: checkInName,
          data: { reference, title, plan: trialLine(words, submission.trial) },
          summary: words.say('triage.checkIn.ask', { title }),
        };
      },
    },
  ];
}

function nudgeOf(
  { words, clock, dueDates }: TriageParts,
  submission: Submission,
  stage: string,
  entry: string,
) {
  const { state, trial, benefitsOn, snoozedUntil = '' } = submission;
  const now = clock.now();
  const due = dueDates(submission);
  const clockSays = clockStages.find((one) => one === stage);
  if (clockSays) {
    if (clockStage(submission, due, now) !== clockSays || snoozedUntil > now.toISOString()) return undefined;
    const dates = { acknowledge: words.date(due.acknowledge), decide: words.date(due.decide) };
    return nudgeCard(words, submission, clockSays, dates);
  }
  const made = entryOf(submission, entry);
  switch (made?.what) {
    case 'assigned':
      return nudgeCard(words, submission, 'assigned', { name: made.by.name, decide: words.date(due.decide) });
    case 'verdictAsked':
      return state === 'trial' && trial?.endsOn === made.on
        ? nudgeCard(words, submission, 'verdictAsked', { date: sayDate(words, made.on) })
        : undefined;
    case 'benefitsAsked':
      return state === 'adopted' && benefitsOn === made.on
        ? nudgeCard(words, submission, 'benefitsAsked', { date: sayDate(words, made.on) })
        : undefined;
    default:
      return undefined;
  }
}
