import { changeDocument } from '../store/change-document.ts';
import type { Job } from '../time/job.ts';
import { nextRun } from '../time/schedule.ts';
import { afterEdition } from './compose-edition.ts';
import { subscriptions } from './model.ts';
import type { DigestParts } from './parts.ts';
import { publishEdition } from './publish-edition.ts';

const pageSize = 100;

/** Publishes the editions that are due. One subscription that fails stops no other and is tried again next time. */
export function planDueEditions(parts: DigestParts): Job {
  return {
    name: 'digests.plan',
    everySeconds: 60,
    async run(signal) {
      for (const tenantId of parts.tenants) {
        for await (const id of due(parts, tenantId)) {
          if (signal.aborted) return;
          try {
            await planOne(parts, tenantId, id);
          } catch (error) {
            parts.telemetry.error('digests.planFailed', error, { tenant: tenantId, subscription: id });
          }
        }
      }
    },
  };
}

async function* due({ store, clock }: DigestParts, tenantId: string): AsyncIterable<string> {
  const atMost = clock.now().toISOString();
  let after: string | undefined;
  do {
    const page = await store.query(subscriptions, tenantId, {
      where: { state: 'active', dueAt: { atMost } },
      orderBy: { field: 'dueAt', direction: 'ascending' },
      limit: pageSize,
      after,
    });
    for (const { id } of page.documents) yield id;
    after = page.continuation;
  } while (after !== undefined);
}

/**
 * Writes the edition, then moves the subscription on. A crash between the two leaves the subscription due: the next
 * run finds the edition there. The next one is due after the present, so an outage is followed by one edition.
 */
async function planOne(parts: DigestParts, tenantId: string, id: string): Promise<void> {
  const subscription = await parts.store.get(subscriptions, tenantId, id);
  const now = parts.clock.now();
  if (subscription?.body.state !== 'active') return;
  const { dueAt } = subscription.body;
  if (dueAt > now.toISOString()) return;
  const edition = await publishEdition(parts, subscription, { because: 'due', dueAt });
  await changeDocument(parts.store, subscriptions, tenantId, id, (body) => {
    const told = edition ? afterEdition(body, edition.body) : body;
    // Somebody chose another time meanwhile, or another replica was here: their instant stays.
    if (body.dueAt !== dueAt) return told;
    return { ...told, dueAt: nextRun(body.schedule, now).toISOString() };
  });
}
