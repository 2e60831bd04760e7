import { submissions } from '../ideas/model.ts';
import { changeSubmission, stepEvent, submissionOf } from '../ideas/steps.ts';
import { thanksChanged } from '../ideas/thanks.ts';
import { deliveryReached, deliveryUnreachable } from '../outbox/after-attempt.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { places } from '../people/model.ts';
import { triagePlaceOf } from '../people/triage-place.ts';
import { monthAfter } from '../time/months.ts';
import { ownerAnswered } from './answer.ts';
import { ownerAsked } from './ask-owner.ts';
import { ownerCard, toldCard } from './cards.ts';
import { controlChanged, endBarrier } from './change.ts';
import { hasNothingToSay, leadersCard } from './leaders-card.ts';
import { leadersDue } from './leaders-job.ts';
import type { ControlRecord } from './model.ts';
import { controlSchema } from './model.ts';
import { ownedOf } from './owner-side.ts';
import type { AuditParts } from './parts.ts';
import { readLeaders } from './read-leaders.ts';
import { changeRecord, recordOf } from './records.ts';
import { standingAtControl } from './show.ts';

const askName = 'audit/owned';
const toldName = 'audit/told';
const leadersName = 'audit/leaders';

// Who agreed to be thanked may take that back much later: the card is redrawn then.
const keepDays = 730;
const mostPlaces = 200;

const codeSchema = controlSchema.shape.control;

/** The card for leaders stands once in a place for each month, whatever asks for it. */
const leadersKey = (month: string, placeId: string): string => `leaders/${month}>${placeId}`;

const leadersPost = (tenantId: string, month: string, placeId: string): PlannedDelivery => ({
  receiver: { kind: 'place', tenantId, placeId },
  card: leadersName,
  about: { tenant: tenantId, month },
  urgency: 'notice',
  key: leadersKey(month, placeId),
  keepDays,
});

/** Sends what the audit has to say, ends barriers, and keeps the cards for leaders right. */
export function auditListeners(parts: AuditParts): readonly Listener[] {
  const { store, relay, localDate } = parts;
  const monthOf = (instant: string) => localDate(new Date(instant)).slice(0, 7);

  const onDue: Listener = {
    event: leadersDue,
    async *plan({ partition: tenantId, documentId, data: { month = '' } }, reads) {
      const place = (await reads.get(places, tenantId, documentId))?.body;
      if (place) yield [leadersPost(tenantId, month, place.placeId)];
    },
  };
  const redrawn = async (
    tenantId: string,
    event: string,
    months: (present: string) => readonly string[],
  ): Promise<readonly PlannedDelivery[]> => {
    const { documents } = await store.query(places, tenantId, {
      where: { leadersMonth: { above: '' } },
      limit: mostPlaces,
    });
    return documents.flatMap(({ body: { placeId, leadersMonth = '' } }) =>
      [...new Set(months(leadersMonth))].map((month) => {
        const post = leadersPost(tenantId, month, placeId);
        const updates = leadersKey(month, placeId);
        return { ...post, key: `${event}>${updates}`, updates };
      }),
    );
  };
  const onAsked: Listener = {
    event: ownerAsked,
    async *plan({ partition: tenantId, documentId: control, data: { asked = '' } }, reads) {
      const { asked: question } = await recordOf(reads, tenantId, codeSchema.parse(control));
      if (!question || String(question.n) !== asked) return;
      const receiver = { kind: 'person', tenantId, personId: question.of.personId } as const;
      yield [{ receiver, card: askName, about: { tenant: tenantId, control, asked }, urgency: 'notice' }];
    },
  };
  const onAnswered: Listener = {
    event: ownerAnswered,
    async *plan({ id, partition: tenantId, documentId: control }, reads) {
      const triage = await triagePlaceOf(reads, tenantId);
      if (triage) {
        const receiver = { kind: 'place', tenantId, placeId: triage.placeId } as const;
        yield [{ receiver, card: toldName, about: { tenant: tenantId, control }, urgency: 'notice' }];
      }
      yield await redrawn(tenantId, id, (present) => [present]);
    },
  };
  const onChanged: Listener = {
    event: controlChanged,
    async *plan({ partition: tenantId, documentId, data: { change: id = '' } }, reads) {
      yield [];
      const { changes } = await recordOf(reads, tenantId, codeSchema.parse(documentId));
      const change = changes.find((one) => one.id === id);
      for (const reference of change?.barriers ?? []) {
        const ended = await changeSubmission(store, tenantId, reference, (current) =>
          change ? endBarrier(current, change, localDate(new Date(change.at))) : undefined,
        );
        if (ended?.eventsPending) relay(submissions, tenantId, reference);
      }
    },
  };
  const onThanks: Listener = {
    event: thanksChanged,
    async *plan({ id, partition: tenantId, data: { why, before = '' } }) {
      if (why === 'takenBack') yield await redrawn(tenantId, id, () => [monthAfter(monthOf(before))]);
    },
  };
  const onRedacted: Listener = {
    event: stepEvent('redacted'),
    async *plan({ id, partition: tenantId, documentId }, reads) {
      const thanks = (await submissionOf(reads, tenantId, documentId))?.thanks;
      if (thanks) yield await redrawn(tenantId, id, () => [monthAfter(monthOf(thanks.at))]);
    },
  };
  const mark = (event: string, unreachable: boolean): Listener => ({
    event,
    async *plan({ data: { tenant, control, asked: n } }) {
      yield [];
      if (!tenant || !control || !n) return;
      await changeRecord(parts, tenant, codeSchema.parse(control), (record) =>
        withUnreachable(record, n, unreachable),
      );
    },
  });
  return [
    onDue,
    onAsked,
    onAnswered,
    onChanged,
    onThanks,
    onRedacted,
    mark(deliveryUnreachable, true),
    mark(deliveryReached, false),
  ];
}

function withUnreachable(record: ControlRecord, n: string, unreachable: boolean): ControlRecord | undefined {
  const { asked } = record;
  if (!asked || String(asked.n) !== n || (asked.unreachable ?? false) === unreachable) return undefined;
  return { ...record, asked: { ...asked, unreachable } };
}

/** Draws what the audit sends from how things stand at that moment. */
export function auditDeliveries(parts: AuditParts): readonly DeliveryCard[] {
  const { store, words, clock, controlOwners } = parts;
  return [
    {
      name: askName,
      whenInDoubt: 'leave',
      async draw({ receiver, about: { tenant = '', control } }) {
        const code = codeSchema.parse(control);
        // The setting may have changed since: who owns nothing reads nothing.
        if (receiver.kind !== 'person' || controlOwners[code] !== receiver.personId) return undefined;
        const standing = await standingAtControl(parts, tenant, code);
        if (standing.barriers.length === 0) return undefined;
        return ownerCard(words, code, standing, ownedOf(standing), 0);
      },
    },
    {
      name: toldName,
      whenInDoubt: 'sendAgain',
      async draw({ about: { tenant = '', control } }) {
        const code = codeSchema.parse(control);
        const { answer } = await recordOf(store, tenant, code);
        return answer && toldCard(words, code, answer);
      },
    },
    {
      name: leadersName,
      whenInDoubt: 'leave',
      async draw({ about: { tenant = '', month = '' }, updates }) {
        const leaders = await readLeaders(parts, tenant, month);
        // One that stands is drawn anew all the same: it may show a name that must go.
        if (updates === undefined && hasNothingToSay(leaders)) return undefined;
        return leadersCard(words, leaders, clock.now());
      },
    },
  ];
}
