import { z } from 'zod';
import type { Collection } from '../collection.ts';
import { readBody } from '../document-body.ts';
import { type StoredDocument, UnreadableDocument } from '../document-store.ts';

const rowSchema = z.object({
  partition: z.string(),
  id: z.string(),
  etag: z.string(),
  schema_version: z.number(),
  body: z.string(),
});

/** A row as it stands in the table, its body parsed but neither upgraded nor checked. */
export interface Row {
  readonly partition: string;
  readonly id: string;
  readonly etag: string;
  readonly schemaVersion: number;
  readonly stored: unknown;
}

export function readRow(collection: Collection<object>, row: unknown): Row {
  const { partition, id, etag, schema_version: schemaVersion, body } = rowSchema.parse(row);
  try {
    return { partition, id, etag, schemaVersion, stored: JSON.parse(body) };
  } catch (cause) {
    throw new UnreadableDocument(`${collection.name}/${id} is not JSON`, { cause });
  }
}

export const documentOf = <B extends object>(collection: Collection<B>, row: Row): StoredDocument<B> => ({
  id: row.id,
  partition: row.partition,
  etag: row.etag,
  body: readBody(collection, row.id, row.schemaVersion, row.stored),
});
