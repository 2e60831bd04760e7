import { noEvents, withEvent } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import { DocumentExists, type StoredDocument } from '../store/document-store.ts';
import { readCandidates } from './candidates.ts';
import { afterEdition, composeEdition } from './compose-edition.ts';
import {
  type Edition,
  editionId,
  editions,
  type Occasion,
  type Subscription,
  subscriptions,
} from './model.ts';
import type { DigestParts } from './parts.ts';

export const editionComposed = 'edition.composed';

// Articles of one poll carry one instant and are written one after the other. An edition that is due leaves the last
// moments to the next, so that it never cuts such a row in two; who asks for one wants what is there.
const settlesWithinMs = 2 * 60 * 1000;

/**
 * Composes the edition of an occasion and writes it with the event that sends it; when it is there already, from an
 * earlier try or another replica, returns that one. Undefined when there is nothing new.
 */
export async function publishEdition(
  parts: DigestParts,
  { id: subscription, partition: tenantId, body }: StoredDocument<Subscription>,
  occasion: Occasion,
): Promise<StoredDocument<Edition> | undefined> {
  const id = editionId(subscription, occasion);
  const published =
    (await parts.store.get(editions, tenantId, id)) ??
    (await compose(parts, tenantId, subscription, body, occasion.because, id));
  if (published) parts.relay(editions, tenantId, id);
  return published;
}

async function compose(
  { store, clock, telemetry }: DigestParts,
  tenantId: string,
  subscription: string,
  body: Subscription,
  because: Edition['because'],
  id: string,
): Promise<StoredDocument<Edition> | undefined> {
  const now = clock.now();
  const settles = because === 'due' && body.lastEditionAt !== undefined;
  const cutOff = settles ? new Date(now.getTime() - settlesWithinMs) : now;
  const content = composeEdition(body, await readCandidates(store, tenantId, body, cutOff), cutOff);
  if (!content) {
    telemetry.count('digests.nothingNew');
    return undefined;
  }
  const at = now.toISOString();
  const edition = withEvent(
    { subscriptionId: subscription, placeId: body.placeId, ...content, composedAt: at, because, ...noEvents },
    { id: `editions/${id}/1`, type: editionComposed, at, data: { subscription } },
  );
  try {
    const created = await store.create(editions, tenantId, { id, body: edition });
    telemetry.count('digests.composed');
    return created;
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    return store.get(editions, tenantId, id);
  }
}

/** Notes on its subscription what an edition told, so that no later one tells it again. */
export const noteTold = (
  { store }: Pick<DigestParts, 'store'>,
  tenantId: string,
  edition: Edition,
): Promise<StoredDocument<Subscription> | undefined> =>
  changeDocument(store, subscriptions, tenantId, edition.subscriptionId, (body) =>
    afterEdition(body, edition),
  );
