import { collections } from '../../src/collections.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';

/** Every document of every collection, as text. */
export async function everyDocument(store: DocumentStore): Promise<readonly string[]> {
  const found: string[] = [];
  for (const collection of collections) {
    let after: string | undefined;
    do {
      const page = await store.scan(collection, { limit: 500, after });
      found.push(...page.documents.map((document) => JSON.stringify(document)));
      after = page.continuation;
    } while (after);
  }
  return found;
}
