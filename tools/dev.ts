import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The service and the Microsoft 365 Agents Playground, connected: `npm run dev`, then open the address it prints.
 * Ports: PORT (3978) for the service, PLAYGROUND_PORT (56150) for the Playground. Ctrl+C stops both.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const port = process.env.PORT ?? '3978';
const playgroundPort = process.env.PLAYGROUND_PORT ?? '56150';
const sampleFeed = pathToFileURL(fileURLToPath(new URL('sample-feed.json', import.meta.url))).href;

const service = spawn(process.execPath, ['src/main.ts'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    INEWS_FORMS: 'inline',
    INEWS_DECIDE_OWN: 'yes',
    INEWS_FEEDS: sampleFeed,
    LOG_LEVEL: 'warn',
    ...process.env,
    INEWS_ENV: 'development',
    PORT: port,
  },
});

const playgroundCli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');

await answering(`http://127.0.0.1:${port}/readyz`);
const playground = spawn(
  process.execPath,
  [
    playgroundCli,
    'start',
    '-e',
    `http://127.0.0.1:${port}/api/messages`,
    '-c',
    'msteams',
    '-p',
    playgroundPort,
    '--dt',
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, BROWSER: 'none' } },
);
await answering(`http://127.0.0.1:${playgroundPort}/`);
console.log(`
iNews for Teams is running.
  Open  http://localhost:${playgroundPort}  and say: hi
  Then  mention the bot in the channel: triage here, digest weekly tuesday 10:00, digest now
`);

const children = [service, playground];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
  // The Playground does not always end by itself.
  setTimeout(() => playground.kill('SIGKILL'), 2_000).unref();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
for (const child of children)
  child.once('exit', (code) => {
    stop();
    process.exitCode = code ?? 0;
  });

async function answering(address: string): Promise<void> {
  for (;;) {
    if (service.exitCode !== null) process.exit(service.exitCode);
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(200);
  }
}
