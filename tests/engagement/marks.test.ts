import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../../src/bot/turn.ts';
import {
  countMarks,
  follow,
  followersOf,
  marksOn,
  support,
  takeSupportBack,
} from '../../src/engagement/marks.ts';
import { recounts, type Subject } from '../../src/engagement/model.ts';
import { noteChange, recountDue } from '../../src/engagement/recount.ts';
import { memoryStore } from '../store/memory-store.ts';

const now = new Date('2026-11-24T10:05:30.000Z');

const subjectOf = (id: string): Subject => ({ tenantId: 'sample-tenant', kind: 'idea', id });

const person = (n: number): Actor => ({
  tenantId: 'sample-tenant',
  personId: `person-${n}`,
  name: `Sample person ${n}`,
  teamsUserId: `29:${n}`,
});

test('the count is the number of people whose last click was support, however the clicks of many mix', async () => {
  const store = memoryStore();
  let ideas = 0;
  const clicks = fc.array(fc.constantFrom('support', 'supportUnnamed', 'takeBack'), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(clicks, { minLength: 1, maxLength: 8 }), async (people) => {
      const subject = subjectOf(`idea-${ideas++}`);
      await Promise.all(
        people.map(async (own, n) => {
          for (const click of own) {
            if (click === 'takeBack') await takeSupportBack(store, subject, person(n), now);
            else await support(store, subject, person(n), { named: click === 'support', now });
          }
        }),
      );
      const supporting = people.filter((own) => own.length > 0 && own.at(-1) !== 'takeBack').length;
      expect(await countMarks(store, subject, 'support')).toBe(supporting);
      expect((await marksOn(store, subject, 'nobody')).supports).toBe(supporting);
    }),
    { numRuns: 60 },
  );
});

test('one person who presses support many times at once counts once', async () => {
  const store = memoryStore();
  const subject = subjectOf('K7Q2MX');
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => support(store, subject, person(1), { named: true, now })),
  );
  expect(outcomes.map(({ supports }) => supports)).toEqual(Array(10).fill(1));
  expect(await countMarks(store, subject, 'support')).toBe(1);
});

test('the marks of one subject are not those of another', async () => {
  const store = memoryStore();
  await support(store, subjectOf('K7Q2MX'), person(1), { named: true, now });
  expect(await marksOn(store, subjectOf('P4N8RC'), 'person-1')).toMatchObject({
    supports: 0,
    supporting: false,
  });
});

test('beyond what is read at once, the store counts and own marks are still known', async () => {
  const store = memoryStore();
  const subject = subjectOf('K7Q2MX');
  for (let n = 0; n < 1001; n++) await follow(store, subject, person(n), now);
  expect(await marksOn(store, subject, 'person-999')).toMatchObject({ followers: 1001, following: true });
  const pages: number[] = [];
  for await (const page of followersOf(store, subject)) pages.push(page.length);
  expect(Math.max(...pages)).toBe(100);
  expect(pages.reduce((all, length) => all + length, 0)).toBe(1001);
});

test('many clicks of one minute ask for one count, after that minute; a count that fails is asked for again', async () => {
  const store = memoryStore();
  const subject = subjectOf('K7Q2MX');
  for (let n = 0; n < 5; n++) await noteChange(store, subject, now);
  const counted: string[] = [];
  const due = (at: string, recount = async (id: string) => void counted.push(id)) =>
    recountDue(store, subject, new Date(at), recount);
  await due('2026-11-24T10:06:05.000Z');
  expect(counted).toEqual([]);
  const failing = due('2026-11-24T10:06:10.000Z', async () => Promise.reject(new Error('The store is down')));
  await expect(failing).rejects.toThrow('The store is down');
  await due('2026-11-24T10:06:20.000Z');
  await due('2026-11-24T10:06:30.000Z');
  expect(counted).toEqual(['K7Q2MX']);
  expect(await store.count(recounts, 'sample-tenant', {})).toBe(0);
});
