import { expect, test } from '@jest/globals';
import { saidReturn } from '../../src/triage/absent/said-return.ts';

// A Tuesday.
const today = '2026-11-24';

test.each([
  ['until friday', '2026-11-27'],
  ['fri', '2026-11-27'],
  ['until tuesday', '2026-12-01'],
  ['Until Next Monday', '2026-11-30'],
  ['next week', '2026-11-30'],
  ['tomorrow', '2026-11-25'],
  ['until 3 december', '2026-12-03'],
  ['3rd Dec 2026', '2026-12-03'],
  ['until 3/12', '2026-12-03'],
  ['03/12/2026', '2026-12-03'],
  ['2 january', '2027-01-02'],
  ['24 november', '2027-11-24'],
  ['2026-12-03', '2026-12-03'],
])('“away %s” is understood', (said, date) => {
  expect(saidReturn(said, today)).toBe(date);
});

test.each([
  '',
  'today',
  'until',
  '2026-11-24',
  '31 november',
  '30 february',
  '2028-01-01',
  '3',
  'the summer',
  '13/13',
])('“away %s” is not guessed at', (said) => {
  expect(saidReturn(said, today)).toBeUndefined();
});
