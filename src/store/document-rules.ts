const longestKey = 512;
const largestBody = 1_900_000;

/**
 * Whether a text may be a partition or an id: well-formed, without control characters, 1 to 512 bytes of UTF-8.
 * Engines whose own rules are narrower encode it.
 */
export function isKey(text: string): boolean {
  const bytes = Buffer.byteLength(text);
  return bytes > 0 && bytes <= longestKey && text.isWellFormed() && !/\p{Cc}/u.test(text);
}

/** Checks a partition and an id before they are written. Throws RangeError. */
export function checkKeys(collection: string, partition: string, id: string): void {
  for (const [what, key] of Object.entries({ 'a partition': partition, 'an id': id })) {
    if (!isKey(key)) {
      throw new RangeError(
        `${collection}: ${what} must be 1 to ${longestKey} bytes of text without control characters; this one has ${Buffer.byteLength(key)} bytes`,
      );
    }
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
