import { documentJob } from '../store/document-job.ts';
import type { Job } from '../time/job.ts';
import { changeReplication } from './find.ts';
import { ask } from './life.ts';
import { replications } from './model.ts';
import type { SpreadParts } from './parts.ts';

type AskParts = Pick<
  SpreadParts,
  'store' | 'relay' | 'clock' | 'telemetry' | 'tenants' | 'calendar' | 'localDate'
>;

/** Asks leads for their results from the day on, in working time alone. */
export const askJob = (parts: AskParts): Job =>
  documentJob(parts, {
    name: 'spread.ask',
    everySeconds: 3600,
    collection: replications,
    due: (now) => [
      {
        where: { state: 'running', askOn: { atMost: parts.localDate(now) } },
        orderBy: { field: 'askOn', direction: 'ascending' },
      },
    ],
    mayRun: parts.calendar.isWorkingTime,
    act: (tenantId, { id }, now) =>
      changeReplication(parts, tenantId, id, (known) => ask(known, parts.localDate(now), now)),
  });
