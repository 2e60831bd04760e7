import { openStores } from '../../src/open-store.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import { systemClock } from '../../src/time/clock.ts';

/** Fills the SQLite store of a data folder before the service that is measured opens it. */
export async function withStore(
  dataDir: string,
  fill: (store: DocumentStore) => Promise<void>,
): Promise<void> {
  const { worker } = await openStores(
    { dataDir, cosmos: undefined },
    { clock: systemClock, telemetry: logTelemetry('error') },
  );
  try {
    await fill(worker);
  } finally {
    await worker.close();
  }
}
