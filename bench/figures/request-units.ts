import type { Collection } from '../../src/store/collection.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';

/** A store that counts what its calls would cost on Cosmos DB. */
interface Counted {
  readonly store: DocumentStore;
  readonly units: () => number;
}

// Cosmos DB for NoSQL, "Request Units" and "Key-value store cost": a point read of 1 KB is 1 unit, a write of 1 KB 5;
// a replace takes the old one out too. What is indexed is added at the rate that sizing guides reckon with: 0.2 a
// field and 0.4 a composite index. A query costs about 2.3 and the reading of what it returns.
const read = 1;
const write = 5;
const replaced = 2;
const field = 0.2;
const composite = 0.4;
const query = 2.3;

/** What an item holds besides its body: its ids and version, when it expires, and what Cosmos DB adds to each. */
const envelope = 330;

const kilobytes = (body: object): number =>
  Math.max(1, (envelope + Buffer.byteLength(JSON.stringify(body))) / 1024);

const written = ({ indexed, orders }: Collection<object>, body: object): number =>
  write * kilobytes(body) +
  field * indexed.filter((path) => isThere(body, path)).length +
  composite * orders.filter(({ length }) => length > 1).length;

/** What a document does not have is in no index. */
const isThere = (body: unknown, path: string): boolean =>
  path
    .split('.')
    .reduce<unknown>((at, step) => (at instanceof Object ? Reflect.get(at, step) : undefined), body) !==
  undefined;

export function requestUnits(inner: DocumentStore): Counted {
  let units = 0;
  const store: DocumentStore = {
    ...inner,
    async get(collection, partition, id) {
      const found = await inner.get(collection, partition, id);
      units += found ? read * kilobytes(found.body) : read;
      return found;
    },
    create(collection, partition, document) {
      units += written(collection, document.body);
      return inner.create(collection, partition, document);
    },
    replace(collection, current, body) {
      units += replaced * written(collection, body);
      return inner.replace(collection, current, body);
    },
    createMany(collection, partition, documents) {
      for (const { body } of documents) units += written(collection, body);
      return inner.createMany(collection, partition, documents);
    },
    remove(collection, partition, id, ifMatch) {
      units += written(collection, {});
      return inner.remove(collection, partition, id, ifMatch);
    },
    count(collection, partition, where) {
      units += query;
      return inner.count(collection, partition, where);
    },
    async query(collection, partition, asked) {
      const page = await inner.query(collection, partition, asked);
      // A page is read at a third of what single reads cost.
      units += query + page.documents.reduce((sum, { body }) => sum + kilobytes(body), 0) / 3;
      return page;
    },
  };
  return { store, units: () => units };
}
