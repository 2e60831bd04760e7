import type { Collection } from './collection.ts';
import type { DocumentStore } from './document-store.ts';
import { scanContinuation } from './query-plan.ts';
import { bytesOfWholeLines, linesOf, openToWriteOn } from './transfer-file.ts';
import { type DocumentLine, TransferFault, writeLine } from './transfer-line.ts';
import { createTally, type OnProgress, type Tally } from './transfer-progress.ts';
import { totals } from './transfer-totals.ts';

const pageSize = 100;

export interface Exported {
  readonly collection: string;
  readonly inFile: number;
  /** Differs from `inFile` when documents came or went during the export. */
  readonly inStore: number;
}

/**
 * Writes the whole store to a file of JSON Lines, by collection, partition and id. When an earlier run was stopped
 * half-way it goes on after the last document in the file. Documents that are changed meanwhile may be in the file as
 * they were before: for an exact copy the service must not run. Returns what is in the file now.
 * Throws TransferFault for a file that is no unfinished export of these collections.
 */
export async function exportStore(parts: {
  readonly store: DocumentStore;
  readonly collections: readonly Collection<object>[];
  readonly file: string;
  readonly onProgress: OnProgress;
}): Promise<readonly Exported[]> {
  const { store, collections, file, onProgress } = parts;
  const handle = await openToWriteOn(file);
  try {
    const whole = await bytesOfWholeLines(handle);
    const { last, tally } = await alreadyIn(file, whole);
    await handle.truncate(whole);
    const total = (await totals(store, collections)).reduce((sum, count) => sum + count, 0);
    for (const collection of collectionsFrom(collections, last)) {
      let after = last?.collection === collection.name ? scanContinuation(collection, last) : undefined;
      do {
        onProgress(tally.all(), total, collection.name);
        const page = await store.scan(collection, { limit: pageSize, after });
        const lines = page.documents.map((document) =>
          writeLine({ collection: collection.name, ...document }),
        );
        await handle.appendFile(lines.join(''));
        tally.add(collection.name, lines.length);
        after = page.continuation;
      } while (after !== undefined);
    }
    await handle.appendFile(writeLine({ end: countsOf(collections, tally) }));
    await handle.sync();
    onProgress(tally.all(), tally.all(), 'all collections');
    const inStore = await totals(store, collections);
    return collections.map(({ name }, at) => ({
      collection: name,
      inFile: tally.of(name),
      inStore: inStore[at] ?? 0,
    }));
  } finally {
    await handle.close();
  }
}

async function alreadyIn(
  file: string,
  bytes: number,
): Promise<{ readonly last: DocumentLine | undefined; readonly tally: Tally }> {
  const tally = createTally();
  let last: DocumentLine | undefined;
  for await (const { line } of linesOf(file, bytes)) {
    if ('end' in line) {
      throw new TransferFault(`${file} is a finished export: name another file, or remove it`);
    }
    tally.add(line.collection);
    last = line;
  }
  return { last, tally };
}

/** The collection that was under way and those after it. */
function collectionsFrom(
  collections: readonly Collection<object>[],
  last: DocumentLine | undefined,
): readonly Collection<object>[] {
  if (!last) return collections;
  const at = collections.findIndex(({ name }) => name === last.collection);
  if (at >= 0) return collections.slice(at);
  throw new TransferFault(
    `The file ends with a document of ${last.collection}, which this service does not know: name another file`,
  );
}

const countsOf = (collections: readonly Collection<object>[], tally: Tally): Record<string, number> =>
  Object.fromEntries(collections.map(({ name }) => [name, tally.of(name)]));
