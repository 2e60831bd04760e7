import { z } from 'zod';
import { type Theme, type Topic, themeSchema, topicSchema } from './codes.ts';
import shipped from './keywords.json' with { type: 'json' };
import { stemsOf } from './stems.ts';

// A strong word decides alone; of the weak ones it takes two.
const weights = { strong: 2, weak: 1 } as const;

const wordsSchema = z.strictObject({ strong: z.array(z.string()), weak: z.array(z.string()) });

/** `keywords.json`: for every theme and topic the words and phrases that tell of it. */
const keywordsSchema = z.strictObject({
  themes: z.record(themeSchema, wordsSchema),
  topics: z.record(topicSchema, wordsSchema),
});

/** What one keyword says about a text it stands in. */
type Meaning = { readonly weight: number } & (
  | { readonly kind: 'theme'; readonly code: Theme }
  | { readonly kind: 'topic'; readonly code: Topic }
);

/** A word or phrase, as stems, with all that it says. */
export interface Keyword {
  readonly stems: readonly string[];
  readonly meanings: readonly Meaning[];
}

/** The shipped keywords by their first stem, the longest phrase first. Throws a ZodError when the file is wrong. */
export function loadKeywords(): ReadonlyMap<string, readonly Keyword[]> {
  const { themes, topics } = keywordsSchema.parse(shipped);
  const meanings = new Map<string, Meaning[]>();
  const note = (words: z.infer<typeof wordsSchema>, meaning: (weight: number) => Meaning) => {
    for (const strength of ['strong', 'weak'] as const) {
      for (const phrase of words[strength]) addMeaning(meanings, phrase, meaning(weights[strength]));
    }
  };
  for (const code of themeSchema.options) note(themes[code], (weight) => ({ kind: 'theme', code, weight }));
  for (const code of topicSchema.options) note(topics[code], (weight) => ({ kind: 'topic', code, weight }));
  return byFirstStem(meanings);
}

/** Two spellings with one stem ("nursery", "nurseries") are one keyword and count once. */
function addMeaning(meanings: Map<string, Meaning[]>, phrase: string, meaning: Meaning): void {
  const key = stemsOf(phrase).join(' ');
  const known = meanings.get(key) ?? [];
  if (known.some((other) => other.kind === meaning.kind && other.code === meaning.code)) return;
  meanings.set(key, [...known, meaning]);
}

function byFirstStem(meanings: Map<string, Meaning[]>): Map<string, Keyword[]> {
  const index = new Map<string, Keyword[]>();
  for (const [key, said] of meanings) {
    const stems = key.split(' ');
    const [first = ''] = stems;
    index.set(first, [...(index.get(first) ?? []), { stems, meanings: said }]);
  }
  for (const keywords of index.values()) keywords.sort((a, b) => b.stems.length - a.stems.length);
  return index;
}
