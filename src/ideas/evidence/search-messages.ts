import type { Found } from './word-index.ts';

/** What can be sought apart from the rest: a tenant's submissions, or its articles. */
export type Shelf = `${string}/${'ideas' | 'articles'}`;

export interface SearchText {
  readonly id: string;
  readonly text: string;
}

/** What the search thread is told and asked. */
export type SearchRequest =
  | { readonly what: 'add'; readonly shelf: Shelf; readonly texts: readonly SearchText[] }
  /** The text takes the place of an older one of its id. */
  | { readonly what: 'change'; readonly shelf: Shelf; readonly text: SearchText }
  | { readonly what: 'remove'; readonly shelf: Shelf; readonly id: string }
  | {
      /** By likeness, or by every word where the last may be unfinished. */
      readonly what: 'find' | 'findAll';
      readonly shelf: Shelf;
      readonly text: string;
      readonly most: number;
      readonly question: number;
    };

export interface SearchReply {
  readonly question: number;
  readonly found: readonly Found[];
}
