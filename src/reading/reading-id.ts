import { createHash } from 'node:crypto';

/** A document id made from what names a thing outside: the same name always gives the same id. */
export const readingId = (name: string): string =>
  createHash('sha256').update(name).digest('base64url').slice(0, 22);
