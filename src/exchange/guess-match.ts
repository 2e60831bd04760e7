import type { Words } from '../words/words.ts';
import { importFields, type Match } from './import-model.ts';

/** Which column is probably what, by its heading. */
export function guessMatch(words: Words, headings: readonly string[]): Match {
  const left = new Map(headings.map((heading, column) => [column, heading.toLowerCase()]));
  const match: Match = {};
  for (const field of importFields) {
    const names = words.say(`exchange.import.guess.${field}`).split('|');
    const found =
      [...left].find(([, heading]) => names.includes(heading)) ??
      [...left].find(([, heading]) => names.some((name) => heading.includes(name)));
    if (!found) continue;
    match[field] = found[0];
    left.delete(found[0]);
  }
  return match;
}
