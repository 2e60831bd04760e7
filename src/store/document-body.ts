import type { Collection } from './collection.ts';
import type { Position } from './continuation.ts';
import { checkSize } from './document-rules.ts';
import { UnreadableDocument } from './document-store.ts';

/**
 * The body as JSON text, checked so that it can be read again. Throws UnreadableDocument when it does not fit the
 * schema and RangeError when it is too large.
 */
export function writeBody<B extends object>(collection: Collection<B>, id: string, body: B): string {
  checkSchema(collection, id, body);
  const json = JSON.stringify(body);
  checkSize(collection.name, id, json);
  return json;
}

/**
 * The body of a stored document, brought to the present schema version when it is older. `stored` is the parsed JSON
 * as it was written. Throws UnreadableDocument when it is newer than this service or does not fit the schema.
 */
export function readBody<B extends object>(
  collection: Collection<B>,
  id: string,
  schemaVersion: number,
  stored: unknown,
): B {
  if (schemaVersion > collection.schemaVersion) {
    throw new UnreadableDocument(
      `${collection.name}/${id} has schema version ${schemaVersion}; this service knows ${collection.schemaVersion}. Run the newer service`,
    );
  }
  return checkSchema(collection, id, upgraded(collection, id, schemaVersion, stored));
}

/** What `read` makes of each; what is unreadable is left out and told, or thrown when nobody wants to be told. */
export function readEach<From, Document>(
  found: readonly From[],
  read: (one: From) => Document,
  onUnreadable?: (fault: UnreadableDocument) => void,
): Document[] {
  return found.flatMap((one) => {
    try {
      return [read(one)];
    } catch (error) {
      if (!onUnreadable || !(error instanceof UnreadableDocument)) throw error;
      onUnreadable(error);
      return [];
    }
  });
}

/** What stands at a field's path in a body as stored; undefined where a step is missing. */
function fieldAt(stored: unknown, field: string): unknown {
  let value = stored;
  for (const step of field.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

/** Where a list goes on after a document: its order field as stored, and its id. */
export function positionOf(
  last: { readonly id: string; readonly stored: unknown },
  field?: string,
): Position {
  if (field === undefined) return { id: last.id };
  const value = fieldAt(last.stored, field);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { value, id: last.id };
  }
  throw new UnreadableDocument(`${last.id} is sorted by ${field}, which is neither text, number nor boolean`);
}

function upgraded(collection: Collection<object>, id: string, version: number, stored: unknown): unknown {
  if (version === collection.schemaVersion || !collection.upgrade) return stored;
  try {
    return collection.upgrade(stored, version);
  } catch (cause) {
    throw new UnreadableDocument(
      `${collection.name}/${id} could not be brought from schema version ${version} to ${collection.schemaVersion}`,
      { cause },
    );
  }
}

function checkSchema<B extends object>(collection: Collection<B>, id: string, body: unknown): B {
  const parsed = collection.schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'} (${issue.code})`);
  throw new UnreadableDocument(`${collection.name}/${id} does not fit its schema: ${faults.join(', ')}`);
}

/** The instant after which the store may forget the document, as ISO text in UTC; undefined for never. */
export function expiryOf<B extends object>(collection: Collection<B>, body: B): string | undefined {
  const expiresAt = collection.expiresAt?.(body);
  return expiresAt === undefined ? undefined : new Date(expiresAt).toISOString();
}
