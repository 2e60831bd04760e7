import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../src/store/sqlite/open-store.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { sample, samples } from '../sample-collection.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const program = fileURLToPath(new URL('./writer-process.ts', import.meta.url));

async function killedAfter(process: ChildProcess, writes: number): Promise<string[]> {
  const acknowledged: string[] = [];
  if (!process.stdout) throw new Error('the writer has no output');
  for await (const line of createInterface({ input: process.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === writes) process.kill('SIGKILL');
  }
  return acknowledged;
}

async function writersKilled(file: string, names: readonly string[], writes: number): Promise<string[]> {
  const lines = names.map(async (name) => {
    const process = spawn(globalThis.process.execPath, [program, file, name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(process, 'exit');
    const acknowledged = await killedAfter(process, writes);
    expect(await exit).toEqual([null, 'SIGKILL']);
    return acknowledged;
  });
  return (await Promise.all(lines)).flat();
}

test.each([
  ['a process', ['one'], 100],
  ['two processes on one file', ['one', 'two'], 50],
])('%s killed while writing lose no acknowledged write and no count', async (what, names, writes) => {
  const file = join(folder, what, 'store.db');
  const before = openSqliteStore({ file, clock: systemClock });
  await before.create(samples, 'counted', { id: 'counter', body: sample('counter', { rank: 0 }) });
  await before.close();

  const acknowledged = await writersKilled(file, names, writes);
  expect(acknowledged.length).toBeGreaterThanOrEqual(writes * names.length);

  const store = openSqliteStore({ file, clock: systemClock });
  for (const line of acknowledged) {
    const [id = ''] = line.split(' ');
    expect(await store.get(samples, 'written', id)).toBeDefined();
  }
  const counts = acknowledged.map((line) => Number(line.split(' ')[1]));
  expect(new Set(counts).size).toBe(counts.length);
  const counter = await store.get(samples, 'counted', 'counter');
  expect(counter?.body.rank).toBeGreaterThanOrEqual(Math.max(...counts));
  await store.close();
});

test('processes may open one new file at the same time', async () => {
  const file = join(folder, 'new', 'store.db');
  await writersKilled(file, ['one', 'two', 'three'], 3);
  const store = openSqliteStore({ file, clock: systemClock });
  expect(await store.count(samples, 'written', {})).toBeGreaterThanOrEqual(9);
  await store.close();
});
