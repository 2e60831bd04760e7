import { readFileSync } from 'node:fs';
import { loadCards, templateNames } from '../../src/teams/cards.ts';
import { englishWords } from '../../src/words/words.ts';

/** A card with its sample in it, ready for a renderer. */
export interface GalleryCard {
  readonly feature: string;
  readonly name: string;
  readonly json: object;
}

/** All cards of the repository: forms as they stand in a dialog, the others as they stand in a message. */
export function galleryCards(): readonly GalleryCard[] {
  const cards = loadCards(englishWords('Europe/London'));
  return templateNames().map((card) => {
    const template = read(`${card}.json`);
    const data: object = JSON.parse(read(`${card}.sample.json`));
    const surface = template.includes('"submit"') ? 'dialog' : 'message';
    const json: object = cards.draw({ card, data, summary: '' }, surface).content;
    const [feature = '', name = ''] = card.split('/');
    return { feature, name, json };
  });
}

const read = (file: string): string => readFileSync(new URL(`../../cards/${file}`, import.meta.url), 'utf8');
