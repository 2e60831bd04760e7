import type { SqlParameter, SqlQuerySpec } from '@azure/cosmos';
import type { Collection } from '../collection.ts';
import type { Position } from '../continuation.ts';
import { fieldSteps } from '../field-path.ts';
import type { Comparison, PlannedOrder, QueryPlan, Scalar, ScanPlan } from '../query-plan.ts';

const partitionField = 'c["partition"]';
const keyField = 'c["key"]';

/** Collects the values of a query; nothing that a caller gave is ever written into the text itself. */
interface Parameters {
  readonly list: SqlParameter[];
  /** The name that stands for the value in the text. */
  add(value: Scalar): string;
}

/**
 * The page that a plan asks for, and one document more to see whether another page follows. The partition stands in
 * the text too, because every list starts with it in the composite index that serves it.
 */
export function selectPage(
  collection: Collection<object>,
  partition: string,
  plan: QueryPlan,
  now: string,
): SqlQuerySpec {
  const parameters = collectParameters();
  const top = parameters.add(plan.limit + 1);
  const where = [
    ...visible(collection, partition, now, parameters),
    ...plan.comparisons.map((comparison) => condition(comparison, parameters)),
    ...(plan.order ? [isThere(fieldReference(plan.order.field))] : []),
    ...(plan.after ? [beyond(plan.order, plan.after, parameters)] : []),
  ];
  return {
    query: `SELECT TOP ${top} * FROM c WHERE ${where.join(' AND ')} ORDER BY ${sorting(plan.order)}`,
    parameters: parameters.list,
  };
}

export function selectCount(
  collection: Collection<object>,
  partition: string,
  comparisons: readonly Comparison[],
  now: string,
): SqlQuerySpec {
  const parameters = collectParameters();
  const where = [
    ...visible(collection, partition, now, parameters),
    ...comparisons.map((comparison) => condition(comparison, parameters)),
  ];
  return { query: `SELECT VALUE COUNT(1) FROM c WHERE ${where.join(' AND ')}`, parameters: parameters.list };
}

/** A page of the whole container, and one item more. */
export function selectAll(collection: Collection<object>, plan: ScanPlan, now: string): SqlQuerySpec {
  const parameters = collectParameters();
  const top = parameters.add(plan.limit + 1);
  const partition = parameters.add(plan.after?.value ?? '');
  const key = parameters.add(plan.after?.id ?? '');
  const where = [
    `${partitionField} >= ${partition} AND (${partitionField} > ${partition} OR ${keyField} > ${key})`,
    ...unexpired(collection, now, parameters),
  ];
  return {
    query: `SELECT TOP ${top} * FROM c WHERE ${where.join(' AND ')} ORDER BY ${sorting(undefined)}`,
    parameters: parameters.list,
  };
}

export function countAll(collection: Collection<object>, now: string): SqlQuerySpec {
  const parameters = collectParameters();
  const where = [`IS_DEFINED(${partitionField})`, ...unexpired(collection, now, parameters)];
  return { query: `SELECT VALUE COUNT(1) FROM c WHERE ${where.join(' AND ')}`, parameters: parameters.list };
}

function collectParameters(): Parameters {
  const list: SqlParameter[] = [];
  return {
    list,
    add(value) {
      const name = `@p${list.length}`;
      list.push({ name, value });
      return name;
    },
  };
}

const fieldReference = (field: string): string =>
  `c["body"]${fieldSteps(field)
    .map((step) => `["${step}"]`)
    .join('')}`;

const isThere = (reference: string): string => `IS_DEFINED(${reference}) AND NOT IS_NULL(${reference})`;

function visible(
  collection: Collection<object>,
  partition: string,
  now: string,
  parameters: Parameters,
): string[] {
  return [`${partitionField} = ${parameters.add(partition)}`, ...unexpired(collection, now, parameters)];
}

function unexpired(collection: Collection<object>, now: string, parameters: Parameters): string[] {
  if (!collection.expiresAt) return [];
  return [`(NOT IS_DEFINED(c["expiresAt"]) OR c["expiresAt"] > ${parameters.add(now)})`];
}

function condition(comparison: Comparison, parameters: Parameters): string {
  const field = fieldReference(comparison.field);
  switch (comparison.operator) {
    case 'in':
      if (comparison.values.length === 0) return 'false';
      return `${field} IN (${comparison.values.map((value) => parameters.add(value)).join(', ')})`;
    case 'contains':
      return `ARRAY_CONTAINS(${field}, ${parameters.add(comparison.value)})`;
    default:
      return `${field} ${comparison.operator} ${parameters.add(comparison.value)}`;
  }
}

function sorting(order: PlannedOrder | undefined): string {
  const fixed = order?.fixed.map((field) => `${fieldReference(field)} ASC`) ?? [];
  const sorted = order
    ? [`${fieldReference(order.field)} ${order.direction === 'ascending' ? 'ASC' : 'DESC'}`]
    : [];
  return [`${partitionField} ASC`, ...fixed, ...sorted, `${keyField} ASC`].join(', ');
}

function beyond(order: PlannedOrder | undefined, after: Position, parameters: Parameters): string {
  const id = parameters.add(after.id);
  if (!order || after.value === undefined) return `${keyField} > ${id}`;
  const field = fieldReference(order.field);
  const further = order.direction === 'ascending' ? '>' : '<';
  const value = parameters.add(after.value);
  return `${field} ${further}= ${value} AND (${field} ${further} ${value} OR ${keyField} > ${id})`;
}
