/**
 * A process that shares a store with a test: `node writer-process.ts <file> <name>`. It creates documents without
 * end, counts each of them in one document that all writers change, and prints a line for each that was acknowledged.
 */
import { changeDocument } from '../../../src/store/change-document.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-store.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { sample, samples } from '../sample-collection.ts';

const [file = '', name = ''] = process.argv.slice(2);
const store = openSqliteStore({ file, clock: systemClock });

for (let n = 0; ; n++) {
  await store.create(samples, 'written', { id: `${name}-${n}`, body: sample(name, { rank: n }) });
  const counter = await changeDocument(store, samples, 'counted', 'counter', (body) => ({
    ...body,
    rank: (body.rank ?? 0) + 1,
  }));
  process.stdout.write(`${name}-${n} ${counter?.body.rank}\n`);
}
