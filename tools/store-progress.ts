import type { OnProgress } from '../src/store/transfer-progress.ts';

const width = 30;

/** Draws a bar on a terminal, in place; writes a line for each tenth where there is none. */
export function progressBar(terminal: NodeJS.WriteStream): OnProgress {
  let tenth = -1;
  return (done, total, collection) => {
    const part = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(part * width);
    const text = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done} of ${total}, ${collection}`;
    if (terminal.isTTY) terminal.write(`\r\u001b[K${text}${part === 1 ? '\n' : ''}`);
    else if (Math.floor(part * 10) > tenth) terminal.write(`${text}\n`);
    tenth = Math.max(tenth, Math.floor(part * 10));
  };
}
