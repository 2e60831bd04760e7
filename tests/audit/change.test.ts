import { describe, expect, test } from '@jest/globals';
import { mayAsk, withAsked } from '../../src/audit/ask-owner.ts';
import { endBarrier, markChanged } from '../../src/audit/change.ts';
import type { ControlRecord } from '../../src/audit/model.ts';
import { byControl } from '../../src/audit/standing.ts';
import { states } from '../../src/ideas/terms.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const tess = { personId: 'tess', name: 'Tess Sample' };
const tom = { personId: 'tom', name: 'Tom Sample' };
const olga = { personId: 'olga', name: 'Olga Sample' };
const record: ControlRecord = { control: 'it', changes: [], ...noEvents };
const barrier = sampleSubmission({ kind: 'barrier', control: 'it' });
const what = 'Sample change.';

describe('what was changed', () => {
  test('ends a barrier from every state in which it stands, and none that is closed', () => {
    const change = { id: 'c1', by: tess, at: now.toISOString(), what, barriers: [barrier.reference] };
    const ends = states.filter((state) => endBarrier({ ...barrier, state }, change, '2026-11-24'));
    expect(ends).toEqual(['received', 'inReview', 'question', 'trial', 'adopted', 'parked']);
    const ended = endBarrier({ ...barrier, state: 'parked', actOn: '2027-01-01' }, change, '2026-11-24');
    expect(ended).toMatchObject({ state: 'adopted', changedBy: 'c1', actOn: '2027-05-24', owner: tess });
    expect(ended && endBarrier(ended, change, '2026-11-24')).toBeUndefined();
    expect(endBarrier({ ...barrier, kind: 'idea' }, change, '2026-11-24')).toBeUndefined();
  });

  test('is kept once for each barrier: of two who mark it, the second is told of the first', () => {
    const first = markChanged(record, 'c1', { by: tess, what, barriers: ['A', 'B'] }, now);
    if (first.kind !== 'done') throw new Error('The first is done');
    expect(markChanged(first.next, 'c1', { by: tess, what, barriers: ['A', 'B'] }, now).kind).toBe(
      'standing',
    );
    expect(markChanged(first.next, 'c2', { by: tom, what, barriers: ['B'] }, now)).toEqual({
      kind: 'meanwhile',
      change: first.next.changes[0],
    });
    const part = markChanged(first.next, 'c3', { by: tom, what, barriers: ['B', 'C'] }, now);
    expect(part.kind === 'done' && part.next.changes.map(({ barriers }) => barriers)).toEqual([
      ['A', 'B'],
      ['C'],
    ]);
  });

  test('takes its barriers out of the register at once', () => {
    const changes = [{ id: 'c1', by: tess, at: now.toISOString(), what, barriers: [barrier.reference] }];
    const other = { ...barrier, reference: 'H4D3F9', hoursAMonth: 12 };
    const [first] = byControl([barrier, other], new Map([['it', { ...record, changes }]]));
    expect(first).toEqual({ at: 'it', barriers: [other], hours: 12, counted: 1 });
  });
});

describe('an owner is asked', () => {
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const asked = withAsked(record, olga, tess, now);

  test('when barriers have come since, or when a week has gone without an answer', () => {
    expect(mayAsk(record, olga, [], now)).toBe(false);
    expect(mayAsk(record, olga, [barrier], now)).toBe(true);
    expect(mayAsk(asked, olga, [barrier], later(6))).toBe(false);
    expect(mayAsk(asked, olga, [barrier], later(7))).toBe(true);
    const fresh = { ...barrier, createdAt: later(1).toISOString() };
    expect(mayAsk(asked, olga, [fresh, barrier], later(1))).toBe(true);
  });

  test('not again once they have answered, but another owner is', () => {
    const answer = { n: 1, by: olga, at: later(1).toISOString(), stance: 'stays', text: 'Sample.' } as const;
    expect(mayAsk({ ...asked, answer }, olga, [barrier], later(90))).toBe(false);
    expect(mayAsk({ ...asked, answer }, tom, [barrier], later(2))).toBe(true);
  });
});
