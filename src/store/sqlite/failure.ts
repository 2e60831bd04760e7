import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../document-store.ts';

const patienceMs = 5000;
const sqlLogicError = 1;
const busyCodes: readonly number[] = [5, 6];

/** SQLite's primary result code (sqlite.org/rescode.html), or undefined when the error is none of SQLite's. */
function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** What is known of a failure, as data, so that it can be told to another thread. */
export interface Fault {
  readonly message: string;
  readonly errcode?: number;
}

export function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const code = resultCode(error);
  return { message, ...(code !== undefined && { errcode: code }) };
}

/** The error that a fault tells of, as callers of the store see it. */
export const errorOf = ({ message, errcode }: Fault): unknown =>
  asStoreError(Object.assign(new Error(message), errcode !== undefined && { errcode }));

/** An error of the file, the disk or the lock becomes StoreUnavailable; a fault in our SQL and all else stay as they are. */
export function asStoreError(error: unknown): unknown {
  const code = resultCode(error);
  if (code === undefined || code === sqlLogicError) return error;
  return new StoreUnavailable(`SQLite did not answer (result code ${code}): see the cause`, { cause: error });
}

/**
 * Runs `work`, again and again while another process holds the lock, giving way to other work of ours meanwhile.
 * Throws StoreUnavailable after five seconds.
 */
export async function whileBusy<R>(work: () => R): Promise<R> {
  const end = performance.now() + patienceMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, 50)) {
    try {
      return work();
    } catch (error) {
      const code = resultCode(error);
      if (code === undefined || !busyCodes.includes(code) || performance.now() > end)
        throw asStoreError(error);
    }
    await sleep(pauseMs * (0.5 + Math.random() / 2));
  }
}
