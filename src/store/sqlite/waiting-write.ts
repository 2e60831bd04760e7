import { StoreUnavailable } from '../document-store.ts';
import type { Outcome } from './commit-group.ts';
import { errorOf } from './failure.ts';
import type { Write } from './run-write.ts';

/** A write with whoever waits for it. */
export interface WaitingWrite {
  readonly write: Write;
  readonly resolve: (done: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Tells each what came of it; `outcomes` are in the same order. */
export function settle(group: readonly WaitingWrite[], outcomes: readonly Outcome[]): void {
  for (const [at, { resolve, reject }] of group.entries()) {
    const outcome = outcomes[at];
    if (outcome && 'done' in outcome) resolve(outcome.done);
    else reject(outcome ? errorOf(outcome.fault) : new Error('A write was left without an outcome'));
  }
}

/** What callers of the store see when a whole group could not be committed. */
export const unavailable = (cause: unknown): unknown =>
  cause instanceof StoreUnavailable
    ? cause
    : new StoreUnavailable('SQLite could not commit: see the cause', { cause });
