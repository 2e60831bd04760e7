import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRequest } from '../../src/digests/request.ts';
import { scheduleSchema, weekdays } from '../../src/time/schedule.ts';
import { timeZone, words } from './sample-place.ts';

const read = (said: string) => readRequest(words, said, timeZone);

describe('what is said after "digest" is understood as', () => {
  test.each([
    ['', { kind: 'show' }],
    ['  ', { kind: 'show' }],
    ['on', { kind: 'on' }],
    ['subscribe', { kind: 'on' }],
    ['pause', { kind: 'pause' }],
    ['preview', { kind: 'preview' }],
    ['now', { kind: 'now' }],
    ['Now!', { kind: 'now' }],
    ['right now', { kind: 'now' }],
    ['off', { kind: 'off' }],
    ['OFF.', { kind: 'off' }],
    ['stop', { kind: 'off' }],
    ['unsubscribe', { kind: 'off' }],
  ])('%j', (said, request) => {
    expect(read(said)).toEqual(request);
  });

  test.each([
    ['weekly tuesday 10:00', 'tuesday', '10:00'],
    ['weekly', 'tuesday', '10:00'],
    ['Weekly Tue 10', 'tuesday', '10:00'],
    ['weekly tues. 10am', 'tuesday', '10:00'],
    ['every week on Friday at 9.30', 'friday', '09:30'],
    ['every wednesday at 4pm please', 'wednesday', '16:00'],
    ['on Thursdays, 22:30', 'thursday', '22:30'],
    ['sunday 12am', 'sunday', '00:00'],
    ['saturday noon', 'saturday', '12:00'],
    ['mon', 'monday', '10:00'],
    ['10.15 weekly weds', 'wednesday', '10:15'],
    ['thu 12:30 pm', 'thursday', '12:30'],
    ['weekly 9', 'tuesday', '09:00'],
    ['fri 0930', 'friday', '09:30'],
    ['10:00', 'tuesday', '10:00'],
    ['tuesday  10  o’clock', 'tuesday', '10:00'],
    ["tuesday 10 o'clock", 'tuesday', '10:00'],
    ['weekly weekly tuesday', 'tuesday', '10:00'],
    ['weekly tuesday friday', 'tuesday friday', '10:00'],
    ['weekly friday and tuesday 10:00', 'tuesday friday', '10:00'],
    ['mon, wed, fri at 8.30', 'monday wednesday friday', '08:30'],
    ['every tuesday and tuesday', 'tuesday', '10:00'],
  ])('%j: weekly', (said, weekdaysSaid, time) => {
    const schedule = { kind: 'weekly', weekdays: weekdaysSaid.split(' '), time, timeZone };
    expect(read(said)).toEqual({ kind: 'subscribe', schedule });
  });

  test.each([
    ['daily 9:30 Europe/Paris', 'Europe/Paris'],
    ['weekdays america/new_york 9:30', 'America/New_York'],
    ['daily 9:30 asia/kolkata', 'Asia/Kolkata'],
  ])('%j: by other clocks', (said, zone) => {
    expect(read(said)).toEqual({
      kind: 'subscribe',
      schedule: { kind: 'daily', time: '09:30', timeZone: zone },
    });
  });

  test.each([
    ['daily', '10:00'],
    ['daily 9:30', '09:30'],
    ['every day at 8', '08:00'],
    ['every weekday at 8.15am', '08:15'],
    ['weekdays noon', '12:00'],
  ])('%j: daily', (said, time) => {
    expect(read(said)).toEqual({ kind: 'subscribe', schedule: { kind: 'daily', time, timeZone } });
  });

  test.each([
    ['monthly', 1, '10:00'],
    ['monthly 1 10am', 1, '10:00'],
    ['monthly 15', 15, '10:00'],
    ['monthly 15 9', 15, '09:00'],
    ['monthly 10am', 1, '10:00'],
    ['monthly 9.30pm 2', 2, '21:30'],
    ['every month on the 31st at 16:00', 31, '16:00'],
    ['monthly on the last day of the month at 10', 31, '10:00'],
    ['the 2nd of each month', 2, '10:00'],
    ['the 3rd, 11am', 3, '11:00'],
    ['monthly last 8', 31, '08:00'],
  ])('%j: monthly', (said, dayOfMonth, time) => {
    expect(read(said)).toEqual({
      kind: 'subscribe',
      schedule: { kind: 'monthly', dayOfMonth, time, timeZone },
    });
  });
});

test.each([
  'sometimes',
  'daily 9:30 middle-earth/shire',
  'daily 9:30 europe/paris europe/london',
  'daily weekly',
  'monthly tuesday friday',
  'daily tuesday',
  'weekly 25:00',
  'weekly 10:60',
  'weekly 24',
  'weekly 13pm',
  'weekly 0am',
  'weekly tuesday 10 11',
  'weekly tuesday 10:00 11:00',
  'weekly 2nd',
  'monthly 32',
  'monthly 0',
  'monthly the 0th',
  'monthly tuesday',
  'monthly 1st 2nd',
  'monthly 1 2 3',
  'every fortnight',
  'tuesday morning',
  'nowadays',
  'monthlyish',
  '5',
  'at',
  '🕙',
])('%j is not understood', (said) => {
  expect(read(said)).toEqual({ kind: 'notUnderstood' });
});

test('whatever is said, what is understood is a schedule that can be kept', () => {
  const token = fc.oneof(
    fc.constantFrom(
      'daily',
      'weekly',
      'monthly',
      'at',
      'on',
      'the',
      'last day',
      'noon',
      'now',
      '31st',
      '12pm',
      'europe/paris',
    ),
    fc.constantFrom(...weekdays),
    fc.integer({ min: 0, max: 9999 }).map(String),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 6 }), (tokens) => {
      const request = read(tokens.join(' '));
      if (request.kind === 'subscribe')
        expect(scheduleSchema.parse(request.schedule)).toEqual(request.schedule);
    }),
    { numRuns: 1000 },
  );
});
