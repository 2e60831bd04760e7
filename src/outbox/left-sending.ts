import type { DocumentStore } from '../store/document-store.ts';
import { everyDocument } from '../store/every-document.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import { afterAttempt } from './after-attempt.ts';
import { deliveries } from './delivery.ts';
import type { DeliveryCard } from './delivery-card.ts';
import { leaveOut } from './leave-out.ts';
import { redrewInPlace } from './redraw.ts';

export interface LeftSendingParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly telemetry: Telemetry;
  readonly cards: ReadonlyMap<string, DeliveryCard>;
}

const pageSize = 100;

/**
 * Settles the deliveries of a bucket that a process left between `sending` and the outcome: each may have gone out or
 * not, so they go the way of an attempt without a clear answer. Those for which `isUnderWay` are this process's own.
 * Returns how many there were. What another process settles meanwhile is left to it: throws DocumentChanged then.
 */
export async function settleLeftSending(
  { store, clock, random, telemetry, cards }: LeftSendingParts,
  bucket: string,
  isUnderWay: (id: string) => boolean,
): Promise<number> {
  let settled = 0;
  const left = everyDocument(store, deliveries, bucket, {
    where: { state: 'sending' },
    limit: pageSize,
    onUnreadable: leaveOut(telemetry, bucket),
  });
  for await (const document of left) {
    if (isUnderWay(document.id)) continue;
    const delivery = document.body;
    const harmless = await redrewInPlace(store, bucket, delivery);
    const whenInDoubt = harmless ? 'sendAgain' : (cards.get(delivery.card)?.whenInDoubt ?? 'leave');
    const result = { kind: 'unclear', reason: 'the service stopped while it was being sent' } as const;
    const next = afterAttempt(delivery, result, whenInDoubt, clock.now(), random);
    await store.replace(deliveries, document, next);
    settled++;
  }
  return settled;
}
