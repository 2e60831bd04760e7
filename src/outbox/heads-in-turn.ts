import { byTurn, type Waiting } from './bucket-queue.ts';
import type { HeldBucket } from './held-bucket.ts';

export interface Head {
  readonly here: HeldBucket;
  readonly waiting: Waiting;
}

/**
 * The heads of all buckets in the order of their turns, without those that `isOut` says at the moment they come up.
 * Each bucket has its own in that order already, so the next one is found when it is asked for: as a rule the pace
 * lets one start, and the many behind it need not be sorted.
 */
export function* headsInTurn(
  held: readonly HeldBucket[],
  isOut: (waiting: Waiting) => boolean,
): Generator<Head> {
  const lists = held.map((here) => ({ here, heads: here.queue.heads(), at: 0 }));
  for (;;) {
    let first: Head | undefined;
    let from: (typeof lists)[number] | undefined;
    for (const list of lists) {
      let waiting = list.heads[list.at];
      while (waiting && isOut(waiting)) waiting = list.heads[++list.at];
      if (!waiting || (first && byTurn(first.waiting, waiting) <= 0)) continue;
      first = { here: list.here, waiting };
      from = list;
    }
    if (!first || !from) return;
    from.at++;
    yield first;
  }
}
