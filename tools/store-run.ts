import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../src/config.ts';
import { openStores } from '../src/open-store.ts';
import type { DocumentStore } from '../src/store/document-store.ts';
import { TransferFault } from '../src/store/transfer-line.ts';
import { logTelemetry } from '../src/telemetry/log-telemetry.ts';
import { systemClock } from '../src/time/clock.ts';

/** Opens the store that the settings name and hands it, with the file named on the command line, to a transfer. */
export async function runWithStore(
  usage: string,
  transfer: (store: DocumentStore, file: string) => Promise<void>,
): Promise<void> {
  try {
    const [file, ...more] = parseArgs({ allowPositionals: true }).positionals;
    if (!file || more.length > 0) throw new TransferFault(usage);
    const config = readConfig(process.env);
    const { worker: store } = await openStores(config, {
      clock: systemClock,
      telemetry: logTelemetry('error'),
    });
    try {
      await transfer(store, file);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof TransferFault || error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
