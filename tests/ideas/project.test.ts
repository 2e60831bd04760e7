import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decisionsFrom, mayBecome, moves } from '../../src/ideas/lifecycle.ts';
import type { Submission } from '../../src/ideas/model.ts';
import { askForUpdate, nextAsk, update, withNextAsk } from '../../src/ideas/project.ts';
import { kinds, states } from '../../src/ideas/terms.ts';
import { publish } from '../../src/triage/publish.ts';
import { sampleProject } from './sample-project.ts';

const now = new Date('2027-02-22T10:00:00Z');
const ann = { personId: 'ann', name: 'Ann Sample' };
const tess = { personId: 'tess', name: 'Tess Sample' };

const date = fc.integer({ min: 1, max: 60 }).map((day) => {
  const instant = new Date(Date.UTC(2027, 1, day));
  return instant.toISOString().slice(0, 10);
});
const plan = fc.record(
  { milestone: fc.record({ text: fc.constant('Sample milestone'), on: date }), endsOn: date },
  { requiredKeys: [] },
);

describe('the lifecycle by kind', () => {
  test('a project is never decided, an idea or a barrier never published', () => {
    for (const kind of kinds)
      for (const state of states) {
        const reachable = moves[state].filter((to) => mayBecome({ kind, state }, to));
        const barred =
          kind === 'project' ? ['trial', 'adopted', 'parked', 'declined'] : ['published', 'ended'];
        for (const to of reachable) expect(barred).not.toContain(to);
        if (kind === 'project') expect(decisionsFrom({ kind, state })).toEqual([]);
      }
  });
});

describe('asking a lead for updates', () => {
  test('the next question is on a planned date, and always later than the last', () => {
    fc.assert(
      fc.property(plan, date, (planned, after) => {
        const next = nextAsk(planned, after);
        if (next === undefined) return;
        expect(next > after).toBe(true);
        expect([planned.milestone?.on, planned.endsOn]).toContain(next);
      }),
    );
  });

  test('day by day, each planned date is asked for at most once, never early, and none is forgotten', () => {
    fc.assert(
      fc.property(plan, fc.array(date, { minLength: 1, maxLength: 20 }), (planned, days) => {
        let project: Submission = sampleProject({
          state: 'published',
          project: withNextAsk({ lead: ann, stage: 'pilot', ...planned }),
        });
        const askedOn: string[] = [];
        for (const today of days.toSorted()) {
          const next = askForUpdate(project, today, now);
          if (!next) continue;
          const asked = next.history.at(-1);
          if (asked?.what !== 'updateAsked') throw new Error('Something else happened');
          expect(asked.on <= today).toBe(true);
          askedOn.push(asked.on);
          project = next;
        }
        expect(new Set(askedOn).size).toBe(askedOn.length);
        const last = days.toSorted().at(-1) ?? '';
        const due = [planned.milestone?.on, planned.endsOn].some((on) => on !== undefined && on <= last);
        expect(askedOn.length > 0).toBe(due);
      }),
    );
  });

  test('a project without a lead is never asked about', () => {
    fc.assert(
      fc.property(plan, (planned) => {
        expect(withNextAsk({ stage: 'pilot', ...planned }).askOn).toBeUndefined();
      }),
    );
  });
});

describe('publishing and telling', () => {
  test('a published project is published once', () => {
    const first = publish(sampleProject(), tess, now, false);
    if (first.kind !== 'published') throw new Error(first.kind);
    expect(publish(first.next, tess, now, false).kind).toBe('standing');
  });

  test('an idea cannot be published', () => {
    expect(publish(sampleProject({ kind: 'idea' }), tess, now, false).kind).toBe('standing');
  });

  test('the same update again changes nothing; after the end there is nothing to tell', () => {
    const told = { by: ann, stage: 'ended', happened: 'Sample update' } as const;
    const first = update(sampleProject({ state: 'published' }), told, '2027-02-22', now);
    if (first.kind !== 'updated') throw new Error(first.kind);
    expect(first.next.state).toBe('ended');
    expect(first.next.project?.askOn).toBeUndefined();
    expect(update(first.next, told, '2027-02-22', now).kind).toBe('standing');
    expect(update(first.next, { ...told, happened: 'Other' }, '2027-02-22', now).kind).toBe('notPossible');
  });
});
