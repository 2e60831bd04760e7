import type { HistoryEntry } from '../ideas/history.ts';
import { trialLine } from '../ideas/lifecycle-words.ts';
import type { Submission } from '../ideas/model.ts';
import { sayDate } from '../ideas/plan-words.ts';
import { stepEvent, submissionOf } from '../ideas/steps.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener, Reads } from '../outbox/listener.ts';
import type { By } from '../people/by.ts';
import { triagePlaceFor } from '../people/triage-place.ts';
import { type Absent, absentAmong } from './absent/absence.ts';
import { ownersOf } from './assign.ts';
import { clockStage, clockStages, clockStruck } from './clock-job.ts';
import { nudgeCard, nudgeCardName, nudgeKey } from './nudge-card.ts';
import { settledCard } from './settled-nudges.ts';
import type { TriageParts } from './work-on.ts';

const checkInName = 'triage/check-in-ask';

/** The steps of which the owners are told in their own chats. */
const ownersSteps = ['assigned', 'verdictAsked', 'benefitsAsked'] as const;

type OwnersStep = (typeof ownersSteps)[number];

/** Reminds the owners in their own chats before a date, and the team in its channel after it. */
export function nudgeListeners(parts: TriageParts): readonly Listener[] {
  const onClock: Listener = {
    event: clockStruck,
    async *plan({ partition: tenantId, documentId, data: { stage = '', key = '' } }, reads) {
      const submission = await submissionOf(reads, tenantId, documentId);
      if (!submission) return;
      const about = { tenant: tenantId, nudged: documentId, stage };
      yield await remind({ ...parts, reads }, submission, about, {
        key,
        whom: stage === 'near' ? 'owners' : 'team',
      });
    },
  };
  const onStep = (step: OwnersStep): Listener => ({
    event: stepEvent(step),
    async *plan({ partition: tenantId, documentId, data: { entry = '' } }, reads) {
      const submission = await submissionOf(reads, tenantId, documentId);
      const made = entryOf(submission, entry);
      if (!submission || !made) return;
      const about = { tenant: tenantId, nudged: documentId, stage: step, entry };
      const key = `${step}/${entry}`;
      if (made.what !== 'assigned')
        yield await remind({ ...parts, reads }, submission, about, { key, whom: 'owners' });
      else if (!made.handOver) yield others(made).map((owner) => nudge(tenantId, owner, about, key));
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

/** Who was given it by somebody else. Who a route gives its new ones to hears of each. */
const others = ({ by, owners, byRoute }: Extract<HistoryEntry, { what: 'assigned' }>): readonly By[] =>
  byRoute ? owners : owners.filter(({ personId }) => personId !== by.personId);

type About = Readonly<Record<string, string>>;

/** A reminder for the owners who are there; where none of them is, for the team in its channel. */
async function remind(
  parts: TriageParts & { readonly reads: Reads },
  submission: Submission,
  about: About,
  { key, whom }: { readonly key: string; readonly whom: 'owners' | 'team' },
): Promise<readonly PlannedDelivery[]> {
  const { tenant: tenantId = '' } = about;
  const owners = ownersOf(submission);
  const absent = await absentAmong(parts, tenantId, owners);
  const there = owners.filter((owner) => !absent.some(({ person }) => person.personId === owner.personId));
  const [first] = there.length > 0 ? [] : absent;
  const place = await triagePlaceFor(parts.reads, tenantId, submission.service);
  if (whom === 'owners' && (!first || !place))
    return (first ? owners : there).map((owner) => nudge(tenantId, owner, about, key));
  if (!place) return [];
  return [
    {
      receiver: { kind: 'place', tenantId, placeId: place.placeId },
      card: nudgeCardName,
      about: { ...about, ...(first && absentAbout(first)) },
      urgency: 'notice',
      key: nudgeKey(submission.reference, key, place.placeId),
    },
  ];
}

const absentAbout = ({ person, absence }: Absent): About => ({
  absent: person.personId,
  why: absence.kind,
  ...(absence.kind === 'away' && { until: absence.until }),
});

/** Who is absent, as it was when the reminder was planned; undefined when it was handed over meanwhile. */
function absentIn({ absent, why, until = '' }: About, submission: Submission): Absent | undefined {
  const person = ownersOf(submission).find(({ personId }) => personId === absent);
  if (!person) return undefined;
  if (why === 'left' || why === 'unreachable') return { person, absence: { kind: why } };
  return { person, absence: { kind: 'away', until } };
}

const nudge = (tenantId: string, { personId }: By, about: About, key: string): PlannedDelivery => ({
  receiver: { kind: 'person', tenantId, personId },
  card: nudgeCardName,
  about,
  urgency: 'notice',
  key: nudgeKey(about.nudged ?? '', key, personId),
});

const entryOf = (submission: Submission | undefined, entry: string): HistoryEntry | undefined =>
  submission?.history.find(({ n }) => String(n) === entry);

/** Draws reminders from the state of the moment: one that has lost its point is not sent any more. */
export function nudgeDeliveries(parts: TriageParts): readonly DeliveryCard[] {
  const { store, words } = parts;
  return [
    {
      name: nudgeCardName,
      whenInDoubt: 'leave',
      async draw({ about }) {
        const submission = await submissionOf(store, about.tenant ?? '', about.nudged ?? '');
        return submission && nudgeOf(parts, submission, about);
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

function nudgeOf({ words, clock, dueDates }: TriageParts, submission: Submission, about: About) {
  const { stage = '', entry = '' } = about;
  const absent = absentIn(about, submission);
  // It was for the team because nobody who had it was there.
  if (about.absent && !absent && stage !== 'overdue') return undefined;
  const { state, trial, benefitsOn, snoozedUntil = '' } = submission;
  const now = clock.now();
  const due = dueDates(submission);
  const clockSays = clockStages.find((one) => one === stage);
  if (about.settled) {
    const standsStill = clockSays && clockSays !== 'near' && clockStage(submission, due, now) === clockSays;
    if (!standsStill) return settledCard(words, submission);
  }
  if (clockSays) {
    if (clockStage(submission, due, now) !== clockSays || snoozedUntil > now.toISOString()) return undefined;
    const dates = { acknowledge: words.date(due.acknowledge), decide: words.date(due.decide) };
    return nudgeCard(words, submission, clockSays, dates, absent);
  }
  const made = entryOf(submission, entry);
  switch (made?.what) {
    case 'assigned':
      return nudgeCard(words, submission, made.byRoute ? 'routed' : 'assigned', {
        name: made.by.name,
        decide: words.date(due.decide),
      });
    case 'verdictAsked':
      return state === 'trial' && trial?.endsOn === made.on
        ? nudgeCard(words, submission, 'verdictAsked', { date: sayDate(words, made.on) }, absent)
        : undefined;
    case 'benefitsAsked':
      return state === 'adopted' && benefitsOn === made.on
        ? nudgeCard(words, submission, 'benefitsAsked', { date: sayDate(words, made.on) }, absent)
        : undefined;
    default:
      return undefined;
  }
}
