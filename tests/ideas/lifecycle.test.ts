import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextAct } from '../../src/ideas/act-on.ts';
import { answerQuestion } from '../../src/ideas/answer-question.ts';
import { askAgain } from '../../src/ideas/ask-again.ts';
import { decisionsFrom, isFinal, lastOf, mayMove, moves, openStates } from '../../src/ideas/lifecycle.ts';
import { type Submission, submissions } from '../../src/ideas/model.ts';
import { changeSubmission, submissionOf } from '../../src/ideas/steps.ts';
import { decisions, type State, states } from '../../src/ideas/terms.ts';
import { withdraw } from '../../src/ideas/withdraw.ts';
import type { By } from '../../src/people/by.ts';
import { themes, topics } from '../../src/subjects/codes.ts';
import { ask } from '../../src/triage/ask.ts';
import { assign } from '../../src/triage/assign.ts';
import { reportBenefits } from '../../src/triage/benefits-dialog.ts';
import { correctSubjects } from '../../src/triage/correct.ts';
import { actOnDate } from '../../src/triage/dates-job.ts';
import { decide } from '../../src/triage/decide.ts';
import { reopen } from '../../src/triage/reopen-dialog.ts';
import { take } from '../../src/triage/take.ts';
import { giveVerdict, verdicts } from '../../src/triage/verdict.ts';
import { memoryStore } from '../store/memory-store.ts';
import { sampleSubmission } from './sample-submission.ts';

const tenantId = 'sample-tenant';
const store = memoryStore();
const now = new Date('2026-03-03T09:00:00.000Z');

// Few people, texts and entries, so that the same things happen again and meet each other.
const person = fc
  .constantFrom('ann', 'tess', 'tom')
  .map((id): By => ({ personId: id, name: `Sample ${id}` }));
const text = fc.constantFrom('Sample text A', 'Sample text B');
const looksBack = fc.nat({ max: 3 });
const mayDecideOwn = fc.boolean();

const step = fc.oneof(
  fc.record({ do: fc.constant('take' as const), by: person }),
  fc.record({ do: fc.constant('ask' as const), by: person, text, looksBack }),
  fc.record({ do: fc.constant('answer' as const), by: person, text, looksBack }),
  fc.record({
    do: fc.constant('decide' as const),
    by: person,
    text,
    looksBack,
    decision: fc.constantFrom(...decisions),
    mayDecideOwn,
  }),
  fc.record({
    do: fc.constant('correct' as const),
    by: person,
    theme: fc.option(fc.constantFrom(...themes), { nil: undefined }),
    topics: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 3 }),
  }),
  fc.record({
    do: fc.constant('assign' as const),
    by: person,
    owners: fc.uniqueArray(person, { minLength: 1, maxLength: 3, selector: ({ personId }) => personId }),
  }),
  fc.record({ do: fc.constant('reopen' as const), by: person, text }),
  fc.record({
    do: fc.constant('verdict' as const),
    by: person,
    text,
    verdict: fc.constantFrom(...verdicts),
    mayDecideOwn,
  }),
  fc.record({ do: fc.constant('report' as const), by: person, text }),
  fc.record({
    do: fc.constant('waitUntil' as const),
    date: fc.constantFrom('2026-05-01', '2026-10-01', '2027-10-01'),
  }),
  fc.record({ do: fc.constant('askAgain' as const), text }),
  fc.record({ do: fc.constant('withdraw' as const), text }),
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const planned = { endsOn: '2026-09-01', benefitsOn: '2026-12-01' };
const plan = {
  wakeOn: '2026-09-03',
  benefitsOn: planned.benefitsOn,
  trial: { lead: { personId: 'ann', name: 'Sample ann' }, endsOn: planned.endsOn, checkOn: '2026-06-01' },
};

/** Does one step as the bot does it, for somebody who saw the submission some entries ago. */
async function perform(reference: string, one: Step): Promise<void> {
  const change = (to: (submission: Submission) => Submission | undefined) =>
    changeSubmission(store, tenantId, reference, to);
  const seenIn = (submission: Submission, back: number) => submission.history.length - back;
  switch (one.do) {
    case 'take':
      await change((submission) => take(submission, one.by, now));
      return;
    case 'ask':
      await change((submission) => {
        const asked = { by: one.by, question: one.text, seen: seenIn(submission, one.looksBack) };
        const outcome = ask(submission, asked, now);
        return outcome.kind === 'asked' ? outcome.next : undefined;
      });
      return;
    case 'answer': {
      const before = await submissionOf(store, tenantId, reference);
      const entry = before?.questionAsked ?? (before ? seenIn(before, one.looksBack) : 0);
      const isTheirs = ({ author }: Submission) => author?.personId === one.by.personId;
      await answerQuestion(store, tenantId, isTheirs, { reference, entry, answer: one.text, now });
      return;
    }
    case 'decide':
      await change((submission) => {
        const { by, decision, text: reason, looksBack: back } = one;
        const made = { by, decision, reason, seen: seenIn(submission, back), plan };
        const outcome = decide(submission, made, now, one.mayDecideOwn);
        return outcome.kind === 'decided' ? outcome.next : undefined;
      });
      return;
    case 'correct':
      await change((submission) => correctSubjects(submission, one.by, one, now));
      return;
    case 'assign':
      await change((submission) => assign(submission, one.by, one.owners, now));
      return;
    case 'reopen':
      await change((submission) => reopen(submission, one.by, one.text, now));
      return;
    case 'verdict':
      await change((submission) => {
        const given = { by: one.by, verdict: one.verdict, learnt: one.text, ...planned };
        const outcome = giveVerdict(submission, given, now, one.mayDecideOwn);
        return outcome.kind === 'given' ? outcome.next : undefined;
      });
      return;
    case 'report': {
      const benefits = { other: one.text, confidence: 'low' } as const;
      await change((submission) => reportBenefits(submission, one.by, benefits, now));
      return;
    }
    case 'waitUntil':
      await change((submission) => actOnDate(submission, one.date, now));
      return;
    case 'askAgain':
      await change((submission) => {
        const to = lastOf(submission, 'decided')?.n ?? 0;
        const outcome = askAgain(submission, { to, news: one.text }, now);
        return outcome.kind === 'askedAgain' ? outcome.next : undefined;
      });
      return;
    case 'withdraw':
      await change((submission) => {
        const outcome = withdraw(submission, one.text, now);
        return outcome.kind === 'withdrawn' ? outcome.next : undefined;
      });
  }
}

/** A new submission, and how it stood after each of the steps. */
async function lifeOf(reference: string, steps: readonly Step[]): Promise<readonly Submission[]> {
  const first = sampleSubmission({ reference });
  await store.create(submissions, tenantId, { id: reference, body: first });
  const life = [first];
  for (const one of steps) {
    await perform(reference, one);
    const stands = await submissionOf(store, tenantId, reference);
    if (!stands) throw new Error('The submission is gone');
    life.push(stands);
  }
  return life;
}

let lives = 0;
const lifeHolds = (holds: (before: Submission, after: Submission, one: Step) => void) =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      lives += 1;
      const life = await lifeOf(`LIFE${lives}`, steps);
      for (const [index, one] of steps.entries()) {
        const [before, after] = life.slice(index, index + 2);
        if (before && after) holds(before, after, one);
      }
    }),
    { numRuns: 100 },
  );

test('whoever does what in which order, every change of state is one of the moves', () =>
  lifeHolds((before, after) => {
    if (before.state !== after.state) expect(mayMove(before.state, after.state)).toBe(true);
  }));

test('a final state never changes, but that a declined one is reopened or its author asks again', () =>
  lifeHolds((before, after, one) => {
    if (!isFinal(before.state) || after.state === before.state) return;
    expect(before.state).toBe('declined');
    expect(['reopen', 'askAgain']).toContain(one.do);
  }));

test('what waits for a date stands under the date on which the clock acts next, and nothing else does', () =>
  lifeHolds((_before, after) => {
    expect(after.actOn).toBe(nextAct(after)?.on);
    if (after.state === 'parked') expect(after.actOn).toBe(plan.wakeOn);
    if (after.state !== 'parked' && after.state !== 'trial' && after.state !== 'adopted')
      expect(after.actOn).toBeUndefined();
  }));

test('the history only grows, by one entry a step, and is numbered; each entry raises one event', () =>
  lifeHolds((before, after) => {
    const grown = after.history.slice(before.history.length);
    expect(after.history.slice(0, before.history.length)).toEqual(before.history);
    expect(grown.length).toBeLessThanOrEqual(1);
    expect(after.history.map(({ n }) => n)).toEqual(after.history.map((_, index) => index));
    expect(after.events.slice(before.events.length).map(({ type, data }) => [type, data.entry])).toEqual(
      grown.map(({ what, n }) => [`idea.${what}`, String(n)]),
    );
  }));

test('nothing about a submission changes without an entry in its history', () =>
  lifeHolds((before, after) => {
    if (after.history.length === before.history.length) expect(after).toEqual(before);
  }));

test('the open question is one that was asked and has no answer, and goes with a decision', () =>
  lifeHolds((_before, after) => {
    if (after.questionAsked === undefined) {
      expect(after.state).not.toBe('question');
      return;
    }
    expect(after.history[after.questionAsked]?.what).toBe('asked');
    expect(after.history.some((entry) => entry.what === 'answered' && entry.to === after.questionAsked)).toBe(
      false,
    );
    expect(['question', 'trial']).toContain(after.state);
  }));

test('only the author answers, and only somebody else decides unless a setting lifts that', () =>
  lifeHolds((before, after, one) => {
    const added = after.history[before.history.length];
    if (added?.what === 'answered') expect('by' in one && one.by.personId).toBe('ann');
    if (added?.what === 'decided' && one.do === 'decide' && !one.mayDecideOwn)
      expect(added.by.personId).not.toBe('ann');
  }));

test('nobody decides over a decision or asks over a question that they have not seen', () =>
  lifeHolds((before, after, one) => {
    const added = after.history[before.history.length];
    if (!added || !('looksBack' in one)) return;
    const unseen = before.history.slice(before.history.length - one.looksBack);
    if (added.what === 'decided') expect(unseen.some(({ what }) => what === 'decided')).toBe(false);
    if (added.what === 'asked') expect(unseen.some(({ n }) => n === before.questionAsked)).toBe(false);
  }));

test('the first who takes, asks or decides has it, and keeps it until it is given to somebody', () =>
  lifeHolds((before, after, one) => {
    if (one.do === 'assign') return;
    if (before.owner) expect(after.owner).toEqual(before.owner);
    const added = after.history[before.history.length];
    if (added?.what === 'taken' || added?.what === 'asked' || added?.what === 'decided')
      expect(after.owner).toEqual(before.owner ?? added.by);
  }));

const wordsOfReadme: Readonly<Record<string, State>> = {
  received: 'received',
  'being looked at': 'inReview',
  'a question to the author': 'question',
  trial: 'trial',
  'not now': 'parked',
  adopted: 'adopted',
  declined: 'declined',
  'benefits reported': 'reported',
  merged: 'merged',
  published: 'published',
  ended: 'ended',
  withdrawn: 'withdrawn',
};

/** The states that a cell of the table names, such as `trial, not now`. */
const statesIn = (cell: string): readonly State[] =>
  cell.split(',').map((words) => {
    const state = wordsOfReadme[words.trim().toLowerCase()];
    if (!state) throw new Error(`README names a state that is none: ${words}`);
    return state;
  });

test('the table in README holds exactly the moves', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const section = readme.split(/^## /mu).find((part) => part.startsWith('What may become of a submission'));
  const rows = [...(section ?? '').matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gmu)].slice(1);
  const tabled = rows.flatMap(([, from = '', to = '']) =>
    statesIn(from).map((state) => [state, to.trim() === 'final' ? [] : [...statesIn(to)].sort()]),
  );
  expect(tabled).toHaveLength(states.length);
  expect(Object.fromEntries(tabled)).toEqual(
    Object.fromEntries(Object.entries(moves).map(([from, to]) => [from, [...to].sort()])),
  );
});

test('what may be decided is offered in one order, and open are all states but the final ones', () => {
  expect(decisionsFrom({ kind: 'idea', state: 'received' })).toEqual([
    'trial',
    'adopted',
    'parked',
    'declined',
  ]);
  expect(decisionsFrom({ kind: 'idea', state: 'trial' })).toEqual(['adopted', 'parked', 'declined']);
  expect(decisionsFrom({ kind: 'idea', state: 'declined' })).toEqual([]);
  expect([...openStates].sort()).toEqual([
    'adopted',
    'inReview',
    'parked',
    'published',
    'question',
    'received',
    'trial',
  ]);
});
