import { expect, test } from '@jest/globals';
import { stemsOf } from '../../src/subjects/stems.ts';

test.each([
  ['nursery', 'nurseries'],
  ['child', 'child’s'],
  ['offend', 'offending', 'offended', 'offends'],
  ['plan', 'plans', 'planned'],
  ['house', 'houses'],
  ['service', 'services'],
  ['box', 'boxes'],
  ['bus', 'buses'],
  ['process', 'processes'],
  ['journey', 'journeys'],
  ['café', 'CAFE', 'cafés'],
  ['building', 'buildings'],
])('%s and its forms have one stem', (...forms) => {
  expect(new Set(forms.flatMap(stemsOf)).size).toBe(1);
});

test.each([
  ['build', 'building'],
  ['care', 'car'],
  ['bus', 'bu'],
  ['thing', 'th'],
])('%s and %s stay apart', (one, other) => {
  expect(stemsOf(one)).not.toEqual(stemsOf(other));
});

test('keeps the order of the words, and numbers', () => {
  expect(stemsOf('2 Nurseries, and 13 pilots!')).toEqual(['2', 'nursery', 'and', '13', 'pilot']);
});

test('finds no words where there are none', () => {
  expect(stemsOf(' …!? ')).toEqual([]);
});
