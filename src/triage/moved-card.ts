import type { Submission } from '../ideas/model.ts';
import { submissionOf } from '../ideas/steps.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import { triagePlaceFor } from '../people/triage-place.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { cardKeys, keepDays, type Stay } from './card-keys.ts';

const movedCard = 'triage/moved';

/** Closes the cards of a submission in a channel where it is not decided any more; those that never stood there are left. */
export const closeCards = (
  eventId: string,
  tenantId: string,
  stay: Stay,
  submission: Submission,
): readonly PlannedDelivery[] =>
  cardKeys(stay, submission).map((updates) => ({
    receiver: { kind: 'place', tenantId, placeId: stay.placeId },
    card: movedCard,
    about: { tenant: tenantId, triaged: submission.reference, stay: String(stay.moves) },
    urgency: 'notice',
    key: `${eventId}>moved>${updates}`,
    updates,
    keepDays,
  }));

/** Draws what stays in the channel that an idea has left; nothing when it has come back meanwhile. */
export const movedDeliveryCard = (store: DocumentStore, words: Words): DeliveryCard => ({
  name: movedCard,
  whenInDoubt: 'sendAgain',
  async draw({ about, receiver }) {
    const tenantId = about.tenant ?? '';
    const submission = await submissionOf(store, tenantId, about.triaged ?? '');
    if (!submission) return undefined;
    const now = await triagePlaceFor(store, tenantId, submission.service);
    const isHere = receiver.kind === 'place' && now?.placeId === receiver.placeId;
    if (isHere && String(now.moves) === about.stay) return undefined;
    const { title, reference } = submission;
    return {
      card: movedCard,
      data: { title, reference },
      summary: words.say('triage.moved.summary', { title }),
    };
  },
});
