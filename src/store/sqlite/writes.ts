import { randomUUID } from 'node:crypto';
import type { Collection } from '../collection.ts';
import { expiryOf, writeBody } from '../document-body.ts';
import { checkKeys } from '../document-rules.ts';
import type { Write } from './run-write.ts';
import { tableName } from './table.ts';

/** Makes the changes of a collection's table that stand for what is asked of the store. */
export interface Writes {
  /** Checks the document. Throws RangeError for its keys or size and UnreadableDocument for its body. */
  insert<B extends object>(c: Collection<B>, partition: string, id: string, body: B): Written;
  replace<B extends object>(
    c: Collection<B>,
    current: { readonly partition: string; readonly id: string; readonly etag: string },
    body: B,
  ): Written;
  remove(c: Collection<object>, partition: string, id: string, ifMatch?: string): Write;
}

/** A change with the etag that the document has after it. */
export interface Written {
  readonly write: Write;
  readonly etag: string;
}

/** @param now the present instant as ISO text: what has expired by then does not count. */
export function writesAt(now: () => string): Writes {
  return {
    insert(collection, partition, id, body) {
      const row = newRow(collection, partition, id, body);
      return { write: { what: 'insert', table: tableName(collection), row, now: now() }, etag: row.etag };
    },
    replace(collection, { partition, id, etag: ifMatch }, body) {
      const row = newRow(collection, partition, id, body);
      return {
        write: { what: 'replace', table: tableName(collection), row, ifMatch, now: now() },
        etag: row.etag,
      };
    },
    remove: (collection, partition, id, ifMatch) => ({
      what: 'remove',
      table: tableName(collection),
      partition,
      id,
      ...(ifMatch !== undefined && { ifMatch }),
      now: now(),
    }),
  };
}

function newRow<B extends object>(collection: Collection<B>, partition: string, id: string, body: B) {
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
