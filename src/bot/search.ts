import type { CardView } from './answer.ts';
import type { Turn } from './turn.ts';
import type { SearchName } from './verbs.ts';

/** One thing found: its two lines in the list, and the card that goes into the conversation when it is chosen. */
export interface Hit {
  readonly title: string;
  readonly text: string;
  /** Everybody in the conversation sees it: nothing on it is one person's own. */
  readonly view: CardView;
}

/** A search from where a person writes a message. */
export interface Search {
  readonly name: SearchName;
  /** @param sought what was typed so far; empty when the search was only opened. */
  find(turn: Turn, sought: string): Promise<readonly Hit[]>;
}
