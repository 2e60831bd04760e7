import { searchThread } from '../../src/ideas/evidence/search-thread.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import { worthOfSearch } from '../../tests/ideas/evidence/sample-pairs.ts';
import { sampleTexts } from '../content/texts.ts';
import { percentile, rounded } from '../figures/statistics.ts';
import type { Row } from '../row.ts';

const ideas = 100_000;
const searches = 300;
const atATime = 250;
const target = { recallAt3: 0.8, irrelevantCases: 0.1, p95Ms: 60 };
const megabyte = 1024 * 1024;

/** What the search for similar ideas and case studies is worth, and what it takes with many submissions. */
export const evidence: Row = {
  name: 'evidence',
  target: `recall at 3 at least ${target.recallAt3}, irrelevant cases at most ${target.irrelevantCases}, p95 under ${target.p95Ms} ms with 100,000 ideas`,
  async measure() {
    const worth = worthOfSearch();
    const search = searchThread(logTelemetry('silent'), 60_000);
    search.revive();
    const before = process.memoryUsage.rss();
    const startedAt = performance.now();
    const texts = sampleTexts();
    for (let start = 0; start < ideas; start += atATime) {
      const some = Array.from({ length: atATime }, (_, n) => ({
        id: `idea-${start + n}`,
        text: next(texts),
      }));
      search.add('sample/ideas', some);
      // As the service does, which reads a page of the store in between.
      if (start % 10_000 === 0) await search.find('sample/ideas', 'sample', 1);
    }
    await search.find('sample/ideas', 'sample', 1);
    const buildSeconds = rounded((performance.now() - startedAt) / 1000);
    const memoryMb = Math.round((process.memoryUsage.rss() - before) / megabyte);

    const taken: number[] = [];
    for (let n = 0; n < searches; n++) {
      const text = next(texts);
      const askedAt = performance.now();
      await search.find('sample/ideas', text, 6);
      taken.push(performance.now() - askedAt);
    }
    await search.stop();

    const p95Ms = rounded(percentile(taken, 0.95));
    const [recallAt3, irrelevantCases] = [rounded(worth.recallAt3), rounded(worth.irrelevantCases)];
    return {
      figures: { recallAt3, irrelevantCases, p95Ms, buildSeconds, memoryMb },
      met: recallAt3 >= target.recallAt3 && irrelevantCases <= target.irrelevantCases && p95Ms < target.p95Ms,
      note: `${worth.pairs} labelled pairs, unrelated ones shown ${rounded(worth.unrelatedShown)}; whole made-up ideas sought among ${ideas}`,
    };
  },
};

function next(texts: Iterator<string>): string {
  const { done, value } = texts.next();
  if (done) throw new Error('The made-up texts are endless');
  return value;
}
