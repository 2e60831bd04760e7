import { z } from 'zod';

const documentLine = z.strictObject({
  collection: z.string(),
  partition: z.string(),
  id: z.string(),
  schemaVersion: z.int(),
  body: z.unknown(),
});

/** The last line of a finished export: how many documents it holds of each collection. */
const endLine = z.strictObject({ end: z.record(z.string(), z.int()) });

export type DocumentLine = z.infer<typeof documentLine>;
export type EndLine = z.infer<typeof endLine>;

/** The file cannot be gone on with as it is. The message says where and what to do. */
export class TransferFault extends Error {
  override readonly name = 'TransferFault';
}

/** Some readers end a line at U+2028 and U+2029, which JSON leaves as they are. */
export const writeLine = (line: DocumentLine | EndLine): string =>
  `${JSON.stringify(line).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;

/** Throws TransferFault, with the number of the line, for one that an export does not write. */
export function readLine(text: string, number: number): DocumentLine | EndLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TransferFault(`Line ${number} is not JSON. Was the file cut off or edited? Export it again`);
  }
  const line = z.union([documentLine, endLine]).safeParse(value);
  if (!line.success) {
    throw new TransferFault(`Line ${number} holds neither a document nor the end of an export`);
  }
  return line.data;
}
