import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What `npm run dev` starts, on ports and data of its own. */
export interface DevServers extends AsyncDisposable {
  /** Where the Playground's page is. */
  readonly playground: string;
}

export async function startDevServers(): Promise<DevServers> {
  const data = mkdtempSync(join(tmpdir(), 'inews-playground-'));
  const [port, playgroundPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../tools/dev.ts', import.meta.url))], {
    env: {
      ...process.env,
      PORT: String(port),
      PLAYGROUND_PORT: String(playgroundPort),
      DATA_DIR: data,
      // The test runner's own options are not for the service.
      NODE_OPTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr])
      createInterface(output).on('line', (line) => {
        lines.push(line);
        if (line.includes('is running')) resolve();
      });
    exited.then(() => reject(new Error(`npm run dev ended before it was ready:\n${lines.join('\n')}`)));
  });
  await ready;
  return {
    playground: `http://localhost:${playgroundPort}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No port is free');
  return address.port;
}
