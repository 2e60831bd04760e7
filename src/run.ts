import { ConfigError, readConfig } from './config.ts';
import { openStores } from './open-store.ts';
import { startService } from './service.ts';
import { logTelemetry } from './telemetry/log-telemetry.ts';
import { systemClock } from './time/clock.ts';

/** Runs the service until SIGTERM or SIGINT, which finish what is under way. */
export async function run(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const telemetry = logTelemetry(config.logLevel);
    const stores = await openStores(config, { clock: systemClock, telemetry });
    const service = await startService(config, { stores, clock: systemClock, telemetry });
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        service.stop().then(
          () => process.exit(0),
          (error: unknown) => {
            telemetry.error('service.stopFailed', error);
            process.exit(1);
          },
        );
      });
  } catch (error) {
    const reason =
      error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
  }
}
