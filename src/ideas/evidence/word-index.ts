/** A text that was found, with how like it is to what was sought: 0 to 1, rare words counting more than common ones. */
export interface Found {
  readonly id: string;
  readonly likeness: number;
}

/** Texts by the words in them. It keeps ids and words alone, four bytes for each word of each text. */
export interface WordIndex {
  /** Adds a text; one whose id is there already stays as it is. */
  add(id: string, words: readonly string[]): void;
  remove(id: string): void;
  /** The texts with most of the sought words, the likest first. */
  find(words: readonly string[], most: number): Found[];
  /**
   * The texts that hold every word, the shortest first. The last word may be unfinished: it stands for all that begin
   * like it.
   */
  holding(words: readonly string[], most: number): Found[];
}

/** Numbers of the texts that hold one word, ascending. */
interface Held {
  numbers: Uint32Array;
  count: number;
}

interface Sought {
  readonly held: Held;
  readonly weight: number;
}

// Common words take the longest to look up and tell the least.
const rarestSought = 8;

// One shared word is chance.
const fewestShared = 2;

// Measured on the labelled sample (`tests/ideas/evidence`): the same idea in other words is found, chance mostly not.
const leastLikeness = 0.25;

export function wordIndex(): WordIndex {
  const holders = new Map<string, Held>();
  const numberOf = new Map<string, number>();
  const texts: { readonly id: string; readonly length: number }[] = [];
  let likenesses = new Float32Array(1024);
  let shared = new Uint8Array(1024);

  /** Rare in what is there; a word that nothing holds counts as the rarest. */
  const weightOf = (word: string) => Math.log(1 + texts.length / ((holders.get(word)?.count ?? 0) + 0.5));

  /** Adds up who holds how much, and returns the numbers of all that hold anything. */
  function mark(sought: readonly Sought[]): number[] {
    const marked: number[] = [];
    for (const { held, weight } of sought) {
      for (const number of held.numbers.subarray(0, held.count)) {
        if (shared[number] === 0) marked.push(number);
        shared[number] = (shared[number] ?? 0) + 1;
        likenesses[number] = (likenesses[number] ?? 0) + weight;
      }
    }
    return marked;
  }

  return {
    add(id, words) {
      if (numberOf.has(id)) return;
      const number = texts.push({ id, length: words.length }) - 1;
      numberOf.set(id, number);
      for (const word of words) hold(holders, word, number);
      if (texts.length <= shared.length) return;
      likenesses = new Float32Array(texts.length * 2);
      shared = new Uint8Array(texts.length * 2);
    },
    remove: (id) => void numberOf.delete(id),
    holding(words, most) {
      const last = words.at(-1);
      if (last === undefined) return [];
      const begun = [...holders].flatMap(([word, held]) => (word.startsWith(last) ? [held] : []));
      const others = words.slice(0, -1).map((word) => new Set(numbersIn(holders.get(word))));
      const numbers = new Set(begun.flatMap(numbersIn));
      return [...numbers]
        .flatMap((number) => {
          const text = texts[number];
          const isIt = text && numberOf.get(text.id) === number;
          return isIt && others.every((held) => held.has(number)) ? [text] : [];
        })
        .sort((a, b) => a.length - b.length || (a.id < b.id ? -1 : 1))
        .slice(0, most)
        .map(({ id }) => ({ id, likeness: 1 }));
    },
    find(words, most) {
      const whole = words.reduce((sum, word) => sum + weightOf(word), 0);
      const sought = words
        .flatMap((word) => {
          const held = holders.get(word);
          return held ? [{ held, weight: weightOf(word) }] : [];
        })
        .sort((a, b) => b.weight - a.weight)
        .slice(0, rarestSought);
      const found: Found[] = [];
      for (const number of mark(sought)) {
        const text = texts[number];
        const enough = (shared[number] ?? 0) >= fewestShared;
        // A long text holds many words by chance.
        const fit = Math.min(1, Math.sqrt(words.length / (text?.length ?? 1)));
        const likeness = ((likenesses[number] ?? 0) / whole) * fit;
        if (text && enough && likeness >= leastLikeness && numberOf.get(text.id) === number)
          found.push({ id: text.id, likeness });
        shared[number] = 0;
        likenesses[number] = 0;
      }
      return found.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1)).slice(0, most);
    },
  };
}

const numbersIn = (held: Held | undefined): readonly number[] =>
  held ? [...held.numbers.subarray(0, held.count)] : [];

function hold(holders: Map<string, Held>, word: string, number: number): void {
  let held = holders.get(word);
  if (!held) {
    held = { numbers: new Uint32Array(2), count: 0 };
    holders.set(word, held);
  }
  if (held.count === held.numbers.length) {
    const grown = new Uint32Array(Math.ceil(held.count * 1.5));
    grown.set(held.numbers);
    held.numbers = grown;
  }
  held.numbers[held.count++] = number;
}
