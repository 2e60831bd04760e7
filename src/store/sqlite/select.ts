import type { Collection } from '../collection.ts';
import type { Position } from '../continuation.ts';
import type { Comparison, PlannedOrder, QueryPlan, Scalar, ScanPlan } from '../query-plan.ts';
import { fieldExpression, fieldPath, tableName } from './table.ts';

/** SQL with the values that stand for its question marks, in their order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

const unexpired = '(expires_at IS NULL OR expires_at > ?)';
const columns = 'partition, id, etag, schema_version, body';

/** The page that a plan asks for, and one document more to see whether another page follows. */
export function selectPage(
  collection: Collection<object>,
  partition: string,
  plan: QueryPlan,
  now: string,
): Sql {
  const parts = [
    visible(partition, now),
    ...plan.comparisons.map(comparison),
    ...(plan.order ? [sql(`${fieldExpression(plan.order.field)} IS NOT NULL`)] : []),
    ...(plan.after ? [beyond(plan.order, plan.after)] : []),
  ];
  const order = plan.order
    ? `${fieldExpression(plan.order.field)} ${plan.order.direction === 'ascending' ? 'ASC' : 'DESC'}, id`
    : 'id';
  return {
    text: `SELECT ${columns} FROM ${tableName(collection)} WHERE ${all(parts)} ORDER BY ${order} LIMIT ?`,
    values: [...parts.flatMap((part) => part.values), plan.limit + 1],
  };
}

export function selectOne(collection: Collection<object>, partition: string, id: string, now: string): Sql {
  const parts = [visible(partition, now), sql('id = ?', id)];
  return {
    text: `SELECT ${columns} FROM ${tableName(collection)} WHERE ${all(parts)}`,
    values: parts.flatMap((part) => part.values),
  };
}

export function selectCount(
  collection: Collection<object>,
  partition: string,
  comparisons: readonly Comparison[],
  now: string,
): Sql {
  const parts = [visible(partition, now), ...comparisons.map(comparison)];
  return {
    text: `SELECT count(*) AS count FROM ${tableName(collection)} WHERE ${all(parts)}`,
    values: parts.flatMap((part) => part.values),
  };
}

/** A page of the whole table, and one row more, or how many rows it has. */
export function selectAll(collection: Collection<object>, plan: ScanPlan, now: string): Sql {
  const { value = '', id } = plan.after ?? { id: '' };
  return sql(
    `SELECT ${columns} FROM ${tableName(collection)} WHERE (partition, id) > (?, ?) AND ${unexpired} ORDER BY partition, id LIMIT ?`,
    value,
    id,
    now,
    plan.limit + 1,
  );
}

export const countAll = (collection: Collection<object>, now: string): Sql =>
  sql(`SELECT count(*) AS count FROM ${tableName(collection)} WHERE ${unexpired}`, now);

const sql = (text: string, ...values: readonly Scalar[]): Sql => ({ text, values: values.map(bound) });

const all = (parts: readonly Sql[]): string => parts.map((part) => part.text).join(' AND ');

/** SQLite's JSON functions give true and false as 1 and 0. */
const bound = (value: Scalar): string | number => (typeof value === 'boolean' ? Number(value) : value);

const visible = (partition: string, now: string): Sql =>
  sql(`partition = ? AND ${unexpired}`, partition, now);

function comparison(comparison: Comparison): Sql {
  const field = fieldExpression(comparison.field);
  if (comparison.operator === 'in') {
    return sql(`${field} IN (SELECT value FROM json_each(?))`, JSON.stringify(comparison.values));
  }
  if (comparison.operator === 'contains') {
    const path = fieldPath(comparison.field);
    return sql(
      `json_type(body, ${path}) = 'array' AND EXISTS (SELECT 1 FROM json_each(body, ${path}) WHERE value = ?)`,
      comparison.value,
    );
  }
  return sql(`${field} ${comparison.operator} ?`, comparison.value);
}

/** What comes after a position. The first bound is for the index to start at, the second settles ties. */
function beyond(order: PlannedOrder | undefined, after: Position): Sql {
  if (!order || after.value === undefined) return sql('id > ?', after.id);
  const field = fieldExpression(order.field);
  const further = order.direction === 'ascending' ? '>' : '<';
  return sql(
    `${field} ${further}= ? AND (${field} ${further} ? OR id > ?)`,
    after.value,
    after.value,
    after.id,
  );
}
