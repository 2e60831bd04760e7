import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutAtWord } from '../../src/reading/cut-at-word.ts';

describe('cutAtWord', () => {
  test('leaves what fits', () => {
    expect(cutAtWord('one two', 7)).toBe('one two');
  });

  test('cuts after a whole word and says that it did', () => {
    expect(cutAtWord('one two three', 10)).toBe('one two…');
    expect(cutAtWord('one two three', 8)).toBe('one two…');
    expect(cutAtWord('one two, three', 10)).toBe('one two…');
  });

  test('cuts a word that is too long for itself', () => {
    expect(cutAtWord('a'.repeat(50), 10)).toBe(`${'a'.repeat(9)}…`);
  });

  test('is never longer than allowed and never breaks a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, most) => {
          const cut = cutAtWord(text, most);
          expect(cut.length).toBeLessThanOrEqual(most);
          expect(cut.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
