import { randomUUID } from 'node:crypto';
import type { Collection } from '../collection.ts';
import { expiryOf, writeBody } from '../document-body.ts';
import { checkKeys } from '../document-rules.ts';
import { DocumentChanged, DocumentExists } from '../document-store.ts';
import type { Database } from './database.ts';
import { tableName } from './table.ts';

/** A document as it will stand in the table. Its etag is new with every write and never used again. */
export interface NewRow {
  readonly partition: string;
  readonly id: string;
  readonly etag: string;
  readonly schemaVersion: number;
  readonly expiresAt: string | null;
  readonly json: string;
}

/** Checks a document and makes its row, before it waits for a transaction. */
export function newRow<B extends object>(
  collection: Collection<B>,
  partition: string,
  id: string,
  body: B,
): NewRow {
  checkKeys(collection.name, partition, id);
  return {
    partition,
    id,
    etag: randomUUID(),
    schemaVersion: collection.schemaVersion,
    expiresAt: expiryOf(collection, body) ?? null,
    json: writeBody(collection, id, body),
  };
}

/** False when the id is taken. An expired document that was not cleared away yet does not count. */
export function insertRow(
  database: Database,
  collection: Collection<object>,
  row: NewRow,
  now: string,
): boolean {
  const table = tableName(collection);
  const { changes } = database
    .prepared(
      `INSERT INTO ${table} (partition, id, etag, schema_version, expires_at, body) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (partition, id) DO UPDATE SET etag = excluded.etag, schema_version = excluded.schema_version,
         expires_at = excluded.expires_at, body = excluded.body WHERE ${table}.expires_at <= ?`,
    )
    .run(row.partition, row.id, row.etag, row.schemaVersion, row.expiresAt, row.json, now);
  return changes === 1;
}

export function insertNewRow(
  database: Database,
  collection: Collection<object>,
  row: NewRow,
  now: string,
): void {
  if (!insertRow(database, collection, row, now)) throw new DocumentExists(collection.name, row.id);
}

export function replaceRow(
  database: Database,
  collection: Collection<object>,
  row: NewRow,
  ifMatch: string,
  now: string,
): void {
  const { changes } = database
    .prepared(
      `UPDATE ${tableName(collection)} SET etag = ?, schema_version = ?, expires_at = ?, body = ?
       WHERE partition = ? AND id = ? AND etag = ? AND (expires_at IS NULL OR expires_at > ?)`,
    )
    .run(row.etag, row.schemaVersion, row.expiresAt, row.json, row.partition, row.id, ifMatch, now);
  if (changes !== 1) throw new DocumentChanged(collection.name, row.id);
}

export function removeRow(
  database: Database,
  collection: Collection<object>,
  partition: string,
  id: string,
  ifMatch: string | undefined,
  now: string,
): void {
  const table = tableName(collection);
  const { changes } = database
    .prepared(`DELETE FROM ${table} WHERE partition = ? AND id = ? AND etag = ifnull(?, etag)`)
    .run(partition, id, ifMatch ?? null);
  if (changes === 1 || ifMatch === undefined) return;
  const other = database
    .prepared(
      `SELECT 1 FROM ${table} WHERE partition = ? AND id = ? AND (expires_at IS NULL OR expires_at > ?)`,
    )
    .get(partition, id, now);
  if (other) throw new DocumentChanged(collection.name, id);
}
