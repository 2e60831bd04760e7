import { type Question, questionSchema } from './child.ts';

/** Answers what the measuring process asks, and ends with it. */
export function answerQuestions(own: Pick<Record<Question, () => number>, 'storeCalls'>): void {
  const answers: Record<Question, () => number> = { ...own, heapBytes, rssBytes };
  process.on('message', (message) => {
    const { ask } = questionSchema.parse(message);
    process.send?.({ answer: answers[ask]() });
  });
  process.once('disconnect', () => process.exit(0));
}

/** What is still needed: after a collection, buffers outside of the heap included. */
function heapBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const rssBytes = (): number => process.memoryUsage.rss();
