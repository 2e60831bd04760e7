import type { Words } from '../../words/words.ts';
import type { PollParts } from '../feeds/poll-feeds.ts';

/** What following sources needs: polling has most of it. */
export interface SourcesParts extends PollParts {
  readonly words: Words;
}
