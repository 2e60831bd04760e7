import type { Words } from '../words/words.ts';

interface Part {
  /** In the whole list. */
  readonly all: number;
  /** Before those that are shown. */
  readonly before: number;
  readonly shown: number;
}

/** How many a list has and which of them a page shows; empty where it shows all of them, or none. */
export const sayPart = (words: Words, { all, before, shown }: Part): string =>
  shown > 0 && shown < all ? words.say('list.part', { n: all, from: before + 1, to: before + shown }) : '';
