import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { median, spreadOf } from '../figures/statistics.ts';
import type { Row } from '../row.ts';
import { checkSays } from '../teams/check-says.ts';
import { openLine } from '../teams/line.ts';
import { samplePeople } from '../teams/people.ts';
import { openIdeaForm } from '../teams/presses.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const targetReadyMs = 2_000;
const targetAnswerMs = 2_500;
const starts = 5;

interface Started {
  readonly readyMs: number;
  readonly firstAnswerMs: number;
}

/** How soon after its start the service is ready and has answered its first person; the store is there already. */
export const start: Row = {
  name: 'start',
  target: `ready within ${targetReadyMs / 1000} s, the first form within ${targetAnswerMs / 1000} s`,
  async measure() {
    using folder = temporaryFolder();
    // The first start makes the store and the compile cache.
    await startOnce(folder.path);
    const measured: Started[] = [];
    for (let n = 0; n < starts; n++) measured.push(await startOnce(folder.path));
    const ready = measured.map(({ readyMs }) => readyMs);
    const answered = measured.map(({ firstAnswerMs }) => firstAnswerMs);
    const [readyMs, firstAnswerMs] = [Math.round(median(ready)), Math.round(median(answered))];
    return {
      figures: { readyMs, firstAnswerMs },
      met: readyMs < targetReadyMs && firstAnswerMs < targetAnswerMs,
      note: `median of ${starts} starts; ready after ${spreadOf(ready)} ms, answered after ${spreadOf(answered)} ms`,
    };
  },
};

async function startOnce(dataDir: string): Promise<Started> {
  const tenant = randomUUID();
  const port = await freePort();
  const startedAt = performance.now();
  const service = spawn(process.execPath, ['src/main.ts'], {
    cwd: new URL('../..', import.meta.url),
    env: {
      ...process.env,
      INEWS_ENV: 'development',
      PORT: String(port),
      DATA_DIR: dataDir,
      INEWS_TENANTS: tenant,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  const ended = once(service, 'exit');
  try {
    while (!(await isReady(port))) {
      if (service.exitCode !== null) throw new Error(`The service ended with exit code ${service.exitCode}`);
      await pause(5);
    }
    const readyMs = performance.now() - startedAt;
    await using line = openLine(port, 1);
    const [person] = samplePeople(tenant, 1);
    if (!person) throw new RangeError('There is nobody');
    checkSays(await line.hand(openIdeaForm(person, 'http://127.0.0.1/teams/')), 'ideas.form.heading');
    return { readyMs, firstAnswerMs: performance.now() - startedAt };
  } finally {
    service.kill('SIGTERM');
    await ended;
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('There is no free port');
  return address.port;
}
