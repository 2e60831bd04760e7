import type { Collection } from '../collection.ts';
import { checkedName, fieldSteps } from '../field-path.ts';

type IndexOrder = 'ascending' | 'descending';

/** A container as Azure is told to make it, by the infrastructure or by the provisioning of an emulator. */
export interface ContainerDefinition {
  readonly id: string;
  readonly partitionKey: { readonly paths: string[]; readonly version: 2 };
  /** -1: an item lives as long as its own `ttl` says, for ever without one. */
  readonly defaultTtl?: -1;
  readonly indexingPolicy: {
    readonly indexingMode: 'consistent';
    readonly automatic: true;
    readonly includedPaths: { readonly path: string }[];
    readonly excludedPaths: { readonly path: string }[];
    readonly compositeIndexes: { readonly path: string; readonly order: IndexOrder }[][];
  };
}

const mostComposed = 8;

/**
 * What a collection's container must be like. Only what queries name is indexed, which keeps writes cheap. Cosmos DB
 * serves a list sorted by several fields from a composite index alone, with the directions as they stand there or all
 * turned round; ties are by key ascending both ways, so each order needs two. Throws RangeError for an order of more
 * fields than a composite index holds.
 */
export function containerDefinition(collection: Collection<object>): ContainerDefinition {
  const expires = collection.expiresAt !== undefined;
  return {
    id: checkedName(collection.name),
    partitionKey: { paths: ['/partition'], version: 2 },
    ...(expires && { defaultTtl: -1 }),
    indexingPolicy: {
      indexingMode: 'consistent',
      automatic: true,
      includedPaths: [
        { path: '/partition/?' },
        { path: '/key/?' },
        ...(expires ? [{ path: '/expiresAt/?' }] : []),
        ...collection.indexed.map((field) => ({ path: `${bodyPath(field)}/*` })),
      ],
      excludedPaths: [{ path: '/*' }],
      compositeIndexes: [
        composed(['/partition', '/key'], 'ascending'),
        ...collection.orders.flatMap((fields) => {
          const paths = ['/partition', ...fields.map(bodyPath), '/key'];
          if (paths.length > mostComposed) {
            throw new RangeError(`${collection.name}: the order [${fields.join(', ')}] has too many fields`);
          }
          return [composed(paths, 'ascending'), composed(paths, 'descending')];
        }),
      ],
    },
  };
}

const bodyPath = (field: string): string => `/body/${fieldSteps(field).join('/')}`;

/** The last path but one, which the list is sorted by, in the given direction; the others ascending. */
const composed = (paths: readonly string[], direction: IndexOrder): { path: string; order: IndexOrder }[] =>
  paths.map((path, at) => ({ path, order: at === paths.length - 2 ? direction : 'ascending' }));
