import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { faultRun } from './faults/fault-run.ts';

/** Another seed brings other kills and faults, as far as timing allows: the soak takes one by chance. */
const seed = Number(process.env.FAULT_SEED ?? 2009);

test(`two processes that are killed at random send everything, no edition twice, each receiver in order (seed ${seed})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inews-replicas-'));
  try {
    const { faults, figures } = await faultRun({
      store: { kind: 'sqlite', file: join(folder, 'store.sqlite') },
      replicas: 2,
      deliveries: 200,
      kills: 4,
      clockJumpsMs: 20_000,
      refuseWritesMs: 1_500,
      seed,
      patienceMs: 180_000,
    });
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    expect(figures.calls).toBeGreaterThan(200);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
