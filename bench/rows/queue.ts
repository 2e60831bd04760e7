import { join } from 'node:path';
import { submissions } from '../../src/ideas/model.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-store.ts';
import { systemClock } from '../../src/time/clock.ts';
import { sampleSubmissions } from '../content/submissions.ts';
import { median, percentile, rounded } from '../figures/statistics.ts';
import type { Row } from '../row.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const target = 2;
const sizes = [1_000, 10_000, 100_000];
const times = 300;
const pageSize = 20;
const tenant = 'sample-tenant';

/** The first page of what waits in one state, oldest first, however many submissions the file holds. */
export const queue: Row = {
  name: 'queue',
  target: `1,000 to 100,000 submissions within ${target} times of each other`,
  async measure() {
    using folder = temporaryFolder();
    const stores = sizes.map((size) => ({
      store: openSqliteStore({ file: join(folder.path, `${size}.sqlite`), clock: systemClock }),
      size,
      taken: [] as number[],
    }));
    for (const { store, size } of stores) {
      for (const some of sampleSubmissions(size)) await store.createMany(submissions, tenant, some);
      await firstPage(store);
    }
    for (let time = 0; time < times; time++) {
      for (const { store, taken } of stores) {
        const startedAt = performance.now();
        await firstPage(store);
        taken.push(performance.now() - startedAt);
      }
    }
    for (const { store } of stores) await store.close();

    const medians = stores.map(({ taken }) => median(taken));
    const ratio = rounded(Math.max(...medians) / Math.min(...medians));
    const p95Ms = rounded(Math.max(...stores.map(({ taken }) => percentile(taken, 0.95))));
    return {
      figures: { ratio, p95Ms },
      met: ratio <= target,
      note: `medians ${medians.map(rounded).join(', ')} ms for ${sizes.join(', ')} submissions`,
    };
  },
};

async function firstPage(store: DocumentStore): Promise<void> {
  const { documents } = await store.query(submissions, tenant, {
    where: { state: 'received' },
    orderBy: { field: 'createdAt', direction: 'ascending' },
    limit: pageSize,
  });
  if (documents.length !== pageSize) throw new Error(`The first page has ${documents.length} submissions`);
}
