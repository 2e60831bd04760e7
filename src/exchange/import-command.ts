import { createHash } from 'node:crypto';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { FileUnreadable, type SentFile } from '../bot/file.ts';
import type { Turn } from '../bot/turn.ts';
import { noEvents } from '../outbox/event.ts';
import { DocumentExists } from '../store/document-store.ts';
import type { ExchangeParts } from './exchange-parts.ts';
import { readCard } from './import-cards.ts';
import { type Import, importChunks, imports } from './import-model.ts';
import { mostRows, readSpreadsheet } from './read-spreadsheet.ts';

const mostBytes = 20 * 1024 * 1024;

// Well below what a store takes as one document, whatever the rows hold.
const mostChunkLength = 300_000;
const mostChunkRows = 500;

/** "import", said with a CSV file: reads it and asks which column is what. */
export async function importFile(parts: ExchangeParts, turn: Turn): Promise<Answer> {
  const { words } = turn;
  if (turn.reach) return sayText(words.say('exchange.import.notAll'));
  const [file] = turn.files ?? [];
  if (!file) return sayText(words.say('exchange.import.how'));
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string') return sayText(words.say(`exchange.import.${bytes}`));
  const sheet = await readSpreadsheet(bytes);
  if (sheet.kind !== 'read') return sayText(words.say(`exchange.import.${sheet.kind}`, { most: mostRows }));
  const id = createHash('sha256').update(turn.activityId).update(bytes).digest('base64url');
  const createdAt = turn.now.toISOString();
  const chunks = chunksOf(sheet.rows).map((chunk) => ({ ...chunk, createdAt }));
  // The rows first: what names them is there only when they are.
  await parts.store.createMany(
    importChunks,
    id,
    chunks.map((body, n) => ({ id: String(n), body })),
  );
  const body: Import = {
    by: { personId: turn.actor.personId, name: turn.actor.name },
    fileName: file.name,
    headings: [...sheet.headings],
    rows: sheet.rows.length,
    chunks: chunks.length,
    state: 'read',
    createdAt,
    ...noEvents,
  };
  try {
    await parts.store.create(imports, turn.actor.tenantId, { id, body });
  } catch (error) {
    // Teams has delivered the message twice.
    if (!(error instanceof DocumentExists)) throw error;
  }
  return showCard(readCard(words, id, body));
}

async function bytesOf(file: SentFile): Promise<Uint8Array | 'tooLarge' | 'unreadable'> {
  try {
    return await file.read(mostBytes);
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    return error.tooLarge ? 'tooLarge' : 'unreadable';
  }
}

function chunksOf(rows: readonly string[][]): { firstRow: number; cells: string[][] }[] {
  const chunks: { firstRow: number; cells: string[][] }[] = [];
  let length = 0;
  for (const [at, cells] of rows.entries()) {
    const size = cells.reduce((sum, cell) => sum + cell.length, 0);
    const current = chunks.at(-1);
    if (!current || current.cells.length >= mostChunkRows || length + size > mostChunkLength) {
      // The headings are row 1.
      chunks.push({ firstRow: at + 2, cells: [cells] });
      length = size;
    } else {
      current.cells.push(cells);
      length += size;
    }
  }
  return chunks;
}
