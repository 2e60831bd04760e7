import { describe, expect, test } from '@jest/globals';
import type { HistoryEntry } from '../../../src/ideas/history.ts';
import type { Submission } from '../../../src/ideas/model.ts';
import { medianOf, startTally } from '../../../src/triage/numbers/tally.ts';
import { sampleSubmission } from '../../ideas/sample-submission.ts';

const now = new Date('2026-03-20T09:00:00.000Z');
const localDate = (instant: Date) => instant.toISOString().slice(0, 10);
const by = { personId: 'tess', name: 'Sample Tess' };

function decided(at: string, given: Partial<Submission> = {}): Submission {
  const history: HistoryEntry[] = [
    { n: 0, at: '2026-03-02T09:00:00.000Z', what: 'submitted' },
    { n: 1, at, what: 'decided', by, decision: 'declined', reason: 'Sample reason' },
  ];
  return sampleSubmission({ state: 'declined', history, ...given });
}

const tallied = (...all: readonly Submission[]) => {
  const tally = startTally(now, localDate);
  for (const one of all) tally.add(one);
  return tally.figures();
};

test('of nothing all is nothing, in twelve months', () => {
  const figures = tallied();
  expect(figures).toMatchObject({ total: 0, waiting: 0, reported: 0, pounds: 0, themes: {}, services: {} });
  expect(figures.medianDays).toBeUndefined();
  expect(figures.months.map(({ month }) => month)).toEqual([
    '2025-04',
    '2025-05',
    '2025-06',
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
});

test('decisions, months, themes, services and benefits are added up; projects are not decided', () => {
  const figures = tallied(
    sampleSubmission({ theme: 'education', service: 'Housing' }),
    decided('2026-03-04T09:00:00.000Z', { service: 'Housing' }),
    decided('2026-03-12T09:00:00.000Z', {
      state: 'reported',
      benefits: { cashable: 500, confidence: 'low' },
    }),
    sampleSubmission({ kind: 'project', state: 'published' }),
  );
  expect(figures).toMatchObject({
    total: 4,
    waiting: 1,
    themes: { education: 1, '': 3 },
    services: { Housing: 2, '': 2 },
    decisions: { trial: 0, adopted: 1, parked: 0, declined: 1 },
    medianDays: 6,
    reported: 1,
    pounds: 500,
  });
  expect(figures.months.at(-1)).toEqual({ month: '2026-03', received: 4, decided: 2 });
});

describe('the median', () => {
  test.each([
    [[], undefined],
    [[3], 3],
    [[5, 1], 3],
    [[9, 1, 2], 2],
  ])('of %j is %j', (values, median) => expect(medianOf(values)).toBe(median));
});
