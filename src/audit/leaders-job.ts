import { withEvent } from '../outbox/event.ts';
import { type Place, places } from '../people/model.ts';
import { changeDocument } from '../store/change-document.ts';
import type { Job } from '../time/job.ts';
import { mayAsk, ownerOf, withAsked } from './ask-owner.ts';
import type { AuditParts } from './parts.ts';
import { changeRecord, recordsOf } from './records.ts';
import { readAudit } from './standing.ts';

/** Raised once for every place and month; `data.month` is the month, such as `2026-12`. */
export const leadersDue = 'place.leadersDue';

const mostPlaces = 200;

/**
 * In the first working hour of a month, and later where that was missed: asks the owners of controls what can be done,
 * and has the card for leaders sent wherever it comes. One that fails stops no other and is tried again in an hour.
 */
export function leadersJob(parts: AuditParts): Job {
  const { store, clock, tenants, telemetry, calendar, localDate, relay } = parts;
  const due = async (tenantId: string, month: string) => {
    const { documents } = await store.query(places, tenantId, {
      where: { leadersMonth: { above: '', below: month } },
      limit: mostPlaces,
    });
    return documents.filter(({ body }) => body.state === 'active');
  };
  return {
    name: 'audit.leaders',
    everySeconds: 3600,
    async run(signal) {
      const now = clock.now();
      if (!calendar.isWorkingTime(now)) return;
      const month = localDate(now).slice(0, 7);
      for (const tenantId of tenants) {
        const waiting = await due(tenantId, month);
        if (waiting.length > 0) await askOwners(parts, tenantId, now);
        for (const { id } of waiting) {
          if (signal.aborted) return;
          try {
            const changed = await changeDocument(store, places, tenantId, id, (place) =>
              withMonth(place, id, month, now),
            );
            if (changed?.body.eventsPending) relay(places, tenantId, id);
          } catch (error) {
            telemetry.error('audit.leadersFailed', error, { tenant: tenantId, place: id });
          }
        }
      }
    },
  };
}

function withMonth(place: Place, id: string, month: string, now: Date): Place | undefined {
  if (place.leadersMonth === undefined || place.leadersMonth >= month) return undefined;
  return withEvent(
    { ...place, leadersMonth: month },
    { id: `places/${id}/leaders/${month}`, type: leadersDue, at: now.toISOString(), data: { month } },
  );
}

/** Asks the owner of each control at which barriers stand, where there is something new to ask. */
async function askOwners(parts: AuditParts, tenantId: string, now: Date): Promise<void> {
  const records = await recordsOf(parts.store, tenantId);
  for (const { at, barriers } of await readAudit(parts.store, tenantId, records)) {
    const owner = at === 'none' ? undefined : await ownerOf(parts, tenantId, at);
    if (at === 'none' || !owner) continue;
    await changeRecord(parts, tenantId, at, (record) =>
      mayAsk(record, owner, barriers, now) ? withAsked(record, owner, undefined, now) : undefined,
    );
  }
}
