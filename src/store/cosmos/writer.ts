import type { Database } from '@azure/cosmos';
import type { Clock } from '../../time/clock.ts';
import type { Collection } from '../collection.ts';
import { isKey } from '../document-rules.ts';
import {
  DocumentChanged,
  DocumentExists,
  type DocumentStore,
  type NewDocument,
  type StoredDocument,
} from '../document-store.ts';
import type { Call } from './call.ts';
import { containerMissing, type Refusal } from './failure.ts';
import { isExpired, itemId, type NewItem, newItem, readItem } from './item.ts';

const atOnce = 20;

/** Writes single items, each under its etag where one is given. */
export function createWriter(
  database: Database,
  clock: Clock,
  call: Call,
): Pick<DocumentStore, 'create' | 'replace' | 'remove' | 'createMany'> {
  const itemOf = (collection: Collection<object>, item: Pick<NewItem, 'id' | 'partition'>) =>
    database.container(collection.name).item(item.id, item.partition);

  const ifMatching = (etag: string | undefined) =>
    etag === undefined ? {} : { accessCondition: { type: 'IfMatch', condition: etag } };

  function insert(collection: Collection<object>, item: NewItem) {
    return call({ operation: 'create', collection: collection.name }, (abortSignal) =>
      database.container(collection.name).items.create(item, { abortSignal }),
    );
  }

  async function removeItem(
    collection: Collection<object>,
    item: Pick<NewItem, 'id' | 'partition'>,
    etag: string | undefined,
  ): Promise<Refusal | undefined> {
    const outcome = await call({ operation: 'remove', collection: collection.name }, (abortSignal) =>
      itemOf(collection, item).delete({ abortSignal, ...ifMatching(etag) }),
    );
    return outcome.refused;
  }

  /** Frees an id whose document has expired and was not cleared away by Cosmos DB yet. */
  async function cleared(collection: Collection<object>, item: NewItem): Promise<boolean> {
    if (!collection.expiresAt) return false;
    const outcome = await call({ operation: 'get', collection: collection.name }, (abortSignal) =>
      itemOf(collection, item).read({ abortSignal }),
    );
    if (outcome.refused) return true;
    const standing = readItem(outcome.response.resource);
    if (!isExpired(standing, clock.now())) return false;
    await removeItem(collection, item, standing._etag);
    return true;
  }

  /** The etag, or undefined when the id is taken. */
  async function create(collection: Collection<object>, item: NewItem): Promise<string | undefined> {
    let outcome = await insert(collection, item);
    if (outcome.refused === 'taken' && (await cleared(collection, item)))
      outcome = await insert(collection, item);
    if (outcome.refused === 'taken') return undefined;
    if (outcome.refused) throw containerMissing(collection.name);
    return outcome.response.etag;
  }

  return {
    async create(collection, partition, { id, body }) {
      const etag = await create(collection, newItem(collection, partition, id, body, clock.now()));
      if (etag === undefined) throw new DocumentExists(collection.name, id);
      return { id, partition, etag, body };
    },

    async replace(collection, { partition, id, etag }, body) {
      const item = newItem(collection, partition, id, body, clock.now());
      const outcome = await call({ operation: 'replace', collection: collection.name }, (abortSignal) =>
        itemOf(collection, item).replace(item, { abortSignal, ...ifMatching(etag) }),
      );
      if (outcome.refused) throw new DocumentChanged(collection.name, id);
      return { id, partition, etag: outcome.response.etag, body };
    },

    async remove(collection, partition, id, ifMatch) {
      if (!isKey(partition) || !isKey(id)) return;
      const refused = await removeItem(collection, { id: itemId(id), partition }, ifMatch);
      if (refused === 'changed') throw new DocumentChanged(collection.name, id);
    },

    async createMany<B extends object>(
      collection: Collection<B>,
      partition: string,
      documents: readonly NewDocument<B>[],
    ) {
      const now = clock.now();
      const given = documents.map(({ id, body }) => ({
        id,
        body,
        item: newItem(collection, partition, id, body, now),
      }));
      const created: StoredDocument<B>[] = [];
      for (let start = 0; start < given.length; start += atOnce) {
        const group = given.slice(start, start + atOnce);
        const etags = await Promise.all(group.map(({ item }) => create(collection, item)));
        for (const [at, { id, body }] of group.entries()) {
          const etag = etags[at];
          if (etag !== undefined) created.push({ id, partition, etag, body });
        }
      }
      return created;
    },
  };
}
