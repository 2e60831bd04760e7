import type { Answer } from '../bot/answer.ts';
import { offerFile } from '../bot/answer.ts';
import { type FileSource, fileSource } from '../bot/file.ts';
import type { Turn } from '../bot/turn.ts';
import { submissions } from '../ideas/model.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { type Filter, filterSchema, whereOf } from '../triage/queue/filter.ts';
import { csvOf } from './csv.ts';
import { columns, type ExportedRow, exportedPages } from './export-rows.ts';

// For the size that Teams shows before the file is made.
const usualRowBytes = 800;

/** Offers the submissions that a filter asks for as a file. */
export async function offerExport(
  store: DocumentStore,
  { actor, words, now }: Turn,
  filter: Filter,
  format: 'csv' | 'json',
): Promise<Answer> {
  const count = await store.count(submissions, actor.tenantId, whereOf(filter, now));
  return offerFile({
    file: `export.${format}`,
    about: filter,
    name: `inews-${now.toISOString().slice(0, 10)}.${format}`,
    description: words.say('exchange.export.offer'),
    size: count * usualRowBytes,
  });
}

/** A spreadsheet opens the first as text, whatever people wrote; programs read the second. */
export const exportFiles = (store: DocumentStore): readonly FileSource[] => [
  fileSource({
    name: 'export.csv',
    about: filterSchema,
    async make(turn, filter) {
      const parts = [await csvOf(columns, [], true)];
      for await (const rows of exportedPages(store, turn, filter))
        parts.push(await csvOf(columns, rows, false));
      return Buffer.from(parts.join(''), 'utf8');
    },
  }),
  fileSource({
    name: 'export.json',
    about: filterSchema,
    async make(turn, filter) {
      const all: ExportedRow[] = [];
      for await (const rows of exportedPages(store, turn, filter)) all.push(...rows);
      return Buffer.from(JSON.stringify({ exportedAt: turn.now.toISOString(), submissions: all }, null, 1));
    },
  }),
];
