import type { Collection } from './collection.ts';
import { DocumentChanged, type DocumentStore, type StoredDocument } from './document-store.ts';

const usualAttempts = 8;

/**
 * Reads a document, asks `change` for its next body and writes that under the etag; when somebody wrote
 * meanwhile, asks again with the fresh document. `change` returns undefined to leave the document as it is.
 * Returns the document as it now stands, or undefined when there is none. What `change` throws comes through;
 * throws DocumentChanged after eight lost races.
 */
export async function changeDocument<B extends object>(
  store: DocumentStore,
  collection: Collection<B>,
  partition: string,
  id: string,
  change: (body: B) => B | undefined,
): Promise<StoredDocument<B> | undefined> {
  return againWhenChanged(async () => {
    const current = await store.get(collection, partition, id);
    if (!current) return undefined;
    const next = change(current.body);
    return next ? store.replace(collection, current, next) : current;
  });
}

/**
 * Does work that reads documents and writes them under their etags; when somebody wrote meanwhile, does it again.
 * Throws DocumentChanged after so many lost races, and at once whatever else the work throws.
 */
export async function againWhenChanged<R>(
  work: () => Promise<R>,
  attempts: number = usualAttempts,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DocumentChanged) || attempt === attempts) throw error;
    }
  }
}
