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
 * Index name -> what it covers. Ties are by id ascending both ways, so each order needs two; a field that leads an
 * order needs no index of its own.
 */
function indexesOf(collection: Collection<object>): ReadonlyMap<string, string> {
  const leading = new Set(collection.orders.map((order) => order[0]));
  const indexes = new Map<string, string>();
  const add = (fields: readonly string[], direction: '' | '-') => {
    const name = [...fields.slice(0, -1), `${direction}${fields.at(-1)}`].join(',');
    const columns = `${fields.map(fieldExpression).join(', ')}${direction === '-' ? ' DESC' : ''}`;
    indexes.set(`${collection.name}:${name}`, `(partition, ${columns}, id)`);
  };
  for (const field of collection.indexed) if (!leading.has(field)) add([field], '');
  for (const order of collection.orders) {
    add(order, '');
    add(order, '-');
  }
  if (collection.expiresAt) {
    indexes.set(`${collection.name}:expiry`, '(expires_at) WHERE expires_at IS NOT NULL');
  }
  return indexes;
}
