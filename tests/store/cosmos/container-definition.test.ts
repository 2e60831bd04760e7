import { expect, test } from '@jest/globals';
import { containerDefinition } from '../../../src/store/cosmos/container-definition.ts';
import { samples, samplesVersion1 } from '../sample-collection.ts';

const small = {
  ...samples,
  indexed: ['state', 'author.id'] as const,
  orders: [['state', 'author.id']] as const,
};

test('a container indexes what queries name, twice for each order, and nothing else', () => {
  expect(containerDefinition(small)).toEqual({
    id: 'samples',
    partitionKey: { paths: ['/partition'], version: 2 },
    defaultTtl: -1,
    indexingPolicy: {
      indexingMode: 'consistent',
      automatic: true,
      includedPaths: [
        { path: '/partition/?' },
        { path: '/key/?' },
        { path: '/expiresAt/?' },
        { path: '/body/state/*' },
        { path: '/body/author/id/*' },
      ],
      excludedPaths: [{ path: '/*' }],
      compositeIndexes: [
        [
          { path: '/partition', order: 'ascending' },
          { path: '/key', order: 'ascending' },
        ],
        [
          { path: '/partition', order: 'ascending' },
          { path: '/body/state', order: 'ascending' },
          { path: '/body/author/id', order: 'ascending' },
          { path: '/key', order: 'ascending' },
        ],
        [
          { path: '/partition', order: 'ascending' },
          { path: '/body/state', order: 'ascending' },
          { path: '/body/author/id', order: 'descending' },
          { path: '/key', order: 'ascending' },
        ],
      ],
    },
  });
});

test('a collection whose documents stay has no time to live', () => {
  const definition = containerDefinition(samplesVersion1);
  expect(definition).not.toHaveProperty('defaultTtl');
  expect(definition.indexingPolicy.includedPaths).toEqual([{ path: '/partition/?' }, { path: '/key/?' }]);
});

test('what Cosmos DB would refuse is refused here', () => {
  const fields = ['state', 'rank', 'urgent', 'at', 'state', 'rank', 'at'] as const;
  expect(() => containerDefinition({ ...samples, orders: [fields] })).toThrow(/too many fields/);
  expect(() => containerDefinition({ ...samples, indexed: ['a b'] })).toThrow(/cannot be an indexed field/);
  expect(() => containerDefinition({ ...samples, name: 'a/b' })).toThrow(/cannot name a collection/);
});
