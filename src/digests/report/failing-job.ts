import { buckets } from '../../outbox/bucket.ts';
import { deliveries, turnOf } from '../../outbox/delivery.ts';
import { withEvent } from '../../outbox/event.ts';
import type { Outbox } from '../../outbox/start-outbox.ts';
import { changeDocument } from '../../store/change-document.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Clock } from '../../time/clock.ts';
import { dayMs } from '../../time/days.ts';
import type { Job } from '../../time/job.ts';
import type { WorkingCalendar } from '../../time/working-calendar.ts';
import { editions } from '../model.ts';
import { countPosted } from '../together/members.ts';

/** Raised on an edition of whose messages many did not arrive; `data.others` counts editions with which it is as bad. */
export const editionFailing = 'edition.failing';

/** More than one message in twenty. */
const isFailing = (failed: number, planned: number): boolean => failed > planned / 20;

const looksBackMs = 3 * dayMs;
const mostInBucket = 500;
const mostEditions = 200;

interface FailingParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly tenants: readonly string[];
  readonly calendar: Pick<WorkingCalendar, 'isWorkingTime'>;
  readonly relay: Outbox['relay'];
}

/**
 * Looks every hour of working time for editions of late of whose messages many have failed or are in doubt, and has the
 * innovation team told: once of each, and in one message of all that are found together.
 */
export function tellOfFailing(parts: FailingParts): Job {
  return {
    name: 'digests.failing',
    everySeconds: 3600,
    async run() {
      const now = parts.clock.now();
      if (!parts.calendar.isWorkingTime(now)) return;
      const since = new Date(now.getTime() - looksBackMs).toISOString();
      for (const tenantId of parts.tenants) {
        // Where nothing was sent of late nothing else is asked.
        const { documents } = await parts.store.query(editions, tenantId, {
          where: { composedAt: { above: since } },
          limit: 1,
        });
        if (documents.length > 0) await tellIn(parts, tenantId, since, now);
      }
    },
  };
}

async function tellIn(
  { store, relay }: FailingParts,
  tenantId: string,
  since: string,
  now: Date,
): Promise<void> {
  const [worst, ...others] = await failingIn(store, tenantId, since);
  if (!worst) return;
  const at = now.toISOString();
  // The word is written first: after a crash the others are told of by the next look, none is forgotten.
  await changeDocument(store, editions, tenantId, worst, (body) =>
    body.failingTold
      ? undefined
      : withEvent(
          { ...body, failingTold: at },
          {
            id: `editions/${worst}/failing`,
            type: editionFailing,
            at,
            data: { others: String(others.length) },
          },
        ),
  );
  relay(editions, tenantId, worst);
  for (const other of others)
    await changeDocument(store, editions, tenantId, other, (body) => ({ ...body, failingTold: at }));
}

/** The ids of editions that are failing and were not told of, the worst first. */
async function failingIn(store: DocumentStore, tenantId: string, since: string): Promise<readonly string[]> {
  const found: { readonly edition: string; readonly failed: number }[] = [];
  for (const [edition, failed] of await failedByEdition(store, tenantId, since)) {
    const body = (await store.get(editions, tenantId, edition))?.body;
    if (!body || body.failingTold) continue;
    if (isFailing(failed, await countPosted(store, tenantId, edition))) found.push({ edition, failed });
  }
  return found.toSorted((a, b) => b.failed - a.failed).map(({ edition }) => edition);
}

async function failedByEdition(
  store: DocumentStore,
  tenantId: string,
  since: string,
): Promise<readonly (readonly [string, number])[]> {
  const failed = new Map<string, number>();
  for (const bucket of buckets) {
    const { documents } = await store.query(deliveries, bucket, {
      where: { state: { in: ['dead', 'inDoubt'] }, order: { above: turnOf('digest', since) } },
      limit: mostInBucket,
    });
    for (const { body } of documents) {
      const { edition } = body.about;
      if (edition === undefined || body.receiver.tenantId !== tenantId || body.updates) continue;
      failed.set(edition, (failed.get(edition) ?? 0) + 1);
    }
  }
  return [...failed].toSorted(([, a], [, b]) => b - a).slice(0, mostEditions);
}
