export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a key; an empty one when there is none. */
export function objectIn(from: JsonObject, key: string): JsonObject {
  const value = from[key];
  return isObject(value) ? value : {};
}

/** The objects of a list under a key; none when there is no list. */
export function objectsIn(from: JsonObject, key: string): readonly JsonObject[] {
  const value = from[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text under a key; numbers as text, everything else as ''. */
export function textIn(from: JsonObject, key: string): string {
  const value = from[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
