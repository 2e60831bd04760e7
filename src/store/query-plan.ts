import type { Collection } from './collection.ts';
import { type ListOrder, type Position, readContinuation, writeContinuation } from './continuation.ts';
import type { Condition, Query } from './document-store.ts';

export type Scalar = string | number | boolean;

/** One comparison of one field, ready to be written in an engine's own language. */
export type Comparison =
  | {
      readonly field: string;
      readonly operator: '=' | '>=' | '>' | '<=' | '<' | 'contains';
      readonly value: Scalar;
    }
  | { readonly field: string; readonly operator: 'in'; readonly values: readonly Scalar[] };

/** The order of a list: fields that are fixed by equality, then the one it is sorted by. One entry of `orders`. */
export interface PlannedOrder {
  readonly fixed: readonly string[];
  readonly field: string;
  readonly direction: 'ascending' | 'descending';
}

export interface QueryPlan {
  readonly comparisons: readonly Comparison[];
  readonly order?: PlannedOrder;
  readonly list: ListOrder;
  readonly limit: number;
  readonly after?: Position;
}

/**
 * Checks a query against the fields and orders of its collection, so that one which Cosmos DB would refuse for want
 * of an index is refused everywhere. Throws RangeError for what the collection does not offer and
 * UnknownContinuation for a continuation of another list.
 */
export function planQuery<F extends string>(collection: Collection<object, F>, query: Query<F>): QueryPlan {
  checkLimit(collection, query.limit);
  const comparisons = planConditions(collection, query.where);
  const order = query.orderBy && planOrder(collection, comparisons, query.orderBy);
  const list: ListOrder = {
    collection: collection.name,
    direction: order?.direction ?? 'ascending',
    ...(order && { field: order.field }),
  };
  return {
    comparisons,
    list,
    limit: query.limit,
    ...(order && { order }),
    ...(query.after !== undefined && { after: readContinuation(list, query.after) }),
  };
}

export interface ScanPlan {
  readonly limit: number;
  /** The position's value is the partition. */
  readonly after?: Position;
}

/** Throws RangeError for an impossible limit and UnknownContinuation for a continuation of another list. */
export function planScan(
  collection: Collection<object>,
  page: { readonly limit: number; readonly after?: string | undefined },
): ScanPlan {
  checkLimit(collection, page.limit);
  return {
    limit: page.limit,
    ...(page.after !== undefined && { after: readContinuation(scanOrder(collection), page.after) }),
  };
}

/** The continuation of a scan after a document. */
export const scanContinuation = (
  collection: Collection<object>,
  last: { readonly partition: string; readonly id: string },
): string => writeContinuation(scanOrder(collection), { value: last.partition, id: last.id });

const scanOrder = (collection: Collection<object>): ListOrder => ({
  collection: collection.name,
  field: 'partition',
  direction: 'ascending',
});

/** The comparisons of a filter. Throws RangeError for a field that is not indexed and for a condition without a value. */
export function planConditions<F extends string>(
  collection: Collection<object, F>,
  where: Query<F>['where'] = {},
): readonly Comparison[] {
  return Object.entries<Condition | undefined>(where).flatMap(([field, condition]) => {
    checkField(collection, field);
    const comparisons = condition === undefined ? [] : comparisonsOf(field, condition);
    if (comparisons.length === 0) {
      throw new RangeError(`${collection.name}: the condition on ${field} has no value`);
    }
    return comparisons;
  });
}

function checkLimit(collection: Collection<object>, limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return;
  throw new RangeError(`${collection.name}: a page has 1 to 1,000 documents, not ${limit}`);
}

function comparisonsOf(field: string, condition: Condition): Comparison[] {
  if (typeof condition !== 'object') return [{ field, operator: '=', value: condition }];
  if ('in' in condition) return [{ field, operator: 'in', values: condition.in }];
  if ('contains' in condition) return [{ field, operator: 'contains', value: condition.contains }];
  const bounds = [
    { operator: '>=', value: condition.atLeast },
    { operator: '>', value: condition.above },
    { operator: '<=', value: condition.atMost },
    { operator: '<', value: condition.below },
  ] as const;
  return bounds.flatMap(({ operator, value }) => (value === undefined ? [] : [{ field, operator, value }]));
}

function planOrder(
  collection: Collection<object>,
  comparisons: readonly Comparison[],
  orderBy: { readonly field: string; readonly direction: 'ascending' | 'descending' },
): PlannedOrder {
  const fixed = new Set(comparisons.flatMap(({ field, operator }) => (operator === '=' ? [field] : [])));
  const fitting = collection.orders
    .filter(
      (order) => order.at(-1) === orderBy.field && order.slice(0, -1).every((field) => fixed.has(field)),
    )
    .toSorted((a, b) => b.length - a.length)[0];
  if (!fitting) {
    throw new RangeError(
      `${collection.name} has no order [${[...fixed, orderBy.field].join(', ')}]: add it, or a part of it that ends in ${orderBy.field}, to the collection's orders`,
    );
  }
  for (const field of fitting) checkField(collection, field);
  return { fixed: fitting.slice(0, -1), field: orderBy.field, direction: orderBy.direction };
}

function checkField(collection: Collection<object>, field: string): void {
  if (!collection.indexed.includes(field)) {
    throw new RangeError(
      `${collection.name}.${field} is not indexed: add it to the collection's indexed fields`,
    );
  }
}
