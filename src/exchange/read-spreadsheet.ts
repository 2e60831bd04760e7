import { z } from 'zod';

export const mostRows = 10_000;
export const mostColumns = 40;

export type Spreadsheet =
  | { readonly kind: 'read'; readonly headings: readonly string[]; readonly rows: readonly string[][] }
  | { readonly kind: 'notCsv' | 'empty' | 'tooMany' };

const table = z.array(z.array(z.string()));

/** Reads a CSV file as spreadsheets write it: with commas, semicolons or tabs, in UTF-8 or as Windows does. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Spreadsheet> {
  // Loaded when the first file comes, not at the start.
  const { parse } = await import('csv-parse/sync');
  const text = textOf(bytes);
  // A file of another kind, such as a workbook.
  if (text.includes('\0')) return { kind: 'notCsv' };
  let lines: string[][];
  try {
    lines = table.parse(
      parse(text, {
        bom: true,
        delimiter: [delimiterOf(text)],
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        to: mostRows + 2,
        trim: true,
      }),
    );
  } catch {
    return { kind: 'notCsv' };
  }
  const [headings, ...rows] = lines.map((cells) => cells.slice(0, mostColumns));
  if (!headings || rows.length === 0) return { kind: 'empty' };
  return rows.length > mostRows ? { kind: 'tooMany' } : { kind: 'read', headings, rows };
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one that stands most often in the headings. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, n: first.split(delimiter).length }));
  return counted.reduce((best, one) => (one.n > best.n ? one : best)).delimiter;
}
