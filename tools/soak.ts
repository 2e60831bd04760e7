import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultRun } from '../tests/outbox/faults/fault-run.ts';

// The long form of tests/outbox/replicas.test.ts: two and then four processes over one store, killed twenty times while
// Teams refuses, throttles, delays and loses answers, the store refuses writes for five seconds and clocks jump.

const { values } = parseArgs({
  options: {
    replicas: { type: 'string', default: '2,4' },
    deliveries: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const rounds: Record<string, Readonly<Record<string, number>>> = {};
for (const replicas of values.replicas.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'inews-soak-'));
  console.log(
    `${replicas} processes, ${values.deliveries} deliveries, ${values.kills} kills, seed ${values.seed}`,
  );
  const { faults, figures, errors } = await faultRun({
    store: { kind: 'sqlite', file: join(folder, 'store.sqlite') },
    replicas,
    deliveries: Number(values.deliveries),
    kills: Number(values.kills),
    clockJumpsMs: 20_000,
    refuseWritesMs: 5_000,
    seed: Number(values.seed),
    patienceMs: 600_000,
  });
  rounds[`${replicas} processes`] = figures;
  for (const [error, times] of errors) console.log(`  ${String(times).padStart(4)}  ${error}`);
  for (const fault of faults) console.error(`  BROKEN: ${fault}`);
  if (faults.length > 0) {
    process.exitCode = 1;
    console.error(`  The store is kept: ${folder}`);
  } else rmSync(folder, { recursive: true, force: true });
}
console.table(rounds);
