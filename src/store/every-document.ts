import type { Collection } from './collection.ts';
import type { DocumentStore, Query, StoredDocument } from './document-store.ts';

/**
 * What a query finds, one document after the other in its order; `limit` is how many are read at a time. A page is read
 * when the one before it is used up. Throws what the store throws.
 */
export async function* everyDocument<B extends object, F extends string>(
  store: DocumentStore,
  collection: Collection<B, F>,
  partition: string,
  query: Omit<Query<F>, 'after'>,
): AsyncGenerator<StoredDocument<B>> {
  for await (const page of everyPage(store, collection, partition, query)) yield* page;
}

/** The same a page at a time, for what is done to many at once. None of them is empty. */
export async function* everyPage<B extends object, F extends string>(
  store: DocumentStore,
  collection: Collection<B, F>,
  partition: string,
  query: Omit<Query<F>, 'after'>,
): AsyncGenerator<readonly StoredDocument<B>[]> {
  let after: string | undefined;
  do {
    const page = await store.query(collection, partition, { ...query, after });
    if (page.documents.length > 0) yield page.documents;
    after = page.continuation;
  } while (after !== undefined);
}
