import type { Telemetry } from '../telemetry/telemetry.ts';
import type { DocumentStore } from './document-store.ts';

/**
 * The same store, whose every call is recorded as `store.callMs` with its operation, its collection and whether it
 * succeeded: how many there are shows what a use case costs, how long they take shows how the store is.
 */
export function meteredStore(store: DocumentStore, telemetry: Telemetry): DocumentStore {
  async function metered<R>(operation: string, collection: string, call: () => Promise<R>): Promise<R> {
    const start = performance.now();
    let succeeded = false;
    try {
      const result = await call();
      succeeded = true;
      return result;
    } finally {
      telemetry.record('store.callMs', performance.now() - start, { operation, collection, succeeded });
    }
  }

  return {
    get: (collection, ...rest) => metered('get', collection.name, () => store.get(collection, ...rest)),
    create: (collection, ...rest) =>
      metered('create', collection.name, () => store.create(collection, ...rest)),
    replace: (collection, ...rest) =>
      metered('replace', collection.name, () => store.replace(collection, ...rest)),
    remove: (collection, ...rest) =>
      metered('remove', collection.name, () => store.remove(collection, ...rest)),
    query: (collection, ...rest) => metered('query', collection.name, () => store.query(collection, ...rest)),
    count: (collection, ...rest) => metered('count', collection.name, () => store.count(collection, ...rest)),
    createMany: (collection, ...rest) =>
      metered('createMany', collection.name, () => store.createMany(collection, ...rest)),
    scan: (collection, ...rest) => metered('scan', collection.name, () => store.scan(collection, ...rest)),
    ping: () => metered('ping', 'none', () => store.ping()),
    close: () => store.close(),
  };
}
