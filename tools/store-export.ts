import { collections } from '../src/collections.ts';
import { exportStore } from '../src/store/transfer-export.ts';
import { progressBar } from './store-progress.ts';
import { runWithStore } from './store-run.ts';

// Writes every document of the store that the service's settings name to a file. Stopped half-way, it goes on when run
// again with the same file.

await runWithStore('Say where to: npm run store:export -- <file.jsonl>', async (store, file) => {
  const exported = await exportStore({ store, collections, file, onProgress: progressBar(process.stderr) });
  console.table(exported);
  if (exported.every(({ inFile, inStore }) => inFile === inStore)) return;
  console.error('Documents came or went meanwhile. For an exact copy stop the service and export anew.');
  process.exitCode = 1;
});
