import { z } from 'zod';
import type { Collection } from '../collection.ts';
import { expiryOf, readBody, writeBody } from '../document-body.ts';
import { checkKeys } from '../document-rules.ts';
import type { StoredDocument } from '../document-store.ts';

const longestTtl = 2_147_483_647;

/** A document as an item. `key` is the document's id; Cosmos DB's own id is made from it. */
export interface NewItem {
  readonly id: string;
  readonly key: string;
  readonly partition: string;
  readonly schemaVersion: number;
  readonly body: unknown;
  readonly expiresAt?: string;
  /** Seconds from the write on. */
  readonly ttl?: number;
}

const itemSchema = z.object({
  key: z.string(),
  partition: z.string(),
  schemaVersion: z.number(),
  body: z.unknown(),
  expiresAt: z.string().optional(),
  _etag: z.string(),
});

export type Item = z.infer<typeof itemSchema>;

export const readItem = (item: unknown): Item => itemSchema.parse(item);

/**
 * Cosmos DB refuses `/ \ ? #` in ids, and URLs make `.` and `..` disappear: ids with anything but plain
 * characters become base64url, after a `~` that no plain id starts with.
 */
export const itemId = (key: string): string =>
  /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}$/.test(key) ? key : `~${Buffer.from(key).toString('base64url')}`;

/** Checks a document and makes its item. `now` decides how long it lives. */
export function newItem<B extends object>(
  collection: Collection<B>,
  partition: string,
  key: string,
  body: B,
  now: Date,
): NewItem {
  checkKeys(collection.name, partition, key);
  const expiresAt = expiryOf(collection, body);
  return {
    id: itemId(key),
    key,
    partition,
    schemaVersion: collection.schemaVersion,
    body: JSON.parse(writeBody(collection, key, body)),
    ...(expiresAt && { expiresAt, ttl: secondsUntil(expiresAt, now) }),
  };
}

/** The store's clock decides: Cosmos DB itself takes a moment to clear away what has expired. */
export const isExpired = (item: Pick<Item, 'expiresAt'>, now: Date): boolean =>
  item.expiresAt !== undefined && item.expiresAt <= now.toISOString();

export const documentOf = <B extends object>(collection: Collection<B>, item: Item): StoredDocument<B> => ({
  id: item.key,
  partition: item.partition,
  etag: item._etag,
  body: readBody(collection, item.key, item.schemaVersion, item.body),
});

const secondsUntil = (expiresAt: string, now: Date): number =>
  Math.min(longestTtl, Math.max(1, Math.ceil((Date.parse(expiresAt) - now.getTime()) / 1000)));
