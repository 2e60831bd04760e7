import type { DocumentStore } from '../../src/store/document-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-store.ts';
import { type Clock, systemClock } from '../../src/time/clock.ts';

/** A real store that ends with the test. Close it, or leave it to the end of the process. */
export const memoryStore = (clock: Clock = systemClock): DocumentStore =>
  openSqliteStore({ file: ':memory:', clock });
