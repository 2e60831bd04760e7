import { mostTopics, type Subjects, type Theme, type Topic, themes, topics } from './codes.ts';
import { type Keyword, loadKeywords } from './keywords.ts';
import { stemsOf } from './stems.ts';

const keywords = loadKeywords();

// One strong word, or two weak ones.
const enough = 2;

// A subject far behind the strongest one is mentioned, not meant.
const shareOfStrongest = 1 / 3;

/**
 * What a text (title and body together) is about, by the words of `keywords.json`: the best theme or none, and
 * up to three topics, strongest first. A keyword counts once however often it is said; inside a longer keyword
 * it does not count ("health" in "mental health"). The same text always gives the same answer.
 */
export function classify(text: string): Subjects {
  const themeScores = new Map<Theme, number>();
  const topicScores = new Map<Topic, number>();
  for (const keyword of keywordsIn(stemsOf(text))) {
    for (const { kind, code, weight } of keyword.meanings) {
      if (kind === 'theme') themeScores.set(code, (themeScores.get(code) ?? 0) + weight);
      else topicScores.set(code, (topicScores.get(code) ?? 0) + weight);
    }
  }
  const [theme] = strongest(themes, themeScores);
  return { ...(theme && { theme }), topics: strongest(topics, topicScores).slice(0, mostTopics) };
}

function keywordsIn(stems: readonly string[]): Set<Keyword> {
  const found = new Set<Keyword>();
  for (let at = 0; at < stems.length; ) {
    const keyword = keywords
      .get(stems[at] ?? '')
      ?.find((candidate) => candidate.stems.every((stem, ahead) => stems[at + ahead] === stem));
    if (keyword) found.add(keyword);
    at += keyword?.stems.length ?? 1;
  }
  return found;
}

/** Codes that scored enough, the highest first; equal ones in the order of their list. */
function strongest<Code extends string>(codes: readonly Code[], scores: ReadonlyMap<Code, number>): Code[] {
  const score = (code: Code) => scores.get(code) ?? 0;
  const best = Math.max(...codes.map(score));
  return codes
    .filter((code) => score(code) >= Math.max(enough, best * shareOfStrongest))
    .sort((a, b) => score(b) - score(a));
}
