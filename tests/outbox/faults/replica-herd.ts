import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ReplicaSettings } from './replica-settings.ts';

const program = fileURLToPath(new URL('./replica-process.ts', import.meta.url));

interface Member {
  readonly replicaId: string;
  readonly child: ChildProcess;
}

/** Replica processes that are killed and started anew. `onError` hears each error of theirs, without names. */
export function createHerd(
  settings: Omit<ReplicaSettings, 'replicaId' | 'seed'>,
  random: () => number,
  onError: (kind: string) => void,
) {
  const members: Member[] = [];
  let named = 0;

  function start(replicaId: string): void {
    const seed = Math.floor(random() * 2 ** 31);
    const argument: ReplicaSettings = { ...settings, replicaId, seed };
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, JSON.stringify(argument)],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    createInterface({ input: child.stderr }).on('line', onError);
    const member: Member = { replicaId, child };
    child.once('exit', (code, signal) => {
      if (members.includes(member)) onError(`a replica ended by itself: ${code ?? signal}`);
    });
    members.push(member);
  }

  async function end({ child }: Member, signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  return {
    startNew: () => start(`replica-${++named}`),
    /** Ends one of them by the signal and starts another in its place, under its name or a new one. */
    async replaceOne(signal: NodeJS.Signals, keepName: boolean): Promise<void> {
      const [member] = members.splice(Math.floor(random() * members.length), 1);
      if (!member) return;
      await end(member, signal);
      start(keepName ? member.replicaId : `replica-${++named}`);
    },
    async endAll(): Promise<void> {
      await Promise.all(members.splice(0).map((member) => end(member, 'SIGTERM')));
    },
  };
}
