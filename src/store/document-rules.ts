const longestKey = 512;
const largestBody = 1_900_000;

/**
 * Checks a partition and an id before a store sees them: any well-formed text without control characters, 1 to 512
 * bytes of UTF-8. Engines whose own rules are narrower encode it. Throws RangeError.
 */
export function checkKeys(collection: string, partition: string, id: string): void {
  checkKey(collection, 'partition', partition);
  checkKey(collection, 'id', id);
}

export function checkKey(collection: string, what: 'partition' | 'id', key: string): void {
  const bytes = Buffer.byteLength(key);
  if (bytes === 0 || bytes > longestKey || !key.isWellFormed() || /\p{Cc}/u.test(key)) {
    throw new RangeError(
      `${collection}: a ${what} must be 1 to ${longestKey} bytes of text without control characters; this one has ${bytes} bytes`,
    );
  }
}

/**
 * Checks the size of a body written as JSON. Cosmos DB refuses items over 2 MB, so no engine takes them.
 * Throws RangeError.
 */
export function checkSize(collection: string, id: string, json: string): void {
  const bytes = Buffer.byteLength(json);
  if (bytes > largestBody) {
    throw new RangeError(`${collection}/${id} has ${bytes} bytes; a document may have ${largestBody}`);
  }
}
