import { expect, test } from '@jest/globals';
import { cleanText, typedLine, typedText } from '../../src/bot/typed-text.ts';

test.each([
  ['white space around it', '  Sample \n', 'Sample'],
  ['ends of lines of other systems', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['a letter in two parts', 'cafe\u0301', 'caf\u00e9'],
  ['characters that turn text around', 'a\u202eb\u202cc\u2066d\u2069', 'abcd'],
  ['characters that nobody sees', 'a\u200bb\ufeffc\u0000d\u0007', 'abcd'],
  ['tabs and line ends stay', 'a\tb\nc', 'a\tb\nc'],
  ['emoji of several parts stay', '👩\u200d🚒', '👩\u200d🚒'],
])('%s', (_name, typed, meant) => expect(cleanText(typed)).toBe(meant));

test('text is measured as it was meant, in UTF-16 units, at both ends', () => {
  const text = typedText({ min: 3, max: 5, tooShort: 'short', tooLong: 'long' });
  expect(text.parse('  abc  ')).toBe('abc');
  expect(text.parse('abcde')).toBe('abcde');
  expect(text.safeParse(' ab ').error?.issues[0]?.message).toBe('short');
  expect(text.safeParse('abcdef').error?.issues[0]?.message).toBe('long');
  expect(text.safeParse('🦆🦆🦆').error?.issues[0]?.message).toBe('long');
  expect(text.safeParse(undefined).error?.issues[0]?.message).toBe('short');
});

test('a line folds its white space', () => {
  expect(typedLine({ max: 20, tooLong: 'long' }).parse(' one\n\n two\t three ')).toBe('one two three');
});
