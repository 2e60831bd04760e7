import { describe, expect, test } from '@jest/globals';
import { loadCards } from '../../src/teams/cards.ts';
import { dialogAnswer } from '../../src/teams/invoke-answers.ts';
import { cardMessage } from '../../src/teams/sender.ts';
import { englishWords } from '../../src/words/words.ts';
import { textIn } from '../teams/simulator/json.ts';
import { longOf } from './longest-inputs.ts';
import { longestViews } from './longest-views.ts';
import { objectsWithin } from './templates.ts';

const words = englishWords('Europe/London');
const cards = loadCards(words);
const most = 28 * 1024;

const bytesOf = (sent: object): number => Buffer.byteLength(JSON.stringify(sent));

const characters = { emoji: '😀', quotes: '"', 'characters of three bytes': '漢' };

describe.each(Object.entries(characters))('with the longest inputs, all of them %s', (_, character) => {
  const views = Object.entries(longestViews(words, longOf(character)));

  test.each(views)('the card %s is under 28 KB as it leaves for Teams', (_name, view) => {
    expect(bytesOf(cardMessage(view, cards, 'message'))).toBeLessThan(most);
    expect(bytesOf(cardMessage(view, cards, 'inlineMessage'))).toBeLessThan(most);
    expect(bytesOf(dialogAnswer({ kind: 'card', view, title: 'Sample title' }, cards))).toBeLessThan(most);
  });
});

/** What cards cut by themselves: excerpts of what is alike, of case studies, of barriers and of answers, and what stood before an edit. */
const cutByDesign = [160, 200, 300, 500];

/** The team's card of an idea tells all that was said about it, which at its longest is more than Teams takes. */
const mayBeCut = ['triage/card'];

test('with the longest inputs in plain letters no other card is so large that a text must be cut', () => {
  const views = Object.values(longestViews(words, longOf('a')));
  for (const view of views.filter(({ card }) => !mayBeCut.includes(card))) {
    const cut = [...objectsWithin(cards.draw(view, 'inlineMessage').content)]
      .map((node) => (node.type === 'TextRun' ? textIn(node, 'text') : ''))
      .filter((text) => text.endsWith('…') && !cutByDesign.includes(text.length));
    expect({ card: view.card, cut }).toEqual({ card: view.card, cut: [] });
  }
});
