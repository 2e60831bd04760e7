import { setImmediate } from 'node:timers/promises';
import { type Submission, submissions } from '../ideas/model.ts';
import { fingerprint, referencesFor } from '../ideas/reference.ts';
import { createOnce, wasSent } from '../ideas/submit.ts';
import { noEvents } from '../outbox/event.ts';
import type { By } from '../people/by.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { classify } from '../subjects/classify.ts';
import type { Words } from '../words/words.ts';
import { type Import, type ImportResult, importChunks } from './import-model.ts';
import { type ReadRow, readRow } from './read-row.ts';

const mostFaults = 10;
const batchSize = 100;

interface Rules {
  readonly store: DocumentStore;
  readonly words: Words;
  readonly services: readonly string[];
}

interface Rows {
  readonly good: readonly ReadRow[];
  readonly faults: ImportResult['faults'];
}

/** The rows of an import as its columns are matched, a chunk at a time. */
export async function* rowsOf(
  { store, words, services }: Rules,
  id: string,
  { chunks, match = {}, createdAt }: Import,
): AsyncGenerator<Rows> {
  const rules = { words, services, match, now: new Date(createdAt) };
  for (let n = 0; n < chunks; n++) {
    const chunk = (await store.get(importChunks, id, String(n)))?.body;
    if (!chunk) continue;
    const good: ReadRow[] = [];
    const faults: ImportResult['faults'] = [];
    for (const [at, cells] of chunk.cells.entries()) {
      const outcome = readRow(cells, rules);
      if (outcome.kind === 'row') good.push(outcome.row);
      else faults.push({ row: chunk.firstRow + at, ...outcome.fault });
    }
    yield { good, faults };
    await setImmediate();
  }
}

/** What would become of the rows, without taking them in. */
export async function previewRows(rules: Rules, id: string, body: Import) {
  const first: string[] = [];
  const result: ImportResult = { taken: 0, known: 0, faulty: 0, faults: [] };
  for await (const { good, faults } of rowsOf(rules, id, body)) {
    first.push(...good.slice(0, 3 - first.length).map(({ title }) => title));
    result.taken += good.length;
    note(result, faults);
  }
  return { first, result };
}

/** Takes the rows in. Run again, or with another file that has the same rows, it finds them there. */
export async function takeInRows(
  rules: Rules,
  tenantId: string,
  id: string,
  body: Import,
): Promise<ImportResult> {
  const result: ImportResult = { taken: 0, known: 0, faulty: 0, faults: [] };
  for await (const { good, faults } of rowsOf(rules, id, body)) {
    note(result, faults);
    for (let at = 0; at < good.length; at += batchSize) {
      const made = new Map(
        good.slice(at, at + batchSize).map((row) => {
          const submission = submissionOf(row, body.by);
          return [submission.reference, { row, submission }] as const;
        }),
      );
      const documents = [...made.values()].map(({ submission }) => ({
        id: submission.reference,
        body: submission,
      }));
      const created = await rules.store.createMany(submissions, tenantId, documents);
      result.taken += created.length;
      for (const { id } of created) made.delete(id);
      // Here already, or another form has the reference.
      for (const { row } of made.values()) {
        if (await wasSent(rules.store, tenantId, formIdOf(row))) {
          result.known += 1;
          continue;
        }
        await createOnce(rules.store, tenantId, formIdOf(row), (reference) => ({
          ...submissionOf(row, body.by),
          reference,
        }));
        result.taken += 1;
      }
      // The same row twice in one batch is one submission.
      result.known += Math.min(batchSize, good.length - at) - documents.length;
    }
  }
  return result;
}

function note(result: ImportResult, faults: ImportResult['faults']): void {
  result.faulty += faults.length;
  result.faults.push(...faults.slice(0, mostFaults - result.faults.length));
}

/** The same row is the same submission, in whichever file and however it stands by then. */
const formIdOf = ({ title, change }: ReadRow): string =>
  `import ${fingerprint(`${title.toLowerCase()}\n${change.toLowerCase()}`)}`;

const firstReference = (row: ReadRow): string => referencesFor(formIdOf(row)).next().value;

/** It raises no event: nobody is told, and no card is posted for what is long decided. */
function submissionOf(row: ReadRow, by: By): Submission {
  const { title, change, benefit, service, state, createdAt, author, reason, benefits, barrier } = row;
  const formId = formIdOf(row);
  const { theme, topics } = classify(`${title}\n${change}\n${benefit}`);
  return {
    reference: firstReference(row),
    kind: barrier ? 'barrier' : 'idea',
    title,
    change,
    ...(benefit && { benefit }),
    ...(service && { service }),
    ...barrier,
    ...(benefits && { benefits }),
    shapedBy: [],
    // Whoever wrote it has not been asked whether everybody may see it.
    naming: 'teamOnly',
    imported: { by, ...(author && { author }), ...(reason && { reason }) },
    ...(theme && { theme }),
    topics: [...topics],
    state,
    authorUnreachable: false,
    history: [{ n: 0, at: createdAt, what: 'submitted' }],
    createdAt,
    form: { id: fingerprint(formId), content: fingerprint(`${title}\n${change}`) },
    ...noEvents,
  };
}
