import { join } from 'node:path';
import type { Config } from './config.ts';
import type { DocumentStore } from './store/document-store.ts';
import { openSqliteStore } from './store/sqlite/open-store.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import type { Clock } from './time/clock.ts';

/** Opens the store that the settings name, for the service and for its tools alike. */
export async function openStore(
  config: Pick<Config, 'dataDir'>,
  parts: { readonly clock: Clock; readonly telemetry: Telemetry },
): Promise<DocumentStore> {
  return openSqliteStore({ file: join(config.dataDir, 'inews.sqlite'), ...parts });
}
