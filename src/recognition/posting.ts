import type { Submission } from '../ideas/model.ts';
import { stepEvent, submissionOf } from '../ideas/steps.ts';
import { thankedName, thanksChanged } from '../ideas/thanks.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { placeDocumentId, places } from '../people/model.ts';
import { thanksCard } from './cards.ts';
import type { RecognitionParts } from './parts.ts';

const cardName = 'recognition/thanks';

// Consent may be taken back much later: the card is redrawn then.
const keepDays = 730;

type Place = NonNullable<Submission['thanks']>['places'][number];

/** An idea is thanked for once in a channel, unless its author took their consent back before it was said. */
export const thanksKey = (reference: string, { placeId, round }: Place): string =>
  `thanks/${reference}/${round}>${placeId}`;

/** Says thank you where that was chosen, and redraws it when the author's word or the idea's words change. */
export function thanksListeners(): readonly Listener[] {
  const posts = (tenantId: string, { reference, thanks }: Submission) =>
    (thanks?.places ?? []).map((place): PlannedDelivery & { readonly key: string } => ({
      receiver: { kind: 'place', tenantId, placeId: place.placeId },
      card: cardName,
      about: { tenant: tenantId, thanked: reference },
      urgency: 'digest',
      key: thanksKey(reference, place),
      keepDays,
    }));
  const redraws = (tenantId: string, submission: Submission, event: string) =>
    posts(tenantId, submission).map((post) => ({ ...post, key: `${event}>${post.key}`, updates: post.key }));
  return [
    {
      event: thanksChanged,
      async *plan({ id, partition: tenantId, documentId, data: { why } }, reads) {
        const submission = await submissionOf(reads, tenantId, documentId);
        if (!submission) return;
        yield why === 'chosen' ? posts(tenantId, submission) : redraws(tenantId, submission, id);
      },
    },
    {
      event: stepEvent('redacted'),
      async *plan({ id, partition: tenantId, documentId }, reads) {
        const submission = await submissionOf(reads, tenantId, documentId);
        if (submission?.thanks) yield redraws(tenantId, submission, id);
      },
    },
  ];
}

/** Nothing is posted without consent, or where nobody is thanked any more; what stands is redrawn without the name. */
export const thanksDelivery = ({
  store,
  words,
}: Pick<RecognitionParts, 'store' | 'words'>): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'leave',
  async draw({ about: { tenant = '', thanked = '' }, receiver, updates }) {
    const submission = await submissionOf(store, tenant, thanked);
    if (!submission) return undefined;
    if (updates !== undefined) return thanksCard(words, submission);
    if (thankedName(submission) === undefined || receiver.kind !== 'place') return undefined;
    const place = await store.get(places, tenant, placeDocumentId(receiver.placeId));
    return place?.body.thanks === 'no' ? undefined : thanksCard(words, submission);
  },
});
