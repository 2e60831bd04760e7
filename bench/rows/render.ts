import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import type { CardView } from '../../src/bot/answer.ts';
import { loadCards, templateNames, withWords } from '../../src/teams/cards.ts';
import { forSurface, type Json } from '../../src/teams/surfaces.ts';
import { englishWords } from '../../src/words/words.ts';
import { median, rounded, spreadOf } from '../figures/statistics.ts';
import type { Row } from '../row.ts';

const targetRatio = 10;
const targetMs = 1;
const rounds = 5;
const timesEach = 200;

const words = englishWords('Europe/London');
const surface = 'message';

/** Drawing the largest card from its parsed template, against parsing the template each time it is used. */
export const render: Row = {
  name: 'render',
  target: `at least ${targetRatio} times faster than parsing each time, under ${targetMs} ms`,
  async measure() {
    const cards = loadCards(words);
    const views = templateNames().map(sampleView);
    const sizeOf = (view: CardView) => JSON.stringify(cards.draw(view, surface).content).length;
    const [largest] = views.toSorted((a, b) => sizeOf(b) - sizeOf(a));
    if (!largest) throw new Error('There are no cards');

    const json = forSurface(withWords(read(`${largest.card}.json`), words), surface);
    const parsedOnce = () => cards.draw(largest, surface);
    const parsedEachTime = () => new Template(json).expand({ $root: largest.data });
    for (const draw of [parsedOnce, parsedEachTime]) measured(draw);

    const ofOurs: number[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const [ours, theirs] = [measured(parsedOnce), measured(parsedEachTime)];
      ofOurs.push(ours);
      ratios.push(theirs / ours);
    }
    const [ratio, medianMs] = [rounded(median(ratios)), rounded(median(ofOurs))];
    return {
      figures: { ratio, medianMs },
      met: ratio >= targetRatio && medianMs < targetMs,
      note: `${largest.card} with its sample, ${sizeOf(largest)} characters; ratios of ${rounds} rounds ${spreadOf(ratios)}`,
    };
  },
};

/** The median of one drawing, in milliseconds. */
function measured(draw: () => unknown): number {
  return median(
    Array.from({ length: timesEach }, () => {
      const startedAt = performance.now();
      draw();
      return performance.now() - startedAt;
    }),
  );
}

const sampleView = (card: string): CardView => ({
  card,
  data: Object(read(`${card}.sample.json`)),
  summary: '',
});

const read = (file: string): Json =>
  JSON.parse(readFileSync(new URL(`../../cards/${file}`, import.meta.url), 'utf8'));
