import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type DocumentLine, type EndLine, readLine, TransferFault } from './transfer-line.ts';

export interface NumberedLine {
  /** From 1 on, as editors count. */
  readonly number: number;
  readonly line: DocumentLine | EndLine;
}

/** The lines of an export, one by one, or those in its first bytes. Throws TransferFault for the first that is none. */
export async function* linesOf(file: string, bytes = Number.POSITIVE_INFINITY): AsyncGenerator<NumberedLine> {
  if (bytes === 0) return;
  const input = createReadStream(file, { end: bytes - 1 });
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    yield { number, line: readLine(text, number) };
  }
}

/** Opens an export to be written on, made when missing and readable by its owner alone, for it holds what people wrote. */
export const openToWriteOn = (file: string): Promise<FileHandle> => open(file, 'a+', 0o600);

/**
 * How many bytes of a file are whole lines; what follows was cut off when an earlier run ended. Throws TransferFault
 * when the file does not begin as an export does.
 */
export async function bytesOfWholeLines(handle: FileHandle): Promise<number> {
  const chunk = Buffer.alloc(65_536);
  const { size } = await handle.stat();
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - chunk.length);
    const { bytesRead } = await handle.read(chunk, 0, end - start, start);
    const lineEnd = chunk.subarray(0, bytesRead).lastIndexOf('\n');
    if (lineEnd >= 0) return start + lineEnd + 1;
    end = start;
  }
  if (size > 0 && chunk[0] !== '{'.charCodeAt(0))
    throw new TransferFault('The file is no export: name another file');
  return 0;
}
