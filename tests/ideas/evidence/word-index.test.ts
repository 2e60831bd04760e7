import { expect, test } from '@jest/globals';
import { wordIndex } from '../../../src/ideas/evidence/word-index.ts';

function filled() {
  const index = wordIndex();
  index.add('a', ['solar', 'panel', 'depot', 'roof']);
  index.add('b', ['solar', 'lamp', 'street']);
  index.add('c', ['depot', 'roof', 'repair']);
  return index;
}

const ids = (index: ReturnType<typeof wordIndex>, words: string[], most = 3) =>
  index.find(words, most).map(({ id }) => id);

test('the likest text comes first, and one shared word is not enough', () => {
  expect(ids(filled(), ['solar', 'panel', 'depot', 'roof'])).toEqual(['a', 'c']);
  expect(ids(filled(), ['solar', 'panel', 'depot', 'roof'], 1)).toEqual(['a']);
  expect(ids(filled(), ['street', 'tree'])).toEqual([]);
});

test('a search leaves nothing behind for the next one', () => {
  const index = filled();
  const once = index.find(['solar', 'panel', 'depot'], 3);
  expect(index.find(['solar', 'panel', 'depot'], 3)).toEqual(once);
  expect(ids(index, ['lamp', 'street'])).toEqual(['b']);
});

test('a text is added once and can be removed', () => {
  const index = filled();
  index.add('a', ['other', 'words']);
  expect(ids(index, ['other', 'words'])).toEqual([]);
  index.remove('a');
  expect(ids(index, ['solar', 'panel', 'depot', 'roof'])).toEqual(['c']);
});

test('every word is held, the last as far as it is typed, and the shortest text comes first', () => {
  const holding = (words: string[], most = 3) =>
    filled()
      .holding(words, most)
      .map(({ id }) => id);
  expect(holding(['solar'])).toEqual(['b', 'a']);
  expect(holding(['sol'])).toEqual(['b', 'a']);
  expect(holding(['solar'], 1)).toEqual(['b']);
  expect(holding(['solar', 'de'])).toEqual(['a']);
  expect(holding(['sol', 'depot'])).toEqual([]);
  expect(holding(['tree'])).toEqual([]);
  expect(holding([])).toEqual([]);
});

test('it grows', () => {
  const index = wordIndex();
  for (let n = 0; n < 5_000; n++) index.add(`text-${n}`, ['common', `rare-${n}`, `pair-${n % 2_500}`]);
  expect(ids(index, ['rare-4999', 'pair-2499'])).toEqual(['text-4999', 'text-2499'].slice(0, 1));
});

test('nothing is found in nothing', () => {
  expect(wordIndex().find(['a'], 3)).toEqual([]);
  expect(filled().find([], 3)).toEqual([]);
});
