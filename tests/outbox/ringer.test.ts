import { expect, test } from '@jest/globals';
import { createDoorbellReader } from '../../src/outbox/doorbell.ts';
import { createRinger } from '../../src/outbox/ringer.ts';
import { StoreUnavailable } from '../../src/store/document-store.ts';
import { memoryStore } from '../store/memory-store.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';
import { wrapStore } from './wrap-store.ts';

async function doorbell() {
  const disk = memoryStore();
  const line = { cut: false, writes: 0 };
  const store = wrapStore(disk, async (method, run) => {
    if (line.cut) throw new StoreUnavailable('cut off');
    if (method === 'replace' || method === 'create') line.writes++;
    return run();
  });
  const telemetry = recordedTelemetry();
  const read = createDoorbellReader(disk);
  await read();
  return {
    line,
    telemetry,
    read,
    ringer: createRinger(store, telemetry),
    other: createRinger(disk, telemetry),
  };
}

test('what is rung is heard once', async () => {
  const { ringer, read } = await doorbell();
  await ringer.ring(['3', '7']);
  expect(await read()).toEqual({ buckets: ['3', '7'], leases: false });
  expect(await read()).toEqual({ buckets: [], leases: false });
});

test('many that ring at once share a few writes, and all are heard', async () => {
  const { ringer, read, line } = await doorbell();
  await Promise.all(Array.from({ length: 50 }, (_, index) => ringer.ring([String(index % 16)])));
  expect((await read()).buckets).toHaveLength(16);
  expect(line.writes).toBeLessThanOrEqual(3);
});

test('replicas that ring at once are all heard', async () => {
  const { ringer, other, read, telemetry } = await doorbell();
  await Promise.all([ringer.ring(['1']), other.ring(['2']), ringer.ring(['3']), other.ring(['4'])]);
  expect((await read()).buckets).toEqual(['1', '2', '3', '4']);
  expect(telemetry.errors).toEqual([]);
});

test('a ring that failed is reported and made up for by the next', async () => {
  const { ringer, read, line, telemetry } = await doorbell();
  line.cut = true;
  await ringer.ring(['5']);
  expect(telemetry.errors.map(({ event }) => event)).toEqual(['outbox.ringFailed']);
  line.cut = false;
  await ringer.ring([]);
  expect((await read()).buckets).toEqual(['5']);
});

test('nothing to ring for costs nothing', async () => {
  const { ringer, line } = await doorbell();
  await ringer.ring([]);
  expect(line.writes).toBe(0);
});
