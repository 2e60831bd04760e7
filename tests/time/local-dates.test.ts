import { expect, test } from '@jest/globals';
import { addMonths, halfWay } from '../../src/time/local-dates.ts';

test.each([
  ['2026-11-24', 6, '2027-05-24'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-12-15', 12, '2027-12-15'],
])('%s and %d months is %s', (date, months, later) => {
  expect(addMonths(date, months)).toBe(later);
});

test('half-way is the earlier middle, and the day itself where there is no time between', () => {
  expect(halfWay('2027-03-01', '2027-03-31')).toBe('2027-03-16');
  expect(halfWay('2027-03-01', '2027-03-02')).toBe('2027-03-01');
  expect(halfWay('2027-03-01', '2027-03-01')).toBe('2027-03-01');
});
