import type { Database } from './database.ts';

/** A document as it will stand in the table. Its etag is new with every write and never used again. */
export interface NewRow {
  readonly partition: string;
  readonly id: string;
  readonly etag: string;
  readonly schemaVersion: number;
  readonly expiresAt: string | null;
  readonly json: string;
}

/** One change, as data, so that it can be made in another thread. `table` is the name as it is written in SQL. */
export type Write =
  | { readonly what: 'insert'; readonly table: string; readonly row: NewRow; readonly now: string }
  | {
      readonly what: 'replace';
      readonly table: string;
      readonly row: NewRow;
      readonly ifMatch: string;
      readonly now: string;
    }
  | {
      readonly what: 'remove';
      readonly table: string;
      readonly partition: string;
      readonly id: string;
      readonly ifMatch?: string;
      readonly now: string;
    }
  | { readonly what: 'removeExpired'; readonly table: string; readonly most: number; readonly now: string };

/**
 * Makes a change within the transaction that is open. Returns whether there was something to change: false when the id
 * is taken, when the document is not the one meant, or when fewer than `most` documents had expired.
 */
export function runWrite(database: Database, write: Write): boolean {
  switch (write.what) {
    case 'insert':
      return insert(database, write);
    case 'replace':
      return replace(database, write);
    case 'remove':
      return remove(database, write);
    case 'removeExpired':
      return removeExpired(database, write);
  }
}

type Kind<What extends Write['what']> = Extract<Write, { what: What }>;

/** An expired document that was not cleared away yet does not count. */
function insert(database: Database, { table, row, now }: Kind<'insert'>): boolean {
  const { changes } = database
    .prepared(
      `INSERT INTO ${table} (partition, id, etag, schema_version, expires_at, body) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (partition, id) DO UPDATE SET etag = excluded.etag, schema_version = excluded.schema_version,
         expires_at = excluded.expires_at, body = excluded.body WHERE ${table}.expires_at <= ?`,
    )
    .run(row.partition, row.id, row.etag, row.schemaVersion, row.expiresAt, row.json, now);
  return changes === 1;
}

function replace(database: Database, { table, row, ifMatch, now }: Kind<'replace'>): boolean {
  const { changes } = database
    .prepared(
      `UPDATE ${table} SET etag = ?, schema_version = ?, expires_at = ?, body = ?
       WHERE partition = ? AND id = ? AND etag = ? AND (expires_at IS NULL OR expires_at > ?)`,
    )
    .run(row.etag, row.schemaVersion, row.expiresAt, row.json, row.partition, row.id, ifMatch, now);
  return changes === 1;
}

/** A document that is gone already counts as removed. */
function remove(database: Database, { table, partition, id, ifMatch, now }: Kind<'remove'>): boolean {
  const { changes } = database
    .prepared(`DELETE FROM ${table} WHERE partition = ? AND id = ? AND etag = ifnull(?, etag)`)
    .run(partition, id, ifMatch ?? null);
  if (changes === 1 || ifMatch === undefined) return true;
  const other = database
    .prepared(
      `SELECT 1 FROM ${table} WHERE partition = ? AND id = ? AND (expires_at IS NULL OR expires_at > ?)`,
    )
    .get(partition, id, now);
  return other === undefined;
}

function removeExpired(database: Database, { table, most, now }: Kind<'removeExpired'>): boolean {
  const { changes } = database
    .prepared(
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE expires_at <= ? LIMIT ?)`,
    )
    .run(now, most);
  return changes === most;
}
