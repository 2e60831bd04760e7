import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { commitGroup } from './commit-group.ts';
import { openDatabase } from './database.ts';
import { faultOf } from './failure.ts';
import type { Write } from './run-write.ts';
import type { Committed } from './writer-thread.ts';

// The thread that writes. Here a wait for another process may stop everything: nothing else happens here.

type Asked = readonly Write[] | 'close';

/** A transaction takes no more messages once it has so many writes. */
const enough = 500;

if (!parentPort) throw new Error('This program runs as a thread of the service');
const port: MessagePort = parentPort;
const database = openDatabase(String(workerData));
database.connection.exec('PRAGMA busy_timeout = 5000');

port.on('message', (first: Asked) => {
  const writes: Write[] = [];
  for (let asked: Asked | undefined = first; asked; asked = writes.length < enough ? next() : undefined) {
    if (asked === 'close') return end(writes);
    writes.push(...asked);
  }
  port.postMessage(committed(writes));
});

/** What has arrived by now. */
function next(): Asked | undefined {
  const received: { message: Asked } | undefined = receiveMessageOnPort(port);
  return received?.message;
}

function end(writes: readonly Write[]): void {
  if (writes.length > 0) port.postMessage(committed(writes));
  database.connection.close();
  port.close();
}

function committed(writes: readonly Write[]): Committed {
  const start = performance.now();
  try {
    const outcomes = commitGroup(database, writes);
    return { writes: writes.length, ms: performance.now() - start, outcomes };
  } catch (error) {
    return { writes: writes.length, ms: performance.now() - start, fault: faultOf(error) };
  }
}
