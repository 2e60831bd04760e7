import { z } from 'zod';
import { openCosmosStores } from '../../../src/store/cosmos/open-stores.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-store.ts';
import type { Clock } from '../../../src/time/clock.ts';

/** Which store a fault run works on. */
export const faultStoreSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sqlite'), file: z.string() }),
  z.object({ kind: z.literal('cosmos'), endpoint: z.string(), key: z.string(), database: z.string() }),
]);

export type FaultStore = z.infer<typeof faultStoreSchema>;

export function openFaultStore(store: FaultStore, clock: Clock): DocumentStore {
  switch (store.kind) {
    case 'sqlite':
      return openSqliteStore({ file: store.file, clock });
    case 'cosmos':
      return openCosmosStores({ ...store, clock }).worker;
  }
}
