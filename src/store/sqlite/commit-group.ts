import type { Database } from './database.ts';
import { type Fault, faultOf } from './failure.ts';
import { runWrite, type Write } from './run-write.ts';

/** What came of one write of a group that was committed. */
export type Outcome = { readonly done: boolean } | { readonly fault: Fault };

/**
 * Makes several changes in one transaction, with one wait for the disk; a change that fails must not have changed
 * anything and leaves the others alone. Throws when the transaction cannot begin or commit: nothing is changed then.
 */
export function commitGroup(database: Database, writes: readonly Write[]): Outcome[] {
  const { connection } = database;
  connection.exec('BEGIN IMMEDIATE');
  try {
    const outcomes = writes.map((write): Outcome => {
      try {
        return { done: runWrite(database, write) };
      } catch (error) {
        // Disk full and the like end the whole transaction, not this write alone.
        if (!connection.isTransaction) throw error;
        return { fault: faultOf(error) };
      }
    });
    connection.exec('COMMIT');
    return outcomes;
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
