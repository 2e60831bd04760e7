import { deliveries } from '../../outbox/delivery.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Edition, Known } from '../model.ts';
import { orderOf } from './edition-deliveries.ts';
import { inTrouble, type Outcome, standings } from './outcome.ts';

/** Why messages are in trouble: what Teams or the mail server said, or what befell the service. */
export interface Reason {
  readonly standing: (typeof inTrouble)[number];
  readonly reason: string;
  readonly n: number;
}

const mostBuckets = 4;
const mostInBucket = 25;
const mostReasons = 3;
const longestReason = 120;

/** The most common reasons of each kind of trouble, of up to a hundred messages of each. */
export async function reasonsOf(
  store: DocumentStore,
  edition: Known<Edition>,
  { buckets }: Outcome,
): Promise<readonly Reason[]> {
  const of = async (standing: Reason['standing']): Promise<readonly Reason[]> => {
    const counted = new Map<string, number>();
    for (const bucket of buckets[standing].slice(0, mostBuckets)) {
      const { documents } = await store.query(deliveries, bucket, {
        where: { state: standings[standing][0], order: orderOf(edition) },
        orderBy: { field: 'order', direction: 'ascending' },
        limit: mostInBucket,
      });
      for (const { body } of documents) {
        const reason = (body.reason ?? '').slice(0, longestReason);
        counted.set(reason, (counted.get(reason) ?? 0) + 1);
      }
    }
    return [...counted]
      .filter(([reason]) => reason !== '')
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, mostReasons)
      .map(([reason, n]) => ({ standing, reason, n }));
  };
  return (await Promise.all(inTrouble.map(of))).flat();
}
