import { describe, expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { english } from '../../src/words/en/english.ts';
import { englishWords } from '../../src/words/words.ts';
import { filesBelow, readText } from '../house/source-file.ts';
import { unusedKeys } from './unused-keys.ts';

describe('the words', () => {
  test('are all said somewhere', () => {
    const code = filesBelow('src', '.ts').filter((path) => !path.startsWith('src/words/'));
    const cards = filesBelow('cards', '.json');
    expect(unusedKeys(Object.keys(english), [...code, ...cards].map(readText))).toEqual([]);
  });

  test('stand each in one file only', async () => {
    const keys: string[] = [];
    for (const path of filesBelow('src/words/en', '.ts')) {
      if (path.endsWith('/english.ts')) continue;
      const words: Record<string, Record<string, string>> = await import(`../../${path}`);
      for (const exported of Object.values(words)) keys.push(...Object.keys(exported));
    }
    expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
    expect(keys.sort()).toEqual(Object.keys(english).sort());
  });

  test.each(Object.entries(english).map(([key, sentence]) => [key, sentence]))(
    '%s can be said',
    (_, sentence) => {
      expect(() => new IntlMessageFormat(sentence, 'en-GB', undefined, { ignoreTag: true })).not.toThrow();
    },
  );
});

describe('a key counts as used', () => {
  test.each([
    ['in quotes', "words.say('a.title')"],
    ['in a card', '"text": "%{a.title}"'],
    ['made of its parts', 'words.say(`a.$' + '{what}`)'],
  ])('%s', (_, source) => {
    expect(unusedKeys(['a.title', 'b.title'], [source])).toEqual(['b.title']);
  });
});

test('a name from right to left leaves the figures beside it in their places', () => {
  const words = englishWords('Europe/London');
  const said = (name: string) => words.say('ideas.comments.meta', { name, date: '3 March 2026' });
  expect(said('سارة عيّنة')).toBe('\u2068سارة عيّنة\u2069 · 3 March 2026');
  expect(said('Zoë Sample')).toBe('Zoë Sample · 3 March 2026');
});

describe('dates', () => {
  const words = englishWords('Europe/London');

  test('are said as people say them, in the time of London', () => {
    expect(words.date('2026-03-03T10:00:00Z')).toBe('Tuesday 3 March 2026');
    expect(words.dateTime('2026-07-03T23:30:00Z')).toBe('4 July 2026 at 00:30');
  });
});
