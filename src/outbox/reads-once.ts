import type { Collection } from '../store/collection.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import type { Reads } from './listener.ts';

interface Read<B extends object> {
  readonly collection: Collection<B>;
  readonly document: Promise<StoredDocument<B> | undefined>;
}

/** Reads each document once, and `known` not at all. What failed is asked for again. */
export function readsOnce<K extends object>(
  store: Pick<DocumentStore, 'get'>,
  collection: Collection<K>,
  known: StoredDocument<K>,
): Reads {
  const done = new Map<string, Read<object>>();
  done.set(keyOf(collection, known.partition, known.id), { collection, document: Promise.resolve(known) });
  return {
    get<B extends object>(collection: Collection<B>, partition: string, id: string) {
      const key = keyOf(collection, partition, id);
      const before = done.get(key);
      if (before && isOf(collection, before)) return before.document;
      const document = store.get(collection, partition, id);
      done.set(key, { collection, document });
      document.catch(() => done.delete(key));
      return document;
    },
  };
}

const keyOf = ({ name }: Collection<object>, partition: string, id: string): string =>
  JSON.stringify([name, partition, id]);

const isOf = <B extends object>(collection: Collection<B>, read: Read<object>): read is Read<B> =>
  read.collection === collection;
