import { collections } from '../../src/collections.ts';
import { openCosmosStores } from '../../src/store/cosmos/open-stores.ts';
import { provision } from '../../src/store/cosmos/provision.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-store.ts';
import type { Telemetry } from '../../src/telemetry/telemetry.ts';
import type { Clock } from '../../src/time/clock.ts';
import { startStandIn } from '../store/cosmos/stand-in.ts';

export interface AStore {
  readonly store: DocumentStore;
  /** After the store is closed. */
  drop(): Promise<void>;
}

/** An empty store: SQLite in memory, or a Cosmos DB over the wire where the jest project says so. */
export async function aStore(parts: { clock: Clock; telemetry: Telemetry }): Promise<AStore> {
  if (process.env.TEST_STORE !== 'cosmos')
    return { store: openSqliteStore({ file: ':memory:', ...parts }), drop: async () => undefined };
  const standIn = await startStandIn();
  const account = { endpoint: standIn.endpoint, key: standIn.key, database: 'inews' };
  await provision(account, account.database, collections);
  // On a busy machine the stand-in may take longer than a person waits: both kinds of users have patience here.
  return { store: openCosmosStores({ ...account, ...parts }).worker, drop: () => standIn.stop() };
}
