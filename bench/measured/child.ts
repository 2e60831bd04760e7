import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

/** What may be asked of a measured process; it answers with a number. */
export type Question = 'heapBytes' | 'rssBytes' | 'storeCalls';

export const questionSchema = z.object({ ask: z.enum(['heapBytes', 'rssBytes', 'storeCalls']) });

/** What a measured process says: that it listens, or what it was asked. */
const saidSchema = z.union([z.object({ port: z.int() }), z.object({ answer: z.number() })]);

/** A process that is measured apart from what presses it. Use `await using`: it ends with its scope. */
export interface Child extends AsyncDisposable {
  readonly port: number;
  ask(question: Question): Promise<number>;
  /** Stands still, so that another process is measured alone. */
  freeze(): void;
  thaw(): void;
}

// No row takes longer; a process that hangs must not outlive the bench.
const longestLifeMs = 240_000;

/**
 * Starts a module of this folder as a process with one argument, its options as JSON, and waits until it listens.
 * Throws when it ends before that.
 */
export async function startChild(module: string, options: object): Promise<Child> {
  const child = fork(new URL(module, import.meta.url), [JSON.stringify(options)], {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    timeout: longestLifeMs,
    killSignal: 'SIGKILL',
  });
  const first = saidSchema.parse(await nextMessage(child));
  if (!('port' in first)) throw new Error(`${module} answered before it said where it listens`);
  return {
    port: first.port,
    async ask(question) {
      child.send({ ask: question });
      const said = saidSchema.parse(await nextMessage(child));
      if ('answer' in said) return said.answer;
      throw new Error(`${module} did not answer ${question}`);
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal: ended.signal }),
      once(child, 'exit', { signal: ended.signal }).then(([code]) => {
        throw new Error(`A measured process ended too early, with exit code ${String(code)}`);
      }),
    ]);
    return message;
  } finally {
    ended.abort();
  }
}
