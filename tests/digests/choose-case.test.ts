import { expect, test } from '@jest/globals';
import type { CaseCandidate } from '../../src/digests/candidates.ts';
import { chooseCase } from '../../src/digests/choose-case.ts';
import { usualWish, type Wish } from '../../src/digests/model.ts';
import type { Theme } from '../../src/subjects/codes.ts';
import { sampleCase, thirteenCases } from './sample-reading.ts';

const instant = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();

function chosen(
  cases: readonly CaseCandidate[],
  told: Readonly<Record<string, string>> = {},
  { wish = usualWish, notSeen = [] }: { wish?: Wish; notSeen?: readonly Theme[] } = {},
) {
  return chooseCase(wish, cases, told, new Set(notSeen))?.candidate.id;
}

test('a case not told yet is told, and none when all were', () => {
  const told = Object.fromEntries(thirteenCases.slice(0, 12).map(({ id }, n) => [id, instant(n)]));
  expect(chosen(thirteenCases, told)).toBe('case-m');
  expect(chosen(thirteenCases, { ...told, 'case-m': instant(12) })).toBeUndefined();
});

test('among those not told, one about something else than the last is chosen', () => {
  const cases = [
    sampleCase('a', ['assets-estate', 'regeneration']),
    sampleCase('b', ['regeneration']),
    sampleCase('c', ['early-years']),
  ];
  expect(chosen(cases, { 'case-a': instant(1) })).toBe('case-c');
});

test('the theme counts as the topics do, and one not seen of late comes before it', () => {
  const cases = [
    sampleCase('a', [], { theme: 'engagement' }),
    sampleCase('b', [], { theme: 'engagement' }),
    sampleCase('c', [], { theme: 'education' }),
  ];
  expect(chosen(cases, { 'case-a': instant(1) })).toBe('case-c');
  expect(chosen(cases, { 'case-a': instant(1) }, { notSeen: ['engagement'] })).toBe('case-b');
});

test('what the editors put forward comes first, then what is about the topics asked for', () => {
  const cases = [
    sampleCase('a', []),
    sampleCase('b', ['offending']),
    { ...sampleCase('c', []), featured: true },
  ];
  const wish: Wish = { ...usualWish, topics: ['offending'] };
  expect(chosen(cases, {}, { wish })).toBe('case-c');
  expect(chosen(cases, { 'case-c': instant(1) }, { wish })).toBe('case-b');
});

test('a case that is gone is not missed, a new one comes next, and who wants none gets none', () => {
  expect(chosen([sampleCase('new', [])], { 'case-gone': instant(1) })).toBe('case-new');
  expect(chosen([], { 'case-gone': instant(1) })).toBeUndefined();
  expect(chosen(thirteenCases, {}, { wish: { ...usualWish, include: ['articles'] } })).toBeUndefined();
});
