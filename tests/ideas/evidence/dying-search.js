import { parentPort } from 'node:worker_threads';

// A search thread that dies of the first question.
parentPort?.on('message', ({ what }) => {
  if (what === 'find') throw new Error('The search thread dies in this test');
});
