import { expect, test } from '@jest/globals';
import { worthOfSearch } from './sample-pairs.ts';

const worth = worthOfSearch();

test('at least 200 labelled pairs tell what the search is worth', () => {
  expect(worth.pairs).toBeGreaterThanOrEqual(200);
});

test('the same idea in other words is found, and what is unrelated hardly ever', () => {
  expect(worth.recallAt3).toBeGreaterThanOrEqual(0.8);
  expect(worth.unrelatedShown).toBeLessThanOrEqual(0.05);
});

test('of the case studies that are shown at most a tenth are not to the point', () => {
  expect(worth.irrelevantCases).toBeLessThanOrEqual(0.1);
  expect(worth.servedWithCase).toBeGreaterThanOrEqual(0.5);
});
