import { isAdded } from '../../reading/case-name.ts';
import type { CaseStudy } from '../../reading/model.ts';
import { classify } from '../../subjects/classify.ts';
import type { Topic } from '../../subjects/codes.ts';
import { searchWords } from './search-words.ts';

/** A case study with the words by which it is matched. */
export interface MatchedCase {
  readonly id: string;
  readonly topics: readonly Topic[];
  readonly words: ReadonlySet<string>;
}

// Half of all ideas are about children, care, or how customers reach us: alone that makes no case study worth reading.
const broad: readonly Topic[] = ['children-families', 'health-care', 'customer-access'];

export const matchedCase = (id: string, study: CaseStudy): MatchedCase => ({
  id,
  topics: study.topics,
  words: new Set(
    searchWords(
      [isAdded(study) ? study.title : '', study.lookedAt, ...study.figures.map(({ text }) => text)].join(
        '\n',
      ),
    ),
  ),
});

/**
 * The ids of the case studies that an idea's author should know, the best first: of one narrow topic with the idea,
 * and with a word in common.
 */
export function matchingCases(cases: readonly MatchedCase[], text: string, most: number): string[] {
  const { topics } = classify(text);
  const words = searchWords(text);
  return cases
    .flatMap(({ id, topics: own, words: held }) => {
      const together = own.filter((topic) => topics.includes(topic));
      const shared = words.filter((word) => held.has(word)).length;
      const narrow = together.filter((topic) => !broad.includes(topic)).length;
      return narrow > 0 && shared > 0 ? [{ id, score: 2 * narrow + together.length + shared }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ id }) => id);
}
