import { documentJob } from '../store/document-job.ts';
import type { Job } from '../time/job.ts';
import { changeChallenge } from './find.ts';
import { advance } from './life.ts';
import { challenges } from './model.ts';
import type { ChallengeParts } from './parts.ts';

type TurnParts = Pick<
  ChallengeParts,
  'store' | 'relay' | 'clock' | 'telemetry' | 'tenants' | 'timeZone' | 'localDate'
>;

/** Opens challenges, counts their days down and closes them. */
export const challengeTurns = (parts: TurnParts): Job =>
  documentJob(parts, {
    name: 'challenges.turns',
    everySeconds: 60,
    collection: challenges,
    due: (now) =>
      (['planned', 'open'] as const).map((state) => ({
        where: { state, dueAt: { atMost: now.toISOString() } },
        orderBy: { field: 'dueAt', direction: 'ascending' },
      })),
    act: (tenantId, { id }, now) =>
      changeChallenge(parts, tenantId, id, (known) => advance(known, now, parts)),
  });
