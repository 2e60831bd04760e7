import { describe, expect, test } from '@jest/globals';
import { advance, closeEarly, edit, endOf, takeBack, tellDecided } from '../../src/challenges/life.ts';
import { type Challenge, isOpen, wordingOf } from '../../src/challenges/model.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { wallClock } from '../../src/time/wall-clock.ts';

const timeZone = 'Europe/London';
const readClock = wallClock(timeZone);
const time = { timeZone, localDate: (instant: Date) => readClock(instant).date };
const id = 'sample-challenge';
const tess = { personId: 'tess', name: 'Tess Sample' };

const challenge = (given: Partial<Challenge> = {}): Challenge => ({
  title: 'Sample challenge',
  text: 'Sample text, long enough.',
  questions: [],
  topics: [],
  opensOn: '2026-10-23',
  closesOn: '2026-10-26',
  endsAt: '2026-10-26T17:00:00.000Z',
  dueAt: '2026-10-23T08:00:00.000Z',
  placeIds: ['sample-channel'],
  state: 'planned',
  by: tess,
  changes: 0,
  createdAt: '2026-10-20T08:00:00.000Z',
  content: 'sample',
  ...noEvents,
  ...given,
});

const steps = ({ events }: Challenge) => events.map(({ type }) => type);

describe('a challenge over the night when the clocks go back', () => {
  test('opens and counts down at 9:00 by the clocks on the wall, and closes at 17:00', () => {
    const dues: string[] = [];
    let body = challenge();
    while (body.state === 'planned' || body.state === 'open') {
      dues.push(body.dueAt);
      body = advance({ id, body }, new Date(body.dueAt), time) ?? body;
    }
    expect(dues).toEqual([
      '2026-10-23T08:00:00.000Z',
      '2026-10-24T08:00:00.000Z',
      '2026-10-25T09:00:00.000Z',
      '2026-10-26T09:00:00.000Z',
      '2026-10-26T17:00:00.000Z',
    ]);
    expect(endOf({ closesOn: '2026-10-23' }, time)).toBe('2026-10-23T16:00:00.000Z');
  });

  test('has nothing due a second before, and nothing twice', () => {
    expect(advance({ id, body: challenge() }, new Date('2026-10-23T07:59:59Z'), time)).toBeUndefined();
    const opened = advance({ id, body: challenge() }, new Date('2026-10-23T08:00:20Z'), time);
    expect(opened && steps(opened)).toEqual(['challenge.opened']);
    expect(opened && advance({ id, body: opened }, new Date('2026-10-23T08:00:20Z'), time)).toBeUndefined();
  });
});

test('after an outage each step is made up for once', () => {
  const late = new Date('2026-10-25T12:00:00Z');
  const open = challenge({ state: 'open', dueAt: '2026-10-24T08:00:00.000Z' });
  const counted = advance({ id, body: open }, late, time);
  expect(counted && steps(counted)).toEqual(['challenge.countedDown']);
  expect(counted?.dueAt).toBe('2026-10-26T09:00:00.000Z');
  const over = advance({ id, body: challenge() }, new Date('2026-11-01T12:00:00Z'), time);
  expect(over && steps(over)).toEqual(['challenge.opened', 'challenge.closed']);
  expect(new Set(over?.events.map((event) => event.id)).size).toBe(2);
});

test('takes ideas until the minute of its end, even before the job has closed it', () => {
  const open = challenge({ state: 'open' });
  expect(isOpen(open, new Date('2026-10-26T16:59:59Z'))).toBe(true);
  expect(isOpen(open, new Date('2026-10-26T17:00:00Z'))).toBe(false);
});

test('is closed, taken back and told of once only', () => {
  const now = new Date('2026-10-24T10:00:00Z');
  const closed = closeEarly({ id, body: challenge({ state: 'open' }) }, tess, now);
  expect(closed).toMatchObject({ state: 'closed', endsAt: now.toISOString(), closedBy: tess });
  const body = closed ?? challenge();
  expect(closeEarly({ id, body }, tess, now)).toBeUndefined();
  expect(takeBack({ id, body }, now)).toBeUndefined();
  expect(advance({ id, body }, new Date('2026-11-01T00:00:00Z'), time)).toBeUndefined();
  const told = tellDecided({ id, body }, now);
  expect(told && tellDecided({ id, body: told }, now)).toBeUndefined();
});

test('counting down is no change that an editor has to hear of', () => {
  const open = challenge({ state: 'open', dueAt: '2026-10-24T08:00:00.000Z' });
  const counted = advance({ id, body: open }, new Date('2026-10-24T08:00:05Z'), time) ?? open;
  const wish = {
    title: open.title,
    text: 'Sample text of an editor.',
    opensOn: open.opensOn,
    closesOn: '2026-10-27',
    seen: wordingOf(open),
  };
  const outcome = edit({ id, body: counted }, wish, new Date('2026-10-24T08:01:00Z'), time);
  expect(outcome.kind === 'edited' && outcome.next.endsAt).toBe('2026-10-27T17:00:00.000Z');
  const other = challenge({ state: 'open', text: 'Sample text of another editor.' });
  expect(edit({ id, body: other }, wish, new Date(), time).kind).toBe('meanwhile');
});
