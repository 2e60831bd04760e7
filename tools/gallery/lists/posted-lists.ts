import { cardFaults } from '../../../tests/cards/card-faults.ts';
import type { Card } from '../../../tests/teams/simulator/card.ts';
import type { GalleryCard } from '../gallery-cards.ts';
import { lists } from './lists.ts';
import { type Scene, startScenes } from './scene.ts';

/** A list with so many entries, as it was posted: its first page, its second and its last. */
export interface PostedList {
  readonly list: string;
  readonly cards: readonly GalleryCard[];
  /** What is wrong with them beside their looks. */
  readonly faults: readonly string[];
}

const numbers = [0, 1, 10, 1000];
const onwards = ['Next', 'Older', 'Older ones', 'More', 'Earlier ones', 'Look further'];
const mostPages = 250;

/** All lists whose names are wanted, every one if none is named, with none, one, ten and a thousand entries. */
export async function* postedLists(wanted: readonly string[]): AsyncGenerator<PostedList> {
  await using started = await startScenes(numbers);
  for (const [list, way] of Object.entries(lists)) {
    if (wanted.length > 0 && !wanted.includes(list)) continue;
    const pages: GalleryCard[] = [];
    for (const scene of started.scenes) {
      const first = await way(scene);
      if (first) pages.push(...(await pagesOf(list, scene, first)));
    }
    const faults = pages.flatMap(({ name, json }) =>
      cardFaults({ ...json }).map((fault) => `${name}: ${fault}`),
    );
    yield { list, cards: pages, faults };
  }
}

async function pagesOf(list: string, { all }: Scene, first: Card): Promise<GalleryCard[]> {
  const pages = [first];
  for (let next = await pageAfter(first); next && pages.length < mostPages; next = await pageAfter(next))
    pages.push(next);
  const shown = new Map<string, Card>([['', first]]);
  const [, second] = pages;
  const last = pages.at(-1);
  if (second && all > 10) shown.set(', page 2', second);
  if (last && pages.length > 1) shown.set(`, page ${pages.length}`, last);
  return [...shown].map(([page, card]) => ({
    feature: 'lists',
    name: `${list} of ${all}${page}`,
    json: card.json,
  }));
}

async function pageAfter(card: Card): Promise<Card | undefined> {
  const onward = card.buttons().find((name) => onwards.includes(name));
  return onward === undefined ? undefined : (await card.press(onward, { nth: 0 })).card;
}
