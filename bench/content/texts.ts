import { seededRandom } from '../../tests/outbox/faults/seeded-random.ts';

const vocabulary = 20_000;
const syllables = [
  'ba',
  'co',
  'du',
  'fen',
  'gri',
  'hal',
  'jo',
  'kel',
  'lim',
  'mor',
  'nu',
  'pas',
  'rit',
  'sol',
  'tam',
  'vek',
];

/** Endless made-up texts of 40 to 120 words, whose words are as unevenly common as those of a language (Zipf). */
export function* sampleTexts(): Generator<string, never> {
  const random = seededRandom(7);
  for (;;) {
    const length = 40 + Math.floor(random() * 80);
    yield Array.from({ length }, () => wordOf(Math.floor(vocabulary ** random()))).join(' ');
  }
}

/** The n-th word, spelt in syllables. */
function wordOf(n: number): string {
  let word = '';
  for (let rest = n + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length] ?? '';
  return word;
}
