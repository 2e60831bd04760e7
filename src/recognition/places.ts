import { findSubscription } from '../digests/service.ts';
import type { Submission } from '../ideas/model.ts';
import { bucketOf } from '../outbox/bucket.ts';
import { deliveries } from '../outbox/delivery.ts';
import { deliveryId } from '../outbox/delivery-id.ts';
import { type KnownChannel, knownChannels } from '../people/channels.ts';
import { placeDocumentId, places } from '../people/model.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { RecognitionParts } from './parts.ts';
import { thanksKey } from './posting.ts';

const mostSet = 1000;

/** Whether people are thanked in a channel: as somebody there has said; otherwise where there is a digest. */
export async function takesThanks(
  store: DocumentStore,
  tenantId: string,
  placeId: string,
): Promise<'yes' | 'no' | 'digest'> {
  const set = (await store.get(places, tenantId, placeDocumentId(placeId)))?.body.thanks;
  if (set) return set;
  const subscription = await findSubscription({ store }, { tenantId, placeId });
  return subscription?.state === 'active' ? 'digest' : 'no';
}

/** The channels in which an idea may still be thanked for. */
export async function channelsFor(
  { store, directory }: Pick<RecognitionParts, 'store' | 'directory'>,
  tenantId: string,
  submission: Submission,
): Promise<readonly KnownChannel[]> {
  const [known, set] = await Promise.all([
    knownChannels(store, directory, tenantId),
    store.query(places, tenantId, { where: { thanks: { in: ['yes', 'no'] } }, limit: mostSet }),
  ]);
  const said = new Map(set.documents.map(({ id, body }) => [id, body.thanks]));
  const fits = async ({ id, placeId }: KnownChannel): Promise<boolean> => {
    const chosen = said.get(id);
    if (chosen === 'no') return false;
    const subscription =
      chosen === 'yes' ? undefined : await findSubscription({ store }, { tenantId, placeId });
    if (chosen !== 'yes' && subscription?.state !== 'active') return false;
    return !(await isThankedIn(store, tenantId, submission, placeId));
  };
  const fitting = await Promise.all(known.map(fits));
  return known.filter((_, index) => fitting[index]);
}

/** Whether the thanks for an idea stand in a channel, or are on their way there. */
async function isThankedIn(
  store: DocumentStore,
  tenantId: string,
  { reference, thanks }: Submission,
  placeId: string,
): Promise<boolean> {
  const place = thanks?.places.find((one) => one.placeId === placeId);
  if (!place) return false;
  // Chosen just now, and not planned yet.
  if (place.round === thanks?.round) return true;
  const receiver = { kind: 'place', tenantId, placeId } as const;
  const id = deliveryId(thanksKey(reference, place));
  const state = (await store.get(deliveries, bucketOf(receiver), id))?.body.state;
  return state !== undefined && state !== 'dropped' && state !== 'dead';
}
