import { buckets } from '../../outbox/bucket.ts';
import { deliveries, turnOf } from '../../outbox/delivery.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Edition, Known } from '../model.ts';
import { orderOf } from './edition-deliveries.ts';
import type { Outcome } from './outcome.ts';

/** When the last message of an edition goes, as far as the pace tells, or went. */
export interface LastGone {
  readonly is: 'expected' | 'past';
  readonly at: Date;
}

interface PaceParts {
  readonly store: DocumentStore;
  /** Messages a second that go out in all. */
  readonly perSecond: number;
}

// Of those that were sent last some had been tried before: then an earlier one in the order went after them.
const lastLookedAt = 5;

/** Undefined when none has gone and none waits. */
export function lastGone(
  { store, perSecond }: PaceParts,
  edition: Known<Edition>,
  outcome: Outcome,
  now: Date,
): Promise<LastGone | undefined> {
  return outcome.counts.waiting > 0
    ? expected(store, perSecond, edition, outcome, now)
    : past(store, edition, outcome);
}

/** All digests that stand before its last one in the queue go first. */
async function expected(
  store: DocumentStore,
  perSecond: number,
  edition: Known<Edition>,
  { counts }: Outcome,
  now: Date,
): Promise<LastGone> {
  const { below } = orderOf(edition);
  const ahead = await Promise.all(
    buckets.map((bucket) =>
      store.count(deliveries, bucket, { state: 'planned', order: { above: turnOf('digest'), below } }),
    ),
  );
  const waiting = Math.max(
    counts.waiting,
    ahead.reduce((sum, n) => sum + n, 0),
  );
  return { is: 'expected', at: new Date(now.getTime() + (waiting / perSecond) * 1000) };
}

async function past(
  store: DocumentStore,
  edition: Known<Edition>,
  outcome: Outcome,
): Promise<LastGone | undefined> {
  const pages = await Promise.all(
    outcome.buckets.sent.map((bucket) =>
      store.query(deliveries, bucket, {
        where: { state: 'sent', order: orderOf(edition) },
        orderBy: { field: 'order', direction: 'descending' },
        limit: lastLookedAt,
      }),
    ),
  );
  const last = pages
    .flatMap(({ documents }) => documents.flatMap(({ body }) => body.sentAt ?? []))
    .sort()
    .at(-1);
  return last === undefined ? undefined : { is: 'past', at: new Date(last) };
}
