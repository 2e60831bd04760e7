import { join } from 'node:path';
import type { Config } from './config.ts';
import type { DocumentStore } from './store/document-store.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import type { Clock } from './time/clock.ts';

/** One store as two kinds of users see it: a turn gives up while a person waits, a worker has patience. */
export interface Stores {
  readonly invoke: DocumentStore;
  readonly worker: DocumentStore;
}

/**
 * Opens the store that the settings name, for the service and for its tools alike: Cosmos DB when an endpoint is set,
 * else SQLite in the data folder. Each engine is loaded only when it is used.
 */
export async function openStores(
  { cosmos, dataDir }: Pick<Config, 'cosmos' | 'dataDir'>,
  parts: { readonly clock: Clock; readonly telemetry: Telemetry },
): Promise<Stores> {
  if (cosmos) {
    const { openCosmosStores } = await import('./store/cosmos/open-stores.ts');
    return openCosmosStores({ ...cosmos, ...parts });
  }
  const { openSqliteStore } = await import('./store/sqlite/open-store.ts');
  const store = openSqliteStore({ file: join(dataDir, 'inews.sqlite'), ...parts });
  return { invoke: store, worker: store };
}
