import { DocumentExists, type DocumentStore, type StoredDocument } from '../store/document-store.ts';
import { type Subscription, subscriptionId, subscriptions } from './model.ts';
import { changeSubscription } from './together/leave.ts';

/** The place that a digest is for, and who speaks for it. */
export interface Asking {
  readonly tenantId: string;
  /** The channel or group chat; of a person's own digest `ownPlaceId`. */
  readonly placeId: string;
  readonly personId: string;
}

/** Stands in place of a conversation in a person's own subscription. */
export const ownPlaceId = (personId: string): string => `person:${personId}`;

export const isPersonal = ({ placeId, personId }: Asking): boolean => placeId === ownPlaceId(personId);

/** Changes the subscription of a place, or starts it with `fresh` when it never had one. */
export async function changeOrStart(
  store: DocumentStore,
  { tenantId, placeId }: Pick<Asking, 'tenantId' | 'placeId'>,
  fresh: Omit<Subscription, 'placeId' | 'casesTold' | 'recent' | 'lastEditionAt'>,
  change: (present: Subscription) => Subscription | undefined,
): Promise<StoredDocument<Subscription>> {
  const id = subscriptionId(tenantId, placeId);
  const changed = await changeSubscription(store, tenantId, id, change);
  if (changed) return changed;
  try {
    return await store.create(subscriptions, tenantId, {
      id,
      body: { ...fresh, placeId, casesTold: {}, recent: [] },
    });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    return changeOrStart(store, { tenantId, placeId }, fresh, change);
  }
}

/** Sets the state of a place's subscription; undefined when it never had one. */
export async function setState(
  store: DocumentStore,
  { tenantId, placeId }: Pick<Asking, 'tenantId' | 'placeId'>,
  state: Subscription['state'],
): Promise<Subscription | undefined> {
  const id = subscriptionId(tenantId, placeId);
  const changed = await changeSubscription(store, tenantId, id, (body) =>
    body.state === state ? undefined : { ...body, state },
  );
  return changed?.body;
}

/**
 * Ends a subscription by its id. One that comes by e-mail and by Teams goes on by Teams when only the letters end.
 */
export async function stopSubscription(
  store: DocumentStore,
  tenantId: string,
  id: string,
  what: 'mail' | 'all',
): Promise<void> {
  await changeSubscription(store, tenantId, id, (body): Subscription | undefined => {
    if (what === 'mail' && body.personal?.by === 'both')
      return { ...body, personal: { ...body.personal, by: 'teams' } };
    if (what === 'mail' && body.personal?.by === 'teams') return undefined;
    return body.state === 'stopped' ? undefined : { ...body, state: 'stopped' };
  });
}
