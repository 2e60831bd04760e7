import { setTimeout as pause } from 'node:timers/promises';
import { eventful } from '../../src/collections.ts';
import { type Delivery, deliveries } from '../../src/outbox/delivery.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import type { Clock } from '../../src/time/clock.ts';
import { until } from '../teams/simulator/until.ts';

interface Outgoing {
  readonly store: DocumentStore;
  readonly tenantId: string;
  readonly clock: Clock;
}

const mostTold = 5;

// A look reads much: what is waited for goes on meanwhile.
const betweenLooksMs = 60;

/**
 * Resolves once every event that was raised is relayed and every message that is due is sent: what has not arrived by
 * then does not come. A message that is planned for later is not waited for, one that is tried again is.
 */
export async function settled(outgoing: Outgoing): Promise<void> {
  let left: readonly string[] = [];
  let quietLooks = 0;
  await until(
    'nothing to be left to relay or to send',
    async () => {
      if (left.length > 0) await pause(betweenLooksMs);
      left = await unheard(outgoing);
      if (left.length === 0) left = await unsent(outgoing);
      // What was sent between two reads may have raised what the first did not see.
      quietLooks = left.length === 0 ? quietLooks + 1 : 0;
      return quietLooks === 2 || undefined;
    },
    () => `${left.slice(0, mostTold).join(', ')} (${left.length} in all)`,
  );
}

async function unheard({ store, tenantId }: Outgoing): Promise<readonly string[]> {
  const pages = await Promise.all(
    eventful.map(async (collection) => ({
      name: collection.name,
      page: await store.query(collection, tenantId, { where: { eventsPending: true }, limit: 10 }),
    })),
  );
  return pages.flatMap(({ name, page }) => page.documents.map(({ id }) => `events of ${name}/${id}`));
}

async function unsent({ store, clock }: Outgoing): Promise<readonly string[]> {
  const left: string[] = [];
  let after: string | undefined;
  do {
    const page = await store.scan(deliveries, { limit: 500, after });
    for (const { id, body } of page.documents) {
      const delivery = deliveries.schema.parse(body);
      if (isUnderWay(delivery, clock.now().toISOString())) left.push(`${delivery.card} ${id}`);
    }
    after = page.continuation;
  } while (after);
  return left;
}

const isUnderWay = ({ state, plannedAt, attempts, eventsPending }: Delivery, now: string): boolean =>
  eventsPending || (state === 'planned' && (plannedAt <= now || attempts > 0));
