import { everyDocument } from '../store/every-document.ts';
import type { Job } from '../time/job.ts';
import { changeReplication } from './find.ts';
import { ask } from './life.ts';
import { replications } from './model.ts';
import type { SpreadParts } from './parts.ts';

const pageSize = 100;

type AskParts = Pick<
  SpreadParts,
  'store' | 'relay' | 'clock' | 'telemetry' | 'tenants' | 'calendar' | 'localDate'
>;

/** Asks leads for their results from the day on, in working time alone. One that fails stops no other. */
export function askJob(parts: AskParts): Job {
  const { store, clock, telemetry, tenants, calendar, localDate } = parts;
  return {
    name: 'spread.ask',
    everySeconds: 3600,
    async run(signal) {
      const now = clock.now();
      if (!calendar.isWorkingTime(now)) return;
      const today = localDate(now);
      for (const tenantId of tenants) {
        const due = everyDocument(store, replications, tenantId, {
          where: { state: 'running', askOn: { atMost: today } },
          orderBy: { field: 'askOn', direction: 'ascending' },
          limit: pageSize,
        });
        for await (const { id } of due) {
          if (signal.aborted || !calendar.isWorkingTime(clock.now())) return;
          try {
            await changeReplication(parts, tenantId, id, (known) => ask(known, today, now));
          } catch (error) {
            telemetry.error('spread.askFailed', error, { tenant: tenantId, replication: id });
          }
        }
      }
    },
  };
}
