import type { HistoryEntry } from '../ideas/history.ts';
import { counted } from '../ideas/recount.ts';
import { reachChanged, stepEvent, submissionOf, workChanged } from '../ideas/steps.ts';
import { thanksChanged } from '../ideas/thanks.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener, Reads } from '../outbox/listener.ts';
import { triagePlaceFor } from '../people/triage-place.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { cardKeys, cardName, isPostedAnew, post, postedAnew } from './card-keys.ts';
import { triageCard } from './cards.ts';
import { clockStruck } from './clock-job.ts';
import { opinionAsked } from './opinion.ts';
import { routeListeners } from './route/route-listeners.ts';
import type { TriageParts } from './work-on.ts';

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
  'assigned',
  'reopened',
  'woken',
  'merged',
  'absorbed',
  'trialPlanned',
  'checkedIn',
  'verdictAsked',
  'extended',
  'benefitsAsked',
  'benefitsReported',
  'spread',
  'spreadResult',
  'redacted',
];

/** Posts a card for each submission, redraws it after each step, and catches up when a channel is chosen. */
export function triageListeners(store: DocumentStore): readonly Listener[] {
  const routed = async (reads: Reads, tenantId: string, reference: string) => {
    const submission = await submissionOf(reads, tenantId, reference);
    const stay = submission && (await triagePlaceFor(reads, tenantId, submission.service));
    return stay && { submission, stay };
  };
  const onSubmitted: Listener = {
    event: stepEvent('submitted'),
    async *plan({ partition: tenantId, documentId }, reads) {
      const found = await routed(reads, tenantId, documentId);
      if (found) yield [post(tenantId, found.stay, documentId)];
    },
  };
  const redraw = (event: string): Listener => ({
    event,
    async *plan({ id, partition: tenantId, documentId }, reads) {
      const found = await routed(reads, tenantId, documentId);
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
    async *plan({ partition: tenantId, documentId, data: { entry = '' } }, reads) {
      const found = await routed(reads, tenantId, documentId);
      const made = found?.submission.history.find(({ n }) => String(n) === entry);
      if (found && made && isPostedAnew(made)) yield [post(tenantId, found.stay, documentId, entry)];
    },
  });
  return [
    onSubmitted,
    ...postedAnew.map(onAfresh),
    ...routeListeners(store),
    ...laterSteps.map((step) => redraw(stepEvent(step))),
    redraw(reachChanged),
    redraw(counted),
    redraw(workChanged),
    redraw(opinionAsked),
    redraw(clockStruck),
    redraw(thanksChanged),
  ];
}

export const triageDeliveryCard = ({ store, words, dueDates, clock }: TriageParts): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ about }) {
    const submission = await submissionOf(store, about.tenant ?? '', about.triaged ?? '');
    return submission && triageCard(words, submission, dueDates(submission), clock.now());
  },
});
