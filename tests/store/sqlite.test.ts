import { documentStoreContract } from './document-store.contract.ts';
import { manualClock } from './manual-clock.ts';
import { memoryStore } from './memory-store.ts';

documentStoreContract('SQLite keeps documents', async () => {
  const clock = manualClock();
  return { store: memoryStore(clock), clock };
});
