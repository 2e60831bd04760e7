import type { DocumentStore } from '../../src/store/document-store.ts';

export type Around = <R>(method: keyof DocumentStore, run: () => Promise<R>) => Promise<R>;

/** The store with something done around each of its requests. */
export const wrapStore = (store: DocumentStore, around: Around): DocumentStore => ({
  get: (collection, partition, id) => around('get', () => store.get(collection, partition, id)),
  create: (collection, partition, document) =>
    around('create', () => store.create(collection, partition, document)),
  replace: (collection, current, body) => around('replace', () => store.replace(collection, current, body)),
  remove: (collection, partition, id, ifMatch) =>
    around('remove', () => store.remove(collection, partition, id, ifMatch)),
  query: (collection, partition, query) => around('query', () => store.query(collection, partition, query)),
  count: (collection, partition, where) => around('count', () => store.count(collection, partition, where)),
  createMany: (collection, partition, documents) =>
    around('createMany', () => store.createMany(collection, partition, documents)),
  scan: (collection, page) => around('scan', () => store.scan(collection, page)),
  ping: () => around('ping', () => store.ping()),
  close: () => store.close(),
});

/** The store as a process sees it that dies at its n-th request, before or after that takes effect: nothing goes on. */
export function storeUntilCrash(store: DocumentStore, dieAt: number, when: 'before' | 'after') {
  let requests = 0;
  const dead = () => requests >= dieAt;
  const never = <R>() => new Promise<R>(() => {});
  const wrapped = wrapStore(store, async <R>(_method: keyof DocumentStore, run: () => Promise<R>) => {
    if (dead()) return never<R>();
    requests++;
    if (dead() && when === 'before') return never<R>();
    const result = run();
    if (!dead()) return result;
    await result.catch(() => {});
    return never<R>();
  });
  return { store: wrapped, dead };
}
