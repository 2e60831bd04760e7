import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../teams/simulator/until.ts';

/** The real service in a process of its own. */
export interface ServiceProcess extends AsyncDisposable {
  readonly port: number;
  /** Everything it has written, to standard output and standard error. */
  output(): string;
  /** Sends a signal and resolves to how the process ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ code: number | null; signal: string | null }>;
}

/** Only what is given and what a process needs: nothing of the machine's own settings. */
const environment = (settings: Readonly<Record<string, string>>) => ({
  PATH: process.env.PATH ?? '',
  ...settings,
});

function spawnService(settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: new URL('../../', import.meta.url),
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const keep = (chunk: Buffer) => {
    written += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, output: () => written };
}

const ended = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return { code: child.exitCode, signal: child.signalCode };
};

/** Starts the service where it must refuse; resolves to its exit code and all that it wrote. */
export async function refusedStart(settings: Readonly<Record<string, string>>) {
  const { child, output } = spawnService(settings);
  const [code] = await once(child, 'close');
  return { code, output: output() };
}

/** Starts the service in development and waits until it listens. */
export async function startProcess(settings: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const { child, output } = spawnService({ INEWS_ENV: 'development', PORT: '0', ...settings });
  const port = await until(
    'the service to start',
    () => {
      if (child.exitCode !== null) throw new Error(`The service ended: ${output()}`);
      const started = /"event":"service.started","port":(\d+)/u.exec(output());
      return started ? Number(started[1]) : undefined;
    },
    output,
  );
  return {
    port,
    output,
    end: (signal) => {
      child.kill(signal);
      return ended(child);
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}
