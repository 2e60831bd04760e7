import type { Collection } from '../collection.ts';
import { checkedName, fieldSteps } from '../field-path.ts';
import type { Database } from './database.ts';

/** A collection's table as it is written in SQL. */
export const tableName = (collection: Collection<object>): string => `"${checkedName(collection.name)}"`;

/** A field's JSON path as it is written in SQL. */
export const fieldPath = (field: string): string => `'$.${fieldSteps(field).join('.')}'`;

/** A field as it is written in SQL: the same text in index and query, or SQLite would not see that they belong together. */
export const fieldExpression = (field: string): string => `json_extract(body, ${fieldPath(field)})`;

/**
 * Makes a collection's table at its first use, and its indexes where they are missing, and drops indexes that it no
 * longer wants.
 */
export function createTables(database: Database): (collection: Collection<object>) => void {
  const made = new Set<Collection<object>>();
  return (collection) => {
    if (made.has(collection)) return;
    makeTable(database, collection);
    made.add(collection);
  };
}

function makeTable(database: Database, collection: Collection<object>): void {
  const wanted = indexesOf(collection);
  const there = database
    .prepared(`SELECT name FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL`)
    .all(collection.name)
    .map((row) => String(row.name));
  const missing = [...wanted].filter(([name]) => !there.includes(name));
  const stale = there.filter((name) => name.includes(':') && !wanted.has(name));
  if (there.includes(collection.name) && missing.length === 0 && stale.length === 0) return;
  const table = tableName(collection);
  database.connection.exec('BEGIN IMMEDIATE');
  try {
    database.connection.exec(
      [
        `CREATE TABLE IF NOT EXISTS ${table} (partition TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL,
        schema_version INTEGER NOT NULL, expires_at TEXT, body TEXT NOT NULL, PRIMARY KEY (partition, id))`,
        ...missing.map(([name, columns]) => `CREATE INDEX IF NOT EXISTS "${name}" ON ${table} ${columns}`),
        ...stale.map((name) => `DROP INDEX IF EXISTS "${name}"`),
        'COMMIT',
      ].join(';\n'),
    );
  } catch (error) {
    if (database.connection.isTransaction) database.connection.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Index name -> what it covers. Every index is paid for at each write, so there are no more than queries need: a field
 * that leads an order has none of its own, a descending list reads an order backwards and sorts ties alone, and a
 * document is only in indexes of fields that it has, but for the first order that leads with a field.
 */
function indexesOf(collection: Collection<object>): ReadonlyMap<string, string> {
  const indexes = new Map<string, string>();
  const add = (fields: readonly string[], has?: string) => {
    const columns = fields.map(fieldExpression).join(', ');
    const part = has === undefined ? '' : ` WHERE ${fieldExpression(has)} IS NOT NULL`;
    indexes.set(`${collection.name}:${fields.join(',')}`, `(partition, ${columns}, id)${part}`);
  };
  const leading = new Set<string | undefined>();
  for (const order of collection.orders) {
    add(order, leading.has(order[0]) ? order.at(-1) : undefined);
    leading.add(order[0]);
  }
  for (const field of collection.indexed) if (!leading.has(field)) add([field], field);
  if (collection.expiresAt) {
    indexes.set(`${collection.name}:expiry`, '(expires_at) WHERE expires_at IS NOT NULL');
  }
  return indexes;
}
