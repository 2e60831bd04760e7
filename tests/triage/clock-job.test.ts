import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueDatesBy } from '../../src/ideas/due-dates.ts';
import type { Submission } from '../../src/ideas/model.ts';
import { type State, states } from '../../src/ideas/terms.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import { clockStage, clockStruck, strike } from '../../src/triage/clock-job.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';

const calendar = workingCalendar('Europe/London');
const dueDates = dueDatesBy(calendar, { acknowledge: 2, decide: 10 });
const day = 86_400_000;

const owner = { personId: 'tess', name: 'Sample tess' };

const shared = fc.date({
  min: new Date('2027-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
});

const submissionAt = (createdAt: Date, state: State, owned: boolean): Submission => {
  const at = createdAt.toISOString();
  return sampleSubmission({
    state,
    createdAt: at,
    history: [{ n: 0, at, what: 'submitted' }],
    ...(owned && { owner }),
  });
};

test('whatever is asked when and how often, each word of the clock is said once, in order, and only while it is undecided', () => {
  const order = ['unseen', 'near', 'overdue'];
  fc.assert(
    fc.property(
      shared,
      fc.constantFrom(...states),
      fc.boolean(),
      fc.array(fc.nat({ max: 30 * day }), { maxLength: 12 }),
      (createdAt, state, owned, offsets) => {
        let submission = submissionAt(createdAt, state, owned);
        const due = dueDates(submission);
        const said: string[] = [];
        for (const offset of offsets.toSorted((a, b) => a - b)) {
          const next = strike(submission, due, new Date(createdAt.getTime() + offset));
          if (!next) continue;
          submission = next;
          said.push(next.events.at(-1)?.data.stage ?? '');
        }
        expect(new Set(said).size).toBe(said.length);
        expect(said).toEqual(order.filter((stage) => said.includes(stage)));
        if (state !== 'received' && state !== 'inReview') expect(said).toEqual([]);
        if (owned) expect(said).not.toContain('unseen');
        expect(submission.events.every(({ type }) => type === clockStruck)).toBe(true);
      },
    ),
  );
});

test('the decision is near two working days before it is due, and overdue only after the day it is due', () => {
  fc.assert(
    fc.property(shared, (createdAt) => {
      const submission = submissionAt(createdAt, 'inReview', true);
      const due = dueDates(submission);
      expect(calendar.addWorkingDays(due.near, 2).getTime()).toBe(due.decide.getTime());
      expect(clockStage(submission, due, due.near)).toBeUndefined();
      expect(clockStage(submission, due, new Date(due.near.getTime() + 1))).toBe('near');
      expect(clockStage(submission, due, due.decide)).toBe('near');
      expect(clockStage(submission, due, new Date(due.decide.getTime() + 1))).toBe('overdue');
    }),
  );
});

test('nothing is said while it is snoozed, and then it is said anew', () => {
  const submission = submissionAt(new Date('2027-02-22T10:00:00Z'), 'inReview', true);
  const due = dueDates(submission);
  const at = new Date('2027-03-10T10:00:00Z');
  const struck = strike(submission, due, at);
  expect(struck?.events).toHaveLength(1);
  const snoozed = { ...(struck ?? submission), snoozedUntil: '2027-03-12T18:00:00.000Z' };
  expect(strike(snoozed, due, new Date('2027-03-12T17:59:00Z'))).toBeUndefined();
  const again = strike(snoozed, due, new Date('2027-03-15T08:00:00Z'));
  expect(again?.events).toHaveLength(2);
  expect(again && strike(again, due, new Date('2027-03-16T08:00:00Z'))).toBeUndefined();
});
