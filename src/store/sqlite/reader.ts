import type { Clock } from '../../time/clock.ts';
import type { Collection } from '../collection.ts';
import { writeContinuation } from '../continuation.ts';
import { positionOf, readEach } from '../document-body.ts';
import type { Page, Query, Scan, StoredDocument } from '../document-store.ts';
import { planConditions, planQuery, planScan, scanContinuation } from '../query-plan.ts';
import type { Database } from './database.ts';
import { documentOf, readRow } from './row.ts';
import { countAll, selectAll, selectCount, selectOne, selectPage } from './select.ts';

export interface Reader {
  get<B extends object>(c: Collection<B>, partition: string, id: string): StoredDocument<B> | undefined;
  query<B extends object, F extends string>(c: Collection<B, F>, partition: string, query: Query<F>): Page<B>;
  scan(c: Collection<object>, page: Parameters<typeof planScan>[1]): Scan;
  count<F extends string>(c: Collection<object, F>, partition: string, where: Query<F>['where']): number;
}

/** Reads at once what is committed and has not expired. */
export function createReader(database: Database, clock: Clock): Reader {
  const now = () => clock.now().toISOString();
  const total = (collection: Collection<object>) => {
    const { text, values } = countAll(collection, now());
    return Number(database.prepared(text).get(...values)?.count);
  };
  return {
    get(collection, partition, id) {
      const { text, values } = selectOne(collection, partition, id, now());
      const row = database.prepared(text).get(...values);
      return row && documentOf(collection, readRow(collection, row));
    },

    query(collection, partition, query) {
      const plan = planQuery(collection, query);
      const { text, values } = selectPage(collection, partition, plan, now());
      const found = database.prepared(text).all(...values);
      const rows = found.slice(0, plan.limit).map((row) => readRow(collection, row));
      const documents = readEach(rows, (row) => documentOf(collection, row), query.onUnreadable);
      const last = found.length > plan.limit ? rows.at(-1) : undefined;
      return {
        documents,
        ...(last && { continuation: writeContinuation(plan.list, positionOf(last, plan.order?.field)) }),
      };
    },

    scan(collection, page) {
      const plan = planScan(collection, page);
      const { text, values } = selectAll(collection, plan, now());
      const found = database.prepared(text).all(...values);
      const rows = found.slice(0, plan.limit).map((row) => readRow(collection, row));
      const last = found.length > plan.limit ? rows.at(-1) : undefined;
      return {
        documents: rows.map(({ stored, etag, ...row }) => ({ ...row, body: stored })),
        ...(!plan.after && { total: total(collection) }),
        ...(last && { continuation: scanContinuation(collection, last) }),
      };
    },

    count(collection, partition, where) {
      const { text, values } = selectCount(collection, partition, planConditions(collection, where), now());
      return Number(database.prepared(text).get(...values)?.count);
    },
  };
}
