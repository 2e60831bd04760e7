import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Clock } from '../../time/clock.ts';
import type { Collection } from '../collection.ts';
import { DocumentChanged, DocumentExists, type DocumentStore, StoreUnavailable } from '../document-store.ts';
import { openDatabase } from './database.ts';
import { createExpiry } from './expiry.ts';
import { whileBusy } from './failure.ts';
import { createReader } from './reader.ts';
import type { Write } from './run-write.ts';
import { createTables } from './table.ts';
import { createWriteQueue } from './write-queue.ts';
import { writerThread } from './writer-thread.ts';
import { writesAt } from './writes.ts';

const rowsPerTransaction = 500;

export interface SqliteOptions {
  /** A path, or `:memory:` for a store that ends with the process. */
  readonly file: string;
  readonly clock: Clock;
  readonly telemetry?: Telemetry;
}

/**
 * The embedded store: one file, made with its folder when missing, which several processes of one machine may share.
 * What a method has acknowledged survives a crash of the process and of the machine. Throws what SQLite throws when
 * the file cannot be opened.
 */
export function openSqliteStore({ file, clock, telemetry }: SqliteOptions): DocumentStore {
  const database = openDatabase(file);
  const queue = file === ':memory:' ? createWriteQueue(database, telemetry) : writerThread(file, telemetry);
  const tables = createTables(database);
  const expiry = createExpiry(queue, clock);
  const reader = createReader(database, clock);
  const writes = writesAt(() => clock.now().toISOString());
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  async function serve<R>(collection: Collection<object>, work: () => R | Promise<R>): Promise<R> {
    if (closed) throw new StoreUnavailable('The store is closed');
    const served = whileBusy(() => tables(collection)).then(work);
    underWay.add(served);
    expiry.watch(collection);
    return served.finally(() => underWay.delete(served));
  }

  /** Resolves to what came of the changes, each by itself, after their commit. */
  function carryOut(collection: Collection<object>, changes: readonly Write[]): Promise<readonly boolean[]> {
    return serve(collection, () => {
      expiry.removeSomeIfDue().catch((error: unknown) => telemetry?.error('store.expiryFailed', error));
      return Promise.all(changes.map((change) => queue.add(change)));
    });
  }

  return {
    get: (collection, partition, id) =>
      serve(collection, () => whileBusy(() => reader.get(collection, partition, id))),

    async create(collection, partition, { id, body }) {
      const { write, etag } = writes.insert(collection, partition, id, body);
      const [done] = await carryOut(collection, [write]);
      if (!done) throw new DocumentExists(collection.name, id);
      return { id, partition, etag, body };
    },

    async replace(collection, current, body) {
      const { partition, id } = current;
      const { write, etag } = writes.replace(collection, current, body);
      const [done] = await carryOut(collection, [write]);
      if (!done) throw new DocumentChanged(collection.name, id);
      return { id, partition, etag, body };
    },

    async remove(collection, partition, id, ifMatch) {
      const [done] = await carryOut(collection, [writes.remove(collection, partition, id, ifMatch)]);
      if (!done) throw new DocumentChanged(collection.name, id);
    },

    query: (collection, partition, query) =>
      serve(collection, () => whileBusy(() => reader.query(collection, partition, query))),

    count: (collection, partition, where) =>
      serve(collection, () => whileBusy(() => reader.count(collection, partition, where))),

    scan: (collection, page) => serve(collection, () => whileBusy(() => reader.scan(collection, page))),

    async createMany(collection, partition, documents) {
      const given = documents.map(({ id, body }) => {
        const { write, etag } = writes.insert(collection, partition, id, body);
        return { write, document: { id, partition, etag, body } };
      });
      const done: boolean[] = [];
      for (let start = 0; start < given.length; start += rowsPerTransaction) {
        const changes = given.slice(start, start + rowsPerTransaction).map(({ write }) => write);
        done.push(...(await carryOut(collection, changes)));
      }
      return given.filter((_, at) => done[at]).map(({ document }) => document);
    },

    async ping() {
      if (closed) throw new StoreUnavailable('The store is closed');
      await whileBusy(() => database.prepared('SELECT count(*) FROM sqlite_schema').get());
    },

    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled(underWay);
      await queue.close();
      database.connection.close();
    },
  };
}
