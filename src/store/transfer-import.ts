import type { Clock } from '../time/clock.ts';
import type { Collection } from './collection.ts';
import { expiryOf } from './document-body.ts';
import type { DocumentStore, NewDocument } from './document-store.ts';
import { type CheckedDocument, checkedDocuments } from './transfer-check.ts';
import { createTally, type OnProgress } from './transfer-progress.ts';
import { totals } from './transfer-totals.ts';

const largestBatch = 100;
const batchesAtOnce = 8;

export interface Imported {
  readonly collection: string;
  readonly inFile: number;
  readonly created: number;
  /** Left as they stood in the store. */
  readonly alreadyThere: number;
  /** Left out, because their time was over. */
  readonly expired: number;
  readonly inStore: number;
  /** Whether the store has at least what the file holds. */
  readonly complete: boolean;
}

/**
 * Brings the documents of a finished export into a store and leaves those whose id is taken, so that a run that was
 * stopped half-way can simply be repeated. The whole file is checked before anything is written. `arrive` gives the body
 * a document is to have here. Returns what became of each collection. Throws TransferFault, with the number of the line,
 * for what cannot be brought in.
 */
export async function importStore(parts: {
  readonly store: DocumentStore;
  readonly collections: readonly Collection<object>[];
  readonly file: string;
  readonly clock: Clock;
  readonly arrive: (collection: Collection<object>, body: object) => object;
  readonly onProgress: OnProgress;
}): Promise<readonly Imported[]> {
  const { store, collections, file, clock, arrive, onProgress } = parts;
  const [inFile, created, expired, done] = [createTally(), createTally(), createTally(), createTally()];
  for await (const { collection } of checkedDocuments(file, collections)) inFile.add(collection.name);

  async function bring(batch: Batch): Promise<void> {
    const { collection, partition } = batch[0];
    const now = clock.now().toISOString();
    const documents = batch.flatMap(({ id, body }): NewDocument<object>[] => {
      const arrived = arrive(collection, body);
      const expiresAt = expiryOf(collection, arrived);
      return expiresAt !== undefined && expiresAt <= now ? [] : [{ id, body: arrived }];
    });
    expired.add(collection.name, batch.length - documents.length);
    created.add(collection.name, (await store.createMany(collection, partition, documents)).length);
    done.add(collection.name, batch.length);
    onProgress(done.all(), inFile.all(), collection.name);
  }

  let group: Batch[] = [];
  for await (const batch of batches(checkedDocuments(file, collections))) {
    group.push(batch);
    if (group.length < batchesAtOnce) continue;
    await Promise.all(group.map(bring));
    group = [];
  }
  await Promise.all(group.map(bring));

  const inStore = await totals(store, collections);
  return collections.map(({ name }, at) => {
    const arrived = inFile.of(name) - expired.of(name);
    return {
      collection: name,
      inFile: inFile.of(name),
      created: created.of(name),
      alreadyThere: arrived - created.of(name),
      expired: expired.of(name),
      inStore: inStore[at] ?? 0,
      complete: (inStore[at] ?? 0) >= arrived,
    };
  });
}

type Batch = readonly [CheckedDocument, ...CheckedDocument[]];

/** Documents that follow one another in one partition, together. */
async function* batches(documents: AsyncIterable<CheckedDocument>): AsyncGenerator<Batch> {
  let batch: [CheckedDocument, ...CheckedDocument[]] | undefined;
  for await (const document of documents) {
    const joins =
      batch &&
      batch.length < largestBatch &&
      batch[0].collection === document.collection &&
      batch[0].partition === document.partition;
    if (batch && joins) batch.push(document);
    else {
      if (batch) yield batch;
      batch = [document];
    }
  }
  if (batch) yield batch;
}
