import type { Collection } from './collection.ts';
import type { DocumentStore } from './document-store.ts';

/** How many documents each collection has, in the order of the collections. */
export const totals = (
  store: DocumentStore,
  collections: readonly Collection<object>[],
): Promise<readonly number[]> =>
  Promise.all(collections.map(async (collection) => (await store.scan(collection, { limit: 1 })).total ?? 0));
