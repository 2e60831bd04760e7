// Nouns that look like a form of a verb: "buildings" is not about "to build".
const nouns = new Set(['building', 'housing', 'learning', 'meeting', 'planning', 'training', 'wellbeing']);

/**
 * The words of an English text, reduced so that forms of one word are equal: lower case, no accents, no plural,
 * no -ing or -ed. In the order of the text; a stem is for comparing, not for showing.
 */
export function stemsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?(?!\p{L})/gu, '')
    .replace(/['’]/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(knownStem);
}

// People say much with few words: as a rule one was reduced before.
const mostKnown = 20_000;
const known = new Map<string, string>();

function knownStem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const reduced = stem(word);
  known.set(word, reduced);
  return reduced;
}

function stem(word: string): string {
  const singular = withoutPlural(word);
  if (nouns.has(singular)) return singular;
  return withoutFinalE(withoutVerbEnding(singular));
}

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|[^aeiou]us)es$/u.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^suiy]s$/u.test(word)) return word.slice(0, -1);
  if (word.length > 4 && /[aeo]ys$/u.test(word)) return word.slice(0, -1);
  return word;
}

function withoutVerbEnding(word: string): string {
  const root = /^(.{4,}?)(?:ing|ed)$/u.exec(word)?.[1];
  if (!root) return word;
  return root.replace(/([bdgmnprt])\1$/u, '$1');
}

const withoutFinalE = (word: string): string =>
  word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
