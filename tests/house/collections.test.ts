import { expect, test } from '@jest/globals';
import { collections } from '../../src/collections.ts';
import { objectIn, objectsIn, textIn } from '../teams/simulator/json.ts';
import { sourceFiles } from './source-file.ts';

/** The names that are given to `defineCollection` anywhere in the source. */
const defined = sourceFiles('src').flatMap(({ nodes }) =>
  nodes
    .filter((node) => node.type === 'CallExpression' && objectIn(node, 'callee').value === 'defineCollection')
    .flatMap((call) => objectsIn(call, 'arguments'))
    .flatMap((argument) => objectsIn(objectIn(argument, 'expression'), 'properties'))
    .filter((property) => objectIn(property, 'key').value === 'name')
    .map((property) => textIn(objectIn(property, 'value'), 'value')),
);

test('every collection that is defined stands in the table from which both stores are made', () => {
  expect([...defined].sort()).toEqual(collections.map(({ name }) => name).sort());
});

test('no two collections share a name', () => {
  expect(new Set(defined).size).toBe(defined.length);
});
