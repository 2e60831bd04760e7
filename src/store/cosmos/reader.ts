import type { Database } from '@azure/cosmos';
import type { Clock } from '../../time/clock.ts';
import type { Collection } from '../collection.ts';
import { writeContinuation } from '../continuation.ts';
import { positionOf } from '../document-body.ts';
import { isKey } from '../document-rules.ts';
import type { DocumentStore } from '../document-store.ts';
import { planConditions, planQuery } from '../query-plan.ts';
import type { Call } from './call.ts';
import { containerMissing } from './failure.ts';
import { documentOf, isExpired, itemId, readItem } from './item.ts';
import { selectCount, selectPage } from './select.ts';

/** Reads what has not expired: one item by a point read, lists by queries inside one partition. */
export function createReader(
  database: Database,
  clock: Clock,
  call: Call,
): Pick<DocumentStore, 'get' | 'query' | 'count'> {
  async function rows(
    operation: string,
    collection: Collection<object>,
    partition: string,
    spec: ReturnType<typeof selectPage>,
  ): Promise<readonly unknown[]> {
    const outcome = await call({ operation, collection: collection.name }, (abortSignal) =>
      database
        .container(collection.name)
        .items.query<unknown>(spec, { partitionKey: partition, abortSignal })
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
      const found = await rows('query', collection, partition, spec);
      const items = found.slice(0, plan.limit).map(readItem);
      const documents = items.map((item) => documentOf(collection, item));
      const last = found.length > plan.limit ? items.at(-1) : undefined;
      if (!last) return { documents };
      const position = positionOf({ id: last.key, stored: last.body }, plan.order?.field);
      return { documents, continuation: writeContinuation(plan.list, position) };
    },

    async count(collection, partition, where) {
      const comparisons = planConditions(collection, where);
      const spec = selectCount(collection, partition, comparisons, clock.now().toISOString());
      const counts = await rows('count', collection, partition, spec);
      // A large partition answers in several pages, each with the count of its part.
      return counts.reduce<number>((sum, count) => sum + Number(count), 0);
    },
  };
}
