import type { DueDates } from '../ideas/due-dates.ts';
import type { HistoryEntry, Submission } from '../ideas/model.ts';
import { counted } from '../ideas/recount.ts';
import { reachChanged, stepEvent, submissionOf } from '../ideas/steps.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { triagePlaceFor } from '../people/triage-place.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { cardKeys, cardName, post, postedAnew } from './card-keys.ts';
import { triageCard } from './cards.ts';
import { routeListeners } from './route-listeners.ts';

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

/** Posts a card for each submission, redraws it after each step, and catches up when a channel is chosen. */
export function triageListeners(store: DocumentStore): readonly Listener[] {
  const routed = async (tenantId: string, reference: string) => {
    const submission = await submissionOf(store, tenantId, reference);
    const stay = submission && (await triagePlaceFor(store, tenantId, submission.service));
    return stay && { submission, stay };
  };
  const onSubmitted: Listener = {
    event: stepEvent('submitted'),
    async *plan({ partition: tenantId, documentId }) {
      const found = await routed(tenantId, documentId);
      if (found) yield [post(tenantId, found.stay, documentId)];
    },
  };
  const redraw = (event: string): Listener => ({
    event,
    async *plan({ id, partition: tenantId, documentId }) {
      const found = await routed(tenantId, documentId);
      if (!found) return;
      const card = post(tenantId, found.stay, documentId);
      yield cardKeys(found.stay, found.submission).map((updates) => ({
        ...card,
        key: `${id}>${updates}`,
        updates,
      }));
    },
  });
  // Its card of then stands far up in the channel: who reads the channel sees it come anew.
  const onAfresh = (step: HistoryEntry['what']): Listener => ({
    event: stepEvent(step),
    async *plan({ partition: tenantId, documentId, data: { entry = '' } }) {
      const found = await routed(tenantId, documentId);
      if (found) yield [post(tenantId, found.stay, documentId, entry)];
    },
  });
  return [
    onSubmitted,
    ...postedAnew.map(onAfresh),
    ...routeListeners(store),
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
