import { expect, test } from '@jest/globals';
import { timeZoneNamed } from '../../src/time/time-zone.ts';

test.each([
  ['Europe/London', 'Europe/London'],
  [' europe/london ', 'Europe/London'],
  ['AMERICA/NEW_YORK', 'America/New_York'],
  ['America/New York', 'America/New_York'],
  ['asia/kolkata', 'Asia/Kolkata'],
  ['utc', 'Etc/UTC'],
  ['etc/utc', 'Etc/UTC'],
])('%j is the zone %s', (typed, zone) => {
  expect(timeZoneNamed(typed)).toBe(zone);
});

test.each(['', 'London', 'Middle-earth/Shire', '+01:00', 'Europe/', 'Europe/London; drop'])(
  '%j is no zone',
  (typed) => {
    expect(timeZoneNamed(typed)).toBeUndefined();
  },
);
