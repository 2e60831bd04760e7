import type { Words } from '../words/words.ts';
import { type ImportField, importFields, type Match } from './import-model.ts';

/** Which column is probably what, by its heading. */
export function guessMatch(words: Words, headings: readonly string[]): Match {
  const left = new Map(headings.map((heading, column) => [column, heading.toLowerCase()]));
  const match: Match = {};
  const take = (field: ImportField, isNamed: (heading: string, name: string) => boolean) => {
    const names = words.say(`exchange.import.guess.${field}`).split('|');
    const found = [...left].find(([, heading]) => names.some((name) => isNamed(heading, name)));
    if (match[field] !== undefined || !found) return;
    match[field] = found[0];
    left.delete(found[0]);
  };
  // A heading that is one of the names goes before one that only has it in it, whatever the order of the fields.
  for (const field of importFields) take(field, (heading, name) => heading === name);
  for (const field of importFields) take(field, (heading, name) => heading.includes(name));
  return match;
}
