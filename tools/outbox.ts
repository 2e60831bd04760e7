import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../src/config.ts';
import { openStores } from '../src/open-store.ts';
import { logTelemetry } from '../src/telemetry/log-telemetry.ts';
import { systemClock } from '../src/time/clock.ts';
import { runOutboxCommand } from './outbox-commands.ts';

// For operators: what waits in the store that the service's settings name. The service may run meanwhile and is told.

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const { worker: store } = await openStores(readConfig(process.env), {
    clock: systemClock,
    telemetry: logTelemetry('error'),
  });
  try {
    const done = await runOutboxCommand({ store, print: console.log }, positionals);
    if (!done) process.exitCode = 1;
  } finally {
    await store.close();
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
