import type { CardView } from '../bot/answer.ts';
import type { Words } from '../words/words.ts';
import type { Decided } from './came-in.ts';
import type { KnownChallenge } from './model.ts';
import { countsOf } from './outcome-words.ts';
import { countLine, type Moment, standing } from './standing.ts';

/** Which challenges a list shows. */
export const lists = ['open', 'past', 'planned'] as const;
export type ListName = (typeof lists)[number];

export interface ListedChallenge extends KnownChallenge {
  readonly count: number;
  readonly decided: Decided;
}

export function listCard(
  words: Words,
  page: {
    readonly list: ListName;
    readonly items: readonly ListedChallenge[];
    readonly next: string;
    readonly paged: boolean;
    readonly mayOpen: boolean;
  },
  at: Moment,
): CardView {
  const { list, items, next, paged, mayOpen } = page;
  const heading = words.say(`challenges.list.heading.${list}`);
  return {
    card: 'challenges/list',
    data: {
      heading,
      empty: items.length === 0 ? words.say(`challenges.list.empty.${list}`) : '',
      items: items.map((item) => ({
        id: item.id,
        title: item.body.title,
        ...standing(words, item, at),
        ...(list === 'past' && pastLine(words, item)),
        count: countLine(words, item, item.count),
        outcome: list === 'past' ? outcomeLine(words, item) : '',
      })),
      list,
      next,
      paged,
      isOpen: list === 'open',
      isPast: list === 'past',
      mayOpen,
      mayPlan: mayOpen && list !== 'planned',
    },
    summary: heading,
  };
}

/** That it is over stands in the heading of the list. */
const pastLine = (words: Words, { body }: ListedChallenge) => ({
  state: '',
  when: words.say('challenges.list.closedOn', { date: words.date(body.endsAt) }),
});

function outcomeLine(words: Words, { count, decided }: ListedChallenge): string {
  if (count === 0) return '';
  const counts = countsOf(words, decided);
  return counts.length > 0
    ? words.say('challenges.list.outcome', { counts: counts.join(', ') })
    : words.say('challenges.list.waiting');
}
