import { morningListener, morningNews, tellInTheMorning } from '../../src/engagement/morning-news.ts';
import { ringForBuckets } from '../../src/outbox/doorbell.ts';
import { relayDocument } from '../../src/outbox/relay.ts';
import type { Clock } from '../../src/time/clock.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import type { Started } from './started-service.ts';

/** The hourly look of the service for what was kept over night, on two replicas at once. */
export async function morning({ store, teams }: Started, clock: Clock): Promise<void> {
  const found = new Set<string>();
  const job = tellInTheMorning({
    store,
    clock,
    tenants: [teams.tenantId],
    calendar: workingCalendar('Europe/London'),
    relay: (_collection, _partition, id) => found.add(id),
  });
  await Promise.all([1, 2].map(() => job.run(new AbortController().signal)));
  const relaying = {
    store,
    clock,
    listeners: [morningListener(store)],
    planned: () => undefined,
    heard: (buckets: readonly string[]) => ringForBuckets(store, buckets),
  };
  for (const id of found) await relayDocument(relaying, morningNews, teams.tenantId, id);
}
