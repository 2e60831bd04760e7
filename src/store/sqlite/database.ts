import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** A connection that keeps its prepared statements. */
export interface Database {
  readonly connection: DatabaseSync;
  prepared(sql: string): StatementSync;
}

/**
 * Opens the file, made when missing and readable by its owner alone. A commit is on the disk when it returns
 * (synchronous=FULL), and readers do not wait for writers (WAL). `:memory:` opens a database of its own.
 */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') makePrivateFile(file);
  const connection = new DatabaseSync(file, { timeout: 5000 });
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  // In pages: the thread for it is long done with these, unless it cannot keep up.
  connection.exec('PRAGMA wal_autocheckpoint = 16000');
  // While serving, a wait for another process must not stop the event loop: whileBusy tries again.
  connection.exec('PRAGMA busy_timeout = 0');
  const statements = new Map<string, StatementSync>();
  return {
    connection,
    prepared(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const statement = connection.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
  };
}

/** SQLite gives the files beside it the same mode. */
function makePrivateFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}
