import { expect, test } from '@jest/globals';
import {
  discretions,
  innovationKinds,
  kindFor,
  reaches,
  repertoireSchema,
} from '../../src/ideas/innovation-kinds.ts';

test('every kind of the repertoire is reached by some answers, and every two answers lead to one', () => {
  const found = discretions.flatMap((discretion) => reaches.map((reach) => kindFor({ discretion, reach })));
  expect(new Set(found)).toEqual(new Set(innovationKinds));
});

test('work with little discretion is improved step by step, work with much by those who do it', () => {
  expect(kindFor({ discretion: 'little', reach: 'one-team' }).code).toBe('continuous-improvement');
  expect(kindFor({ discretion: 'wide', reach: 'one-team' }).code).toBe('professional-innovation');
});

test('a repertoire that leaves answers without a kind, or with two, is refused', () => {
  const [first, ...rest] = innovationKinds;
  expect(() => repertoireSchema.parse({ kinds: rest })).toThrow('lead to 0 kinds');
  expect(() => repertoireSchema.parse({ kinds: [first, ...innovationKinds] })).toThrow('lead to 2 kinds');
});
