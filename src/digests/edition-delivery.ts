import type { Delivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { articles, cases } from '../reading/model.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { editionCard, type Told } from './edition-card.ts';
import { type Edition, editions, subscriptions } from './model.ts';
import type { DigestParts } from './parts.ts';
import { editionComposed, noteTold } from './publish-edition.ts';

const card = 'digests/edition';

/** Sends an edition to its place, after noting once more what it told: who composed it may have crashed before. */
export const sendEdition = (parts: Pick<DigestParts, 'store'>): Listener => ({
  event: editionComposed,
  async *plan({ partition: tenantId, documentId }) {
    const edition = await parts.store.get(editions, tenantId, documentId);
    if (!edition) return;
    await noteTold(parts, tenantId, edition.body);
    const { placeId } = edition.body;
    yield [
      {
        receiver: { kind: 'place', tenantId, placeId },
        card,
        about: { edition: documentId },
        urgency: 'digest',
      },
    ];
  },
});

/**
 * Draws an edition from what it lists and is still there. Nothing when all its articles are gone, when its place is,
 * or when the digest was stopped meanwhile.
 */
export const editionDelivery = ({ store, words }: Pick<DigestParts, 'store' | 'words'>): DeliveryCard => ({
  name: card,
  whenInDoubt: 'leave',
  async draw(delivery: Delivery) {
    const { tenantId } = delivery.receiver;
    const edition = (await store.get(editions, tenantId, delivery.about.edition ?? ''))?.body;
    const told = edition && (await readTold(store, tenantId, edition));
    return told && editionCard(words, told);
  },
});

async function readTold(store: DocumentStore, tenantId: string, edition: Edition): Promise<Told | undefined> {
  const subscription = (await store.get(subscriptions, tenantId, edition.subscriptionId))?.body;
  if (!subscription || subscription.state === 'placeGone') return undefined;
  if (edition.because === 'due' && subscription.state === 'stopped') return undefined;
  const found = await Promise.all(edition.articleIds.map((id) => store.get(articles, tenantId, id)));
  const [lead, ...others] = found.filter((article) => article !== undefined);
  if (!lead) return undefined;
  const study = edition.caseId === undefined ? undefined : await store.get(cases, tenantId, edition.caseId);
  return { edition, schedule: subscription.schedule, articles: [lead, ...others], study };
}
