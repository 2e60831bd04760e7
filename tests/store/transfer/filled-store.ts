import type { Collection } from '../../../src/store/collection.ts';
import type { DocumentStore, ScannedDocument } from '../../../src/store/document-store.ts';
import { sample, samples } from '../sample-collection.ts';

/** Another collection, so that an export has more than one. */
export const others = { ...samples, name: 'others' };

export const both: readonly Collection<object>[] = [samples, others];

const oddText = 'Line\nbreak \u2028 \u2029 \r\n "quotes" ключ 🦊';

/** 250 samples in two partitions, with odd ids and texts among them, and three others. */
export async function fill(store: DocumentStore): Promise<void> {
  const documents = Array.from({ length: 125 }, (_, n) => ({
    id: n % 10 === 0 ? `odd/${n} ü` : `d${n}`,
    body: sample(n % 7 === 0 ? oddText : `number ${n}`, { rank: n, state: 'open' }),
  }));
  await store.createMany(samples, 'one', documents);
  await store.createMany(samples, 'two/odd ü', documents);
  await store.createMany(others, 'one', documents.slice(0, 3));
}

/** Everything in both collections, for comparison. */
export async function contents(store: DocumentStore): Promise<readonly (readonly ScannedDocument[])[]> {
  return Promise.all(
    both.map(async (collection) => (await store.scan(collection, { limit: 1000 })).documents),
  );
}
