import type { FileOffer } from './file.ts';

/** A card to draw: the template under `cards/`, the data it shows, and one plain line for notifications. */
export interface CardView {
  readonly card: string;
  readonly data: object;
  readonly summary: string;
}

/**
 * What a command or a card action answers. A card action's card takes the place of the pressed one; a file can be
 * offered in the 1:1 chat alone.
 */
export type Answer =
  | { readonly kind: 'card'; readonly view: CardView }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly offer: FileOffer };

export const showCard = (view: CardView): Answer => ({ kind: 'card', view });

export const sayText = (text: string): Answer => ({ kind: 'text', text });

export const offerFile = (offer: FileOffer): Answer => ({ kind: 'file', offer });
