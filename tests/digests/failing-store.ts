import { type DocumentStore, StoreUnavailable } from '../../src/store/document-store.ts';

/** At which call the store gives no answer, and whether that call was done all the same. */
export interface Failure {
  /** Counted from 1. */
  readonly call: number;
  readonly done: boolean;
}

/** A store that fails at one call and, as a process that crashed would, at every call after it. */
export function failingStore(store: DocumentStore, { call, done }: Failure) {
  let calls = 0;
  async function attempt<R>(work: () => Promise<R>): Promise<R> {
    calls++;
    if (calls < call) return work();
    if (calls === call && done) await work();
    throw new StoreUnavailable(`The sample store stopped at call ${call}`);
  }
  const failing: DocumentStore = {
    ...store,
    get: (collection, partition, id) => attempt(() => store.get(collection, partition, id)),
    query: (collection, partition, query) => attempt(() => store.query(collection, partition, query)),
    create: (collection, partition, document) => attempt(() => store.create(collection, partition, document)),
    createMany: (collection, partition, documents) =>
      attempt(() => store.createMany(collection, partition, documents)),
    replace: (collection, current, body) => attempt(() => store.replace(collection, current, body)),
  };
  return { store: failing, reached: () => calls >= call };
}
