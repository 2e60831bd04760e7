import { expect, test } from '@jest/globals';
import { searchWords } from '../../../src/ideas/evidence/search-words.ts';

test('a text is found by what it says, not by the words that every idea has', () => {
  expect(searchWords('We would like a better service for residents of the council')).toEqual([]);
  expect(searchWords('Potholes, potholes and a pothole')).toEqual(['pothol']);
});

test('words of one meaning count as one', () => {
  expect(searchWords('pensioners')).toEqual(searchWords('elderly'));
  expect(searchWords('vans')).toEqual(searchWords('vehicle'));
});
