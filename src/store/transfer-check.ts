import type { Collection } from './collection.ts';
import { readBody } from './document-body.ts';
import { checkKeys } from './document-rules.ts';
import { linesOf } from './transfer-file.ts';
import { type DocumentLine, type EndLine, TransferFault } from './transfer-line.ts';
import { createTally, type Tally } from './transfer-progress.ts';

/** A document of an export, brought to the present schema version. */
export interface CheckedDocument {
  readonly collection: Collection<object>;
  readonly partition: string;
  readonly id: string;
  readonly body: object;
}

/**
 * The documents of a finished export in the order of the file. Throws TransferFault at the first line that cannot be
 * brought in, and at the end when the export was not finished or lines are missing.
 */
export async function* checkedDocuments(
  file: string,
  collections: readonly Collection<object>[],
): AsyncGenerator<CheckedDocument> {
  const known = new Map(collections.map((collection) => [collection.name, collection]));
  const tally = createTally();
  let end: EndLine['end'] | undefined;
  for await (const { number, line } of linesOf(file)) {
    if (end) throw new TransferFault(`Line ${number} stands after the end of the export`);
    if ('end' in line) {
      end = line.end;
      continue;
    }
    tally.add(line.collection);
    yield checked(known.get(line.collection), line, number);
  }
  checkEnd(end, tally);
}

function checked(
  collection: Collection<object> | undefined,
  line: DocumentLine,
  number: number,
): CheckedDocument {
  const { partition, id, schemaVersion, body } = line;
  if (!collection) {
    throw new TransferFault(
      `Line ${number} is of the collection ${line.collection}, which this service does not know`,
    );
  }
  try {
    checkKeys(collection.name, partition, id);
    return { collection, partition, id, body: readBody(collection, id, schemaVersion, body) };
  } catch (cause) {
    throw new TransferFault(`Line ${number}: ${cause instanceof Error ? cause.message : 'unreadable'}`, {
      cause,
    });
  }
}

function checkEnd(end: EndLine['end'] | undefined, tally: Tally): void {
  if (!end) throw new TransferFault('The export was not finished: run it again with the same file to go on');
  for (const [collection, count] of Object.entries(end)) {
    if (tally.of(collection) !== count) {
      throw new TransferFault(
        `The file holds ${tally.of(collection)} documents of ${collection}, and its end says ${count}: export it again`,
      );
    }
  }
}
