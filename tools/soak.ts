import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deliveries } from '../src/outbox/delivery.ts';
import { doorbells } from '../src/outbox/doorbell.ts';
import { leases } from '../src/outbox/lease-table.ts';
import { provision } from '../src/store/cosmos/provision.ts';
import { faultRun } from '../tests/outbox/faults/fault-run.ts';
import type { FaultStore } from '../tests/outbox/faults/fault-store.ts';
import { happenings } from '../tests/outbox/sample-events.ts';
import { startStandIn } from '../tests/store/cosmos/stand-in.ts';

// The long form of tests/outbox/replicas.test.ts: two and then four processes over one store, killed twenty times while
// Teams refuses, throttles, delays and loses answers, the store refuses writes for five seconds and clocks jump.
// `--store cosmos` runs over the wire, on a Cosmos DB of its own on loopback.

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'sqlite' },
    replicas: { type: 'string', default: '2,4' },
    deliveries: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

interface SoakStore {
  readonly store: FaultStore;
  readonly remove: () => void | Promise<void>;
}

async function makeStore(kind: string): Promise<SoakStore> {
  switch (kind) {
    case 'sqlite': {
      const folder = mkdtempSync(join(tmpdir(), 'inews-soak-'));
      return {
        store: { kind: 'sqlite', file: join(folder, 'store.sqlite') },
        remove: () => rmSync(folder, { recursive: true, force: true }),
      };
    }
    case 'cosmos': {
      const { stop, ...account } = await startStandIn();
      const database = 'soak';
      await provision(account, database, [deliveries, leases, doorbells, happenings]);
      return { store: { kind: 'cosmos', ...account, database }, remove: stop };
    }
    default:
      throw new Error(`--store is sqlite or cosmos, not ${kind}`);
  }
}

const rounds: Record<string, Readonly<Record<string, number>>> = {};
for (const replicas of values.replicas.split(',').map(Number)) {
  const { store, remove } = await makeStore(values.store);
  console.log(
    `${values.store}, ${replicas} processes, ${values.deliveries} deliveries, ${values.kills} kills, seed ${values.seed}`,
  );
  const { faults, figures, errors } = await faultRun({
    store,
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
  if (faults.length > 0) process.exitCode = 1;
  await remove();
}
console.table(rounds);
