import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Clock } from '../../time/clock.ts';
import type { Collection } from '../collection.ts';
import { type DocumentStore, StoreUnavailable } from '../document-store.ts';
import { openDatabase } from './database.ts';
import { createExpiry } from './expiry.ts';
import { whileBusy } from './failure.ts';
import { createReader } from './reader.ts';
import { createTables } from './table.ts';
import { createWriteQueue } from './write-queue.ts';
import { insertNewRow, insertRow, newRow, removeRow, replaceRow } from './writes.ts';

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
  const queue = createWriteQueue(database, telemetry);
  const tables = createTables(database);
  const expiry = createExpiry(database, clock);
  const reader = createReader(database, clock);
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  const now = () => clock.now().toISOString();

  async function serve<R>(collection: Collection<object>, work: () => R | Promise<R>): Promise<R> {
    if (closed) throw new StoreUnavailable('The store is closed');
    const served = whileBusy(() => tables(collection)).then(work);
    underWay.add(served);
    expiry.watch(collection);
    return served.finally(() => underWay.delete(served));
  }

  function write(run: () => void): Promise<void> {
    if (expiry.due()) {
      queue.add(() => expiry.removeSome()).catch((error) => telemetry?.error('store.expiryFailed', error));
    }
    return queue.add(run);
  }

  return {
    get: (collection, partition, id) =>
      serve(collection, () => whileBusy(() => reader.get(collection, partition, id))),

    async create(collection, partition, { id, body }) {
      const row = newRow(collection, partition, id, body);
      await serve(collection, () => write(() => insertNewRow(database, collection, row, now())));
      return { id, partition, etag: row.etag, body };
    },

    async replace(collection, { partition, id, etag }, body) {
      const row = newRow(collection, partition, id, body);
      await serve(collection, () => write(() => replaceRow(database, collection, row, etag, now())));
      return { id, partition, etag: row.etag, body };
    },

    remove: (collection, partition, id, ifMatch) =>
      serve(collection, () => write(() => removeRow(database, collection, partition, id, ifMatch, now()))),

    query: (collection, partition, query) =>
      serve(collection, () => whileBusy(() => reader.query(collection, partition, query))),

    count: (collection, partition, where) =>
      serve(collection, () => whileBusy(() => reader.count(collection, partition, where))),

    scan: (collection, page) => serve(collection, () => whileBusy(() => reader.scan(collection, page))),

    async createMany(collection, partition, documents) {
      const rows = documents.map(({ id, body }) => newRow(collection, partition, id, body));
      return serve(collection, async () => {
        const created: string[] = [];
        for (let start = 0; start < rows.length; start += rowsPerTransaction) {
          const chunk = rows.slice(start, start + rowsPerTransaction);
          await write(() => {
            for (const row of chunk) if (insertRow(database, collection, row, now())) created.push(row.id);
          });
        }
        return created;
      });
    },

    async ping() {
      if (closed) throw new StoreUnavailable('The store is closed');
      await whileBusy(() => database.prepared('SELECT count(*) FROM sqlite_schema').get());
    },

    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled(underWay);
      database.connection.close();
    },
  };
}
