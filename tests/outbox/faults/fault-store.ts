import { z } from 'zod';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-store.ts';
import type { Clock } from '../../../src/time/clock.ts';

/** Which store a fault run works on; one that is reached over the wire is one more kind here. */
export const faultStoreSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sqlite'), file: z.string() }),
]);

export type FaultStore = z.infer<typeof faultStoreSchema>;

export function openFaultStore(store: FaultStore, clock: Clock): DocumentStore {
  switch (store.kind) {
    case 'sqlite':
      return openSqliteStore({ file: store.file, clock });
  }
}
