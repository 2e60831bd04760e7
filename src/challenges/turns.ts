import { everyDocument } from '../store/every-document.ts';
import type { Job } from '../time/job.ts';
import { changeChallenge } from './find.ts';
import { advance } from './life.ts';
import { challenges } from './model.ts';
import type { ChallengeParts } from './parts.ts';

const pageSize = 100;

type TurnParts = Pick<
  ChallengeParts,
  'store' | 'relay' | 'clock' | 'telemetry' | 'tenants' | 'timeZone' | 'localDate'
>;

/** Opens challenges, counts their days down and closes them. One that fails stops no other and is tried again. */
export function challengeTurns(parts: TurnParts): Job {
  const { store, clock, telemetry, tenants } = parts;
  async function* due(tenantId: string) {
    const atMost = clock.now().toISOString();
    for (const state of ['planned', 'open'] as const)
      yield* everyDocument(store, challenges, tenantId, {
        where: { state, dueAt: { atMost } },
        orderBy: { field: 'dueAt', direction: 'ascending' },
        limit: pageSize,
      });
  }
  return {
    name: 'challenges.turns',
    everySeconds: 60,
    async run(signal) {
      for (const tenantId of tenants) {
        for await (const { id } of due(tenantId)) {
          if (signal.aborted) return;
          try {
            await changeChallenge(parts, tenantId, id, (known) => advance(known, clock.now(), parts));
          } catch (error) {
            telemetry.error('challenges.turnFailed', error, { tenant: tenantId, challenge: id });
          }
        }
      }
    },
  };
}
