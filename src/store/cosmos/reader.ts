import type { Database, SqlQuerySpec } from '@azure/cosmos';
import type { Clock } from '../../time/clock.ts';
import type { Collection } from '../collection.ts';
import { writeContinuation } from '../continuation.ts';
import { positionOf, readEach } from '../document-body.ts';
import { isKey } from '../document-rules.ts';
import type { DocumentStore } from '../document-store.ts';
import { planConditions, planQuery, planScan, scanContinuation } from '../query-plan.ts';
import type { Call } from './call.ts';
import { containerMissing } from './failure.ts';
import { documentOf, isExpired, itemId, readItem } from './item.ts';
import { countAll, selectAll, selectCount, selectPage } from './select.ts';

/** Reads what has not expired: one item by a point read, lists by queries inside one partition. */
export function createReader(
  database: Database,
  clock: Clock,
  call: Call,
): Pick<DocumentStore, 'get' | 'query' | 'count' | 'scan'> {
  async function rows(
    operation: string,
    collection: Collection<object>,
    spec: SqlQuerySpec,
    partition?: string,
  ): Promise<readonly unknown[]> {
    const outcome = await call({ operation, collection: collection.name }, (abortSignal) =>
      database
        .container(collection.name)
        .items.query<unknown>(spec, {
          abortSignal,
          ...(partition !== undefined && { partitionKey: partition }),
        })
        .fetchAll(),
    );
    if (outcome.refused) throw containerMissing(collection.name);
    return outcome.response.resources;
  }

  return {
    async get(collection, partition, id) {
      if (!isKey(partition) || !isKey(id)) return undefined;
      const outcome = await call({ operation: 'get', collection: collection.name }, (abortSignal) =>
        database.container(collection.name).item(itemId(id), partition).read({ abortSignal }),
      );
      if (outcome.refused) return undefined;
      const item = readItem(outcome.response.resource);
      return isExpired(item, clock.now()) ? undefined : documentOf(collection, item);
    },

    async query(collection, partition, query) {
      const plan = planQuery(collection, query);
      const spec = selectPage(collection, partition, plan, clock.now().toISOString());
      const found = await rows('query', collection, spec, partition);
      const items = found.slice(0, plan.limit).map(readItem);
      const documents = readEach(items, (item) => documentOf(collection, item), query.onUnreadable);
      const last = found.length > plan.limit ? items.at(-1) : undefined;
      if (!last) return { documents };
      const position = positionOf({ id: last.key, stored: last.body }, plan.order?.field);
      return { documents, continuation: writeContinuation(plan.list, position) };
    },

    async count(collection, partition, where) {
      const comparisons = planConditions(collection, where);
      const spec = selectCount(collection, partition, comparisons, clock.now().toISOString());
      const counts = await rows('count', collection, spec, partition);
      return sum(counts);
    },

    async scan(collection, page) {
      const plan = planScan(collection, page);
      const now = clock.now().toISOString();
      const found = await rows('scan', collection, selectAll(collection, plan, now));
      const documents = found
        .slice(0, plan.limit)
        .map(readItem)
        .map(({ partition, key: id, schemaVersion, body }) => ({ partition, id, schemaVersion, body }));
      const last = found.length > plan.limit ? documents.at(-1) : undefined;
      return {
        documents,
        ...(!plan.after && { total: sum(await rows('scan', collection, countAll(collection, now))) }),
        ...(last && { continuation: scanContinuation(collection, last) }),
      };
    },
  };
}

/** A large partition, or several, answer a count in several pages, each with the count of its part. */
const sum = (counts: readonly unknown[]): number =>
  counts.reduce<number>((all, count) => all + Number(count), 0);
