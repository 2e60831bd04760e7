import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { matchedCase, matchingCases } from '../../../src/ideas/evidence/matching-cases.ts';
import { searchWords } from '../../../src/ideas/evidence/search-words.ts';
import { textOf } from '../../../src/ideas/evidence/text-of.ts';
import { wordIndex } from '../../../src/ideas/evidence/word-index.ts';
import { shippedContent } from '../../../src/reading/content.ts';

const ideaSchema = z.strictObject({ title: z.string(), change: z.string() });

/** Made-up ideas, each with the same one in other words, a related one, and the case studies to the point. */
const sampleSchema = z.array(
  z.strictObject({
    idea: ideaSchema,
    sameInOtherWords: ideaSchema,
    related: ideaSchema,
    cases: z.array(z.string()),
  }),
);

export const samples = sampleSchema.parse(
  JSON.parse(readFileSync(new URL('./sample-ideas.json', import.meta.url), 'utf8')),
);

const shownAtMost = 3;

// Two unrelated ideas for each, from far away in the list.
const strides = [17, 31];

/** How the search does on the labelled pairs, as shares of 0 to 1. */
export interface Worth {
  readonly pairs: number;
  /** Of the pairs of one idea in two wordings, those where it is among the three that are shown. */
  readonly recallAt3: number;
  /** Of the unrelated pairs, those that are shown together. */
  readonly unrelatedShown: number;
  /** Of all case studies that are shown, those that are not to the point. */
  readonly irrelevantCases: number;
  /** Of the ideas that have case studies to the point, those that are shown one. */
  readonly servedWithCase: number;
}

export function worthOfSearch(): Worth {
  const index = wordIndex();
  for (const [n, { idea, related }] of samples.entries()) {
    index.add(`idea ${n}`, searchWords(textOf(idea)));
    index.add(`related ${n}`, searchWords(textOf(related)));
  }
  const shown = samples.map(({ sameInOtherWords }) =>
    index.find(searchWords(textOf(sameInOtherWords)), shownAtMost).map(({ id }) => id),
  );
  const isShown = (of: number, what: string) => shown[of]?.includes(what) === true;
  const unrelated = samples.flatMap((_, n) =>
    strides.map((far) => isShown(n, `idea ${(n + far) % samples.length}`)),
  );
  return {
    pairs: samples.length * (2 + strides.length),
    recallAt3: shareOf(samples.map((_, n) => isShown(n, `idea ${n}`))),
    unrelatedShown: shareOf(unrelated),
    ...worthOfCases(),
  };
}

function worthOfCases(): Pick<Worth, 'irrelevantCases' | 'servedWithCase'> {
  const cases = shippedContent().cases.cases.map((study) =>
    matchedCase(study.code, { ...study, contentVersion: 1 }),
  );
  const looked = samples.flatMap(({ idea, sameInOtherWords, cases: wanted }) =>
    [idea, sameInOtherWords].map((one) => ({
      wanted,
      shown: matchingCases(cases, textOf(one), shownAtMost),
    })),
  );
  return {
    irrelevantCases: shareOf(
      looked.flatMap(({ wanted, shown }) => shown.map((code) => !wanted.includes(code))),
    ),
    servedWithCase: shareOf(
      looked
        .filter(({ wanted }) => wanted.length > 0)
        .map(({ wanted, shown }) => shown.some((code) => wanted.includes(code))),
    ),
  };
}

const shareOf = (each: readonly boolean[]): number => each.filter(Boolean).length / each.length;
