import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { openStores } from '../../src/open-store.ts';
import { defaultOutbox, type OutboxSettings } from '../../src/outbox/outbox-settings.ts';
import { startService } from '../../src/service.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import type { Telemetry } from '../../src/telemetry/telemetry.ts';
import { systemClock } from '../../src/time/clock.ts';
import { wrapStore } from '../../tests/outbox/wrap-store.ts';
import { answerQuestions } from './answer-questions.ts';
import { serviceOptionsSchema } from './service-options.ts';

// The whole service as `npm start` runs it, over a SQLite file, with its store calls counted and slowed if wished.

const options = serviceOptionsSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
const config = readConfig({
  INEWS_ENV: 'development',
  DATA_DIR: options.dataDir,
  INEWS_TENANTS: options.tenant,
  INEWS_INNOVATION_TEAM: options.innovationTeam.join(','),
  PORT: '0',
});

const log = logTelemetry('info');
const telemetry: Telemetry = {
  ...log,
  error(event, error, facts) {
    log.error(event, error, facts);
    process.stderr.write(`${event}: ${error instanceof Error ? error.stack : String(error)}\n`);
  },
};

let storeCalls = 0;
const { invoke, worker } = await openStores(config, { clock: systemClock, telemetry });
const watched = (store: DocumentStore) =>
  wrapStore(store, async (_method, run) => {
    storeCalls++;
    if (options.storeDelayMs > 0) await pause(options.storeDelayMs);
    return run();
  });

const service = await startService(config, {
  stores: { invoke: watched(invoke), worker: watched(worker) },
  clock: systemClock,
  telemetry,
  ...(options.callsEachSecond !== undefined && { outboxSettings: pacedAt(options.callsEachSecond) }),
});

answerQuestions({ storeCalls: () => storeCalls });
process.send?.({ port: service.port });

function pacedAt(callsEachSecond: number): OutboxSettings {
  return { ...defaultOutbox, pace: { ...defaultOutbox.pace, perTenantEachSecond: callsEachSecond } };
}
