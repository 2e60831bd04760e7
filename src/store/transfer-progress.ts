/** Tells how far a transfer is: documents done, of how many, and the collection it is at. */
export type OnProgress = (done: number, total: number, collection: string) => void;

/** Counts documents by collection. */
export interface Tally {
  add(collection: string, count?: number): void;
  of(collection: string): number;
  all(): number;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const of = (collection: string) => counts.get(collection) ?? 0;
  return {
    add: (collection, count = 1) => counts.set(collection, of(collection) + count),
    of,
    all: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}
