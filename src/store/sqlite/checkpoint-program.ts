import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './database.ts';

// The thread that carries the log over to the file. It reads what is committed and holds up no commit.

if (!parentPort) throw new Error('This program runs as a thread of the service');
const port = parentPort;
const database = openDatabase(String(workerData));

port.on('message', (asked: 'checkpoint' | 'close') => {
  if (asked === 'close') {
    database.connection.close();
    port.close();
    return;
  }
  // When another process is at it already, SQLite says so in its row and throws nothing.
  database.prepared('PRAGMA wal_checkpoint(PASSIVE)').get();
  port.postMessage('done');
});
