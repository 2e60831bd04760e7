import type { z } from 'zod';

/**
 * One kind of stored document: the single row from which both stores, the provisioning and the infrastructure
 * are made. `Field` names the fields that queries may filter on or order by; each is indexed, nothing else is.
 */
export interface Collection<Body extends object, Field extends string = string> {
  readonly name: string;
  readonly schemaVersion: number;
  readonly schema: z.ZodType<Body>;
  /** In words, for readers and for the infrastructure: what the partition key is made of. */
  readonly partition: string;
  /** Paths inside the body; a dot steps into an object. */
  readonly indexed: readonly Field[];
  /** Equality fields followed by the field an ordered list is sorted by: one composite index each. */
  readonly orders: readonly (readonly Field[])[];
  /** When the document may be forgotten by the store, as an ISO instant; absent: never. */
  expiresAt?(body: Body): string | undefined;
  /** Brings a body of an older schema version to the present one. */
  upgrade?(body: unknown, fromVersion: number): unknown;
}

export const defineCollection = <Body extends object, const Field extends string>(
  collection: Collection<Body, Field>,
): Collection<Body, Field> => collection;
