import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCards, templateNames } from '../../src/teams/cards.ts';
import type { Surface } from '../../src/teams/surfaces.ts';
import { englishWords } from '../../src/words/words.ts';
import { isObject, type JsonObject } from '../teams/simulator/json.ts';
import { cardFaults } from './card-faults.ts';
import { templateFaults } from './template-faults.ts';
import { bound, markdownOf, sampleOf, stringsWithin, templateOf } from './templates.ts';

const cards = loadCards(englishWords('Europe/London'));
const surfaces: readonly Surface[] = ['message', 'inlineMessage', 'dialog'];

function drawn(card: string, data: JsonObject, surface: Surface): JsonObject {
  const content: unknown = cards.draw({ card, data, summary: '' }, surface).content;
  if (!isObject(content)) throw new Error(`${card} draws no card`);
  return content;
}

describe.each(templateNames().map((name) => [name]))('the card %s', (name) => {
  test('keeps the laws of templates', () => {
    expect(templateFaults(templateOf(name))).toEqual([]);
  });

  test('has a sample, with which it is a faultless card on every surface', () => {
    const sample = sampleOf(name);
    if (!sample) throw new Error(`cards/${name}.sample.json is missing`);
    for (const surface of surfaces) expect(cardFaults(drawn(name, sample, surface))).toEqual([]);
  });

  test('shows what people wrote as it is: never as markdown, never evaluated', () => {
    const sample = sampleOf(name) ?? {};
    fc.assert(
      fc.property(hostileText, (text) => {
        const card = drawn(name, withEveryString(sample, text), 'message');
        expect(markdownOf(card).filter((shown) => shown.includes(mark))).toEqual([]);
        const carriers = [...stringsWithin(card)].filter((shown) => shown.includes(mark));
        for (const shown of carriers) expect(shown).toContain(text);
      }),
      { numRuns: 25 },
    );
  });
});

const mark = 'typed';

/** Text that would do harm where it is taken for more than text. */
const hostileText = fc
  .array(
    fc.constantFrom(
      '**bold**',
      '[link](javascript:alert(1))',
      '<at>Sample Ann</at>',
      bound('1+1'),
      bound("concat('a','b')"),
      '%{command.help.line}',
      '\u202e',
      '\n- item',
      '"',
      '\\',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => `${mark}${pieces.join(' ')}${mark}`);

function withEveryString(value: JsonObject, text: string): JsonObject {
  const replaced = (item: unknown): unknown => {
    if (typeof item === 'string') return item === '' ? '' : text;
    if (Array.isArray(item)) return item.map(replaced);
    return isObject(item) ? withEveryString(item, text) : item;
  };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item)]));
}
