import type { CardView } from '../../bot/answer.ts';
import { sayPart } from '../../bot/list-part.ts';
import type { Words } from '../../words/words.ts';
import { type Filter, isNarrowed, nobody, type QueuePlace } from './filter.ts';
import { filterWords, type NamedInFilter } from './filter-words.ts';
import type { QueueLine } from './queue-line.ts';

interface Listed {
  readonly place: QueuePlace;
  readonly lines: readonly QueueLine[];
  readonly after: string | undefined;
  readonly unfinished: boolean;
  /** How many there are in all, where that is known. */
  readonly count: number | undefined;
  readonly named: NamedInFilter;
  /** Files are offered in the 1:1 chat alone. */
  readonly personal: boolean;
}

/** A page of the queue, each submission a press away from its triage card. */
export function listCard(
  words: Words,
  { place, lines, after, unfinished, count, named, personal }: Listed,
): CardView {
  const { after: at, from, ...filter } = place;
  const heading = words.say(filter.find ? 'queue.heading.found' : 'queue.heading');
  const narrowed = isNarrowed(filter) || filter.show !== 'waiting';
  return {
    card: 'triage/queue',
    data: {
      heading,
      shown: filterWords(words, filter, named),
      count: countWords(words, { count, shown: lines.length, from, paged: at !== '' }),
      empty: emptyWords(words, filter, lines.length, unfinished),
      items: lines,
      filter,
      place,
      next: {
        ...filter,
        after: after ?? '',
        ...(at === '' || from > 0 ? { from: from + lines.length } : {}),
      },
      hasMore: after !== undefined && !unfinished,
      looksOn: unfinished,
      paged: at !== '',
      narrowed,
      mayExport: personal && at === '' && lines.length > 0,
      maySeveral: lines.length > 0,
      owner: filter.owner,
      mayHandOver: filter.owner !== '' && filter.owner !== nobody && lines.length > 0,
    },
    summary: heading,
  };
}

/** How many there are, and which of them the page shows; what is not known is left out. */
function countWords(
  words: Words,
  { count, shown, from, paged }: { count: number | undefined; shown: number; from: number; paged: boolean },
): string {
  if (!count || shown === 0) return '';
  const isKnown = !paged || from > 0;
  const part = isKnown ? sayPart(words, { all: count, before: from, shown }) : '';
  return part || words.say('queue.count', { n: count });
}

function emptyWords(words: Words, filter: Filter, shown: number, unfinished: boolean): string {
  if (shown > 0) return unfinished ? words.say('queue.unfinished') : '';
  if (unfinished) return words.say('queue.noneYet');
  if (filter.find) return words.say('queue.notFound', { text: filter.find });
  return words.say(isNarrowed(filter) || filter.show !== 'waiting' ? 'queue.noneOfThese' : 'queue.none');
}
