import { collections } from '../src/collections.ts';
import { importStore } from '../src/store/transfer-import.ts';
import { systemClock } from '../src/time/clock.ts';
import { arrive } from './store-arrivals.ts';
import { progressBar } from './store-progress.ts';
import { runWithStore } from './store-run.ts';

// Brings an export into the store that the service's settings name. What is there already stays as it is. Stopped
// half-way, it is simply run again. Deliveries that were still to be sent arrive as held.

await runWithStore('Say what: npm run store:import -- <file.jsonl>', async (store, file) => {
  const onProgress = progressBar(process.stderr);
  const imported = await importStore({ store, collections, file, clock: systemClock, arrive, onProgress });
  console.table(imported);
  if (imported.every(({ complete }) => complete)) return;
  console.error('The store has fewer documents than the file: is the service removing some? Run it again.');
  process.exitCode = 1;
});
