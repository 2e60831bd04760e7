import { type Delivery, deliveries, deliveryStates } from '../../outbox/delivery.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Edition, Known } from '../model.ts';
import { bucketsOf, type Ordered, orderOf } from './edition-deliveries.ts';

/** How the messages of an edition stand, each in one of these. */
export const standings = {
  sent: ['sent'],
  waiting: ['planned'],
  inDoubt: ['inDoubt'],
  failed: ['dead'],
  unreachable: ['parked'],
  held: ['held'],
  dropped: ['dropped'],
} as const satisfies Readonly<Record<string, readonly Delivery['state'][]>>;

export type Standing = keyof typeof standings;

export const inTrouble = ['inDoubt', 'failed', 'unreachable'] as const satisfies readonly Standing[];

/** How many messages of an edition stand where. */
export interface Outcome {
  readonly planned: number;
  readonly counts: Readonly<Record<Standing, number>>;
  /** The buckets in which at least one stands so. */
  readonly buckets: Readonly<Record<Standing, readonly string[]>>;
}

const rest = deliveryStates.filter((state) => state !== 'sent');
const afterWaiting = ['inDoubt', 'failed', 'unreachable', 'held', 'dropped'] as const;

/**
 * Counts the messages of an edition by the index, in no more requests for 60,000 of them than for 100: one of the
 * postings; for each bucket two when all have gone, three while some wait and five more where some are in trouble.
 * @param order where they stand: those of a correction stand elsewhere.
 */
export async function outcomeOf(
  store: DocumentStore,
  tenantId: string,
  edition: Known<Edition>,
  order: Ordered = orderOf(edition),
): Promise<Outcome> {
  const countIn = (bucket: string, states: readonly Delivery['state'][]) =>
    store.count(deliveries, bucket, { state: { in: states }, order });

  const inBucket = async (bucket: string): Promise<Partial<Record<Standing, number>>> => {
    const [sent, others] = await Promise.all([countIn(bucket, standings.sent), countIn(bucket, rest)]);
    if (others === 0) return { sent };
    const waiting = await countIn(bucket, standings.waiting);
    if (waiting >= others) return { sent, waiting };
    const counted = await Promise.all(
      afterWaiting.map(async (standing) => [standing, await countIn(bucket, standings[standing])] as const),
    );
    return { sent, waiting, ...Object.fromEntries(counted) };
  };

  const found = await Promise.all(
    (await bucketsOf(store, tenantId, edition.id)).map(
      async (bucket) => [bucket, await inBucket(bucket)] as const,
    ),
  );
  const ofEach = <Value>(value: (standing: Standing) => Value): Readonly<Record<Standing, Value>> => ({
    sent: value('sent'),
    waiting: value('waiting'),
    inDoubt: value('inDoubt'),
    failed: value('failed'),
    unreachable: value('unreachable'),
    held: value('held'),
    dropped: value('dropped'),
  });
  const counts = ofEach((standing) => found.reduce((sum, [, one]) => sum + (one[standing] ?? 0), 0));
  return {
    planned: Object.values(counts).reduce((sum, n) => sum + n, 0),
    counts,
    buckets: ofEach((standing) =>
      found.filter(([, one]) => (one[standing] ?? 0) > 0).map(([bucket]) => bucket),
    ),
  };
}
