import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseCase } from '../../src/digests/choose-case.ts';
import { sampleCase, thirteenCases } from './sample-reading.ts';

const instant = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();

test('a case not told yet comes before all that were', () => {
  const told = Object.fromEntries(thirteenCases.slice(0, 12).map(({ id }, n) => [id, instant(n)]));
  expect(chooseCase(thirteenCases, told)?.id).toBe('case-m');
});

test('among those not told, one about something else than the last is chosen', () => {
  const cases = [
    sampleCase('a', ['assets-estate', 'regeneration']),
    sampleCase('b', ['regeneration']),
    sampleCase('c', ['early-years']),
  ];
  expect(chooseCase(cases, { 'case-a': instant(1) })?.id).toBe('case-c');
});

test('the theme counts as the topics do', () => {
  const cases = [
    sampleCase('a', [], { theme: 'engagement' }),
    sampleCase('b', [], { theme: 'engagement' }),
    sampleCase('c', [], { theme: 'education' }),
  ];
  expect(chooseCase(cases, { 'case-a': instant(1) })?.id).toBe('case-c');
});

test('where every subject was told, the one told longest ago comes again first', () => {
  const cases = [
    sampleCase('a', ['early-years']),
    sampleCase('b', ['offending']),
    sampleCase('c', ['offending']),
    sampleCase('d', ['early-years']),
  ];
  expect(chooseCase(cases, { 'case-a': instant(1), 'case-b': instant(2) })?.id).toBe('case-d');
});

test('when all were told, the one told longest ago starts the round again', () => {
  const told = Object.fromEntries(thirteenCases.map(({ id }, n) => [id, instant((n + 5) % 13)]));
  expect(chooseCase(thirteenCases, told)?.id).toBe('case-i');
});

test('a case that is gone is not missed, and a new one comes next', () => {
  expect(chooseCase([sampleCase('new', [])], { 'case-gone': instant(1) })?.id).toBe('case-new');
  expect(chooseCase([], { 'case-gone': instant(1) })).toBeUndefined();
});

test('told one after the other, whatever they are about, each returns only after all the others', () => {
  const subjects = fc.uniqueArray(
    fc.constantFrom('early-years' as const, 'offending' as const, 'bureaucracy' as const),
  );
  fc.assert(
    fc.property(fc.array(subjects, { minLength: 1, maxLength: 13 }), (about) => {
      const cases = about.map((topics, n) => sampleCase(String.fromCharCode(97 + n), topics));
      const told: Record<string, string> = {};
      const sequence: string[] = [];
      for (let n = 0; n < 4 * cases.length; n++) {
        const id = chooseCase(cases, told)?.id ?? '';
        told[id] = instant(n);
        sequence.push(id);
      }
      for (let start = 0; start <= sequence.length - cases.length; start++)
        expect(new Set(sequence.slice(start, start + cases.length)).size).toBe(cases.length);
    }),
    { numRuns: 50 },
  );
});
