import type { Collection } from './collection.ts';

export interface StoredDocument<Body> {
  readonly id: string;
  readonly partition: string;
  /** Opaque; changes with every write. */
  readonly etag: string;
  readonly body: Body;
}

export interface NewDocument<Body> {
  readonly id: string;
  readonly body: Body;
}

type Scalar = string | number | boolean;

/** What one field must fulfil; it holds one type of value in all documents. Strings compare by code unit, so ISO instants compare by time. */
export type Condition =
  | Scalar
  | { readonly in: readonly Scalar[] }
  | { readonly atLeast?: Scalar; readonly above?: Scalar; readonly atMost?: Scalar; readonly below?: Scalar }
  /** The field is an array that holds the value. */
  | { readonly contains: Scalar };

export interface Query<Field extends string> {
  readonly where?: { readonly [F in Field]?: Condition };
  /**
   * Ties and queries without an order are settled by id, ascending. Documents without the field are left out. The
   * collection must have an order that ends in the field and names besides it only fields that `where` fixes.
   */
  readonly orderBy?: { readonly field: Field; readonly direction: 'ascending' | 'descending' };
  /** 1 to 1,000. */
  readonly limit: number;
  /**
   * `continuation` of the page before; it stays good when documents come and go meanwhile. One that is damaged or was
   * given for another list is refused with UnknownContinuation: show the list from its start.
   */
  readonly after?: string | undefined;
  /** Told of each document that cannot be read, which is left out; absent: the query throws UnreadableDocument. */
  readonly onUnreadable?: (fault: UnreadableDocument) => void;
}

export interface Page<Body> {
  readonly documents: readonly StoredDocument<Body>[];
  /** Present when there may be more. */
  readonly continuation?: string;
}

/** A document as it was written, neither upgraded nor checked. */
export interface ScannedDocument {
  readonly partition: string;
  readonly id: string;
  readonly schemaVersion: number;
  readonly body: unknown;
}

export interface Scan {
  readonly documents: readonly ScannedDocument[];
  /** How many documents the whole collection has; only with the first page. */
  readonly total?: number;
  /** Present when there may be more. */
  readonly continuation?: string;
}

/**
 * Documents in collections, each in one partition. Every read checks the collection's schema.
 * All methods throw StoreUnavailable when the store does not answer.
 */
export interface DocumentStore {
  get<B extends object>(
    collection: Collection<B>,
    partition: string,
    id: string,
  ): Promise<StoredDocument<B> | undefined>;

  /** Throws DocumentExists when the id is taken in this partition. */
  create<B extends object>(
    collection: Collection<B>,
    partition: string,
    document: NewDocument<B>,
  ): Promise<StoredDocument<B>>;

  /** Throws DocumentChanged when the document is gone or its etag is no longer the one given. */
  replace<B extends object>(
    collection: Collection<B>,
    current: Pick<StoredDocument<B>, 'partition' | 'id' | 'etag'>,
    body: B,
  ): Promise<StoredDocument<B>>;

  /** Does nothing when the document is already gone; throws DocumentChanged when `ifMatch` no longer holds. */
  remove(collection: Collection<object>, partition: string, id: string, ifMatch?: string): Promise<void>;

  query<B extends object, F extends string>(
    collection: Collection<B, F>,
    partition: string,
    query: Query<F>,
  ): Promise<Page<B>>;

  count<F extends string>(
    collection: Collection<object, F>,
    partition: string,
    where: Query<F>['where'],
  ): Promise<number>;

  /** Creates what is not there yet and leaves what is. Returns what it created, in the order given. */
  createMany<B extends object>(
    collection: Collection<B>,
    partition: string,
    documents: readonly NewDocument<B>[],
  ): Promise<readonly StoredDocument<B>[]>;

  /**
   * Everything in a collection across its partitions, by partition and id. For operators' tools alone: the service never
   * reads this way. `limit` is 1 to 1,000.
   */
  scan(
    collection: Collection<object>,
    page: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Scan>;

  /** Resolves when the store answers a trivial request; throws StoreUnavailable otherwise. */
  ping(): Promise<void>;

  close(): Promise<void>;
}

/** The id is taken: somebody, perhaps an earlier try of ours, has written it already. Read it and decide. */
export class DocumentExists extends Error {
  override readonly name = 'DocumentExists';
  constructor(collection: string, id: string) {
    super(`${collection}/${id} exists already`);
  }
}

/** Somebody else wrote first, or removed it. Read again and decide anew (see `changeDocument`). */
export class DocumentChanged extends Error {
  override readonly name = 'DocumentChanged';
  constructor(collection: string, id: string) {
    super(`${collection}/${id} has been changed or removed since it was read`);
  }
}

/** The store gave no answer in time or refused for load. Nothing is known to be written: try again later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A stored document does not fit its schema: an older service reads a newer document, or it was edited by hand. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}
