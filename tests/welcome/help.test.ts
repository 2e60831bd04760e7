import { expect, test } from '@jest/globals';
import { loadCards } from '../../src/teams/cards.ts';
import { helpCard } from '../../src/welcome/cards.ts';
import { englishWords } from '../../src/words/words.ts';

const words = englishWords('Europe/London');
const drawn = (address: string | undefined): string =>
  JSON.stringify(loadCards(words).draw(helpCard(words, 'personal', address), 'message'));

test('help names the address for ideas where there is one', () => {
  expect(drawn('ideas@council.example')).toContain('by e-mail, to ideas@council.example');
  expect(drawn(undefined)).not.toContain('e-mail');
});
