import type { DueDates } from '../ideas/due-dates.ts';
import { openStates } from '../ideas/lifecycle.ts';
import { type HistoryEntry, type Submission, submissions } from '../ideas/model.ts';
import { counted } from '../ideas/recount.ts';
import { reachChanged, stepEvent, submissionOf } from '../ideas/steps.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { triagePlaced, triagePlaceOf } from '../people/triage-place.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { triageCard } from './cards.ts';

const cardName = 'triage/card';

// A card is redrawn for as long as its idea may change; a parked one sleeps for months.
const keepDays = 730;

const laterSteps: readonly HistoryEntry['what'][] = [
  'taken',
  'asked',
  'answered',
  'decided',
  'corrected',
  'edited',
  'linked',
  'withdrawn',
  'askedAgain',
  'kindChosen',
  'published',
  'updated',
];

/** One card for each submission and channel, however many events call for it; one more each time its author asks again. */
const cardKey = (placeId: string, reference: string, asked?: string): string =>
  asked === undefined ? `triage/${reference}>${placeId}` : `triage/${reference}/${asked}>${placeId}`;

const cardKeys = (placeId: string, { reference, history }: Submission): readonly string[] => [
  cardKey(placeId, reference),
  ...history
    .filter(({ what }) => what === 'askedAgain')
    .map(({ n }) => cardKey(placeId, reference, String(n))),
];

function post(tenantId: string, placeId: string, reference: string, asked?: string): PlannedDelivery {
  return {
    receiver: { kind: 'place', tenantId, placeId },
    card: cardName,
    about: { tenant: tenantId, triaged: reference },
    urgency: 'notice',
    key: cardKey(placeId, reference, asked),
    keepDays,
  };
}

/** Posts a card for each submission, redraws it after each step, and catches up when a channel is chosen. */
export function triageListeners(store: DocumentStore): readonly Listener[] {
  const onSubmitted: Listener = {
    event: stepEvent('submitted'),
    async *plan({ partition: tenantId, documentId }) {
      const triage = await triagePlaceOf(store, tenantId);
      if (triage) yield [post(tenantId, triage.placeId, documentId)];
    },
  };
  const redraw = (event: string): Listener => ({
    event,
    async *plan({ id, partition: tenantId, documentId }) {
      const triage = await triagePlaceOf(store, tenantId);
      const submission = triage && (await submissionOf(store, tenantId, documentId));
      if (!submission) return;
      const card = post(tenantId, triage.placeId, documentId);
      yield cardKeys(triage.placeId, submission).map((updates) => ({
        ...card,
        key: `${id}>${updates}`,
        updates,
      }));
    },
  });
  // Its card of then stands far up in the channel: who reads the channel sees it come anew.
  const onAskedAgain: Listener = {
    event: stepEvent('askedAgain'),
    async *plan({ partition: tenantId, documentId, data: { entry = '' } }) {
      const triage = await triagePlaceOf(store, tenantId);
      if (triage) yield [post(tenantId, triage.placeId, documentId, entry)];
    },
  };
  const onPlaced: Listener = {
    event: triagePlaced,
    async *plan({ partition: tenantId, data: { place = '' } }) {
      let after: string | undefined;
      do {
        const page = await store.query(submissions, tenantId, {
          where: { state: { in: openStates } },
          orderBy: { field: 'createdAt', direction: 'ascending' },
          limit: 100,
          after,
        });
        yield page.documents.map(({ id }) => post(tenantId, place, id));
        after = page.continuation;
      } while (after);
    },
  };
  return [
    onSubmitted,
    onSubmitted,
    onAskedAgain,
    onPlaced,
    ...laterSteps.map((step) => redraw(stepEvent(step))),
    redraw(reachChanged),
    redraw(counted),
  ];
}

export const triageDeliveryCard = (
  store: DocumentStore,
  words: Words,
  dueDates: (submission: Submission) => DueDates,
): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ about }) {
    const submission = await submissionOf(store, about.tenant ?? '', about.triaged ?? '');
    return submission && triageCard(words, submission, dueDates(submission));
  },
});
