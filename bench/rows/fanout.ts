import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { planFanOut } from '../content/fan-out.ts';
import { withStore } from '../content/with-store.ts';
import { rounded } from '../figures/statistics.ts';
import { startChild } from '../measured/child.ts';
import type { ServiceOptions } from '../measured/service-options.ts';
import type { Row } from '../row.ts';
import { type Connector, startConnector } from '../teams/connector.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const targetUse = 0.95;
const targetGrowthMb = 64;
/** Calls a second that the connector takes here; Teams takes 50 as a rule. */
const cap = 200;
/** A little less, so that calls which bunch up on their way stay below it in every second. */
const pace = cap * 0.97;
const timed = 10_000;
const few = 1_000;
const many = 100_000;
/** So many messages are on their way when the memory is looked at. */
const sentWhenWeighed = 500;

/** A digest to many channels: how much of what Teams takes is used, and what a long list of deliveries costs. */
export const fanout: Row = {
  name: 'fanout',
  target: `at least ${targetUse * 100} % of the cap, no 429, memory growth under ${targetGrowthMb} MB`,
  async measure() {
    const { capUsed, throttled } = await useOfCap();
    const [light, heavy] = [await weighed(few), await weighed(many)];
    const memoryGrowthMb = rounded((heavy.heap - light.heap) / 2 ** 20);
    return {
      figures: { capUsed, throttled, memoryGrowthMb },
      met: capUsed >= targetUse && throttled === 0 && memoryGrowthMb < targetGrowthMb,
      note: `${timed} deliveries at a cap of ${cap} a second; memory is heap and buffers after a collection, from ${few} to ${many} planned (resident: ${rounded((heavy.rss - light.rss) / 2 ** 20)} MB)`,
    };
  },
};

async function useOfCap(): Promise<{ capUsed: number; throttled: number }> {
  await using connector = await startConnector({ cap: () => cap });
  await sending(connector, timed, () => arrived(connector, timed));
  const { taken, refusedAt } = connector;
  const [first, last] = [taken.at(0)?.at ?? 0, taken.at(-1)?.at ?? 0];
  // The service does not know how much it sent in the second before it started.
  const throttled = refusedAt.filter((at) => at > first + 1_000).length;
  return { capUsed: rounded(taken.length / ((last - first) / 1000) / cap), throttled };
}

interface Weight {
  readonly heap: number;
  readonly rss: number;
}

async function weighed(planned: number): Promise<Weight> {
  await using connector = await startConnector({ cap: () => cap });
  return await sending(connector, planned, async (service) => {
    await arrived(connector, sentWhenWeighed);
    return { rss: await service.ask('rssBytes'), heap: await service.ask('heapBytes') };
  });
}

async function sending<R>(
  { serviceUrl }: Connector,
  planned: number,
  watch: (service: Awaited<ReturnType<typeof startChild>>) => Promise<R>,
): Promise<R> {
  using folder = temporaryFolder();
  const tenant = randomUUID();
  await withStore(folder.path, (store) => planFanOut(store, { tenant, serviceUrl, deliveries: planned }));
  const options: ServiceOptions = { dataDir: folder.path, tenant, callsEachSecond: pace };
  await using service = await startChild('./service.ts', options);
  return await watch(service);
}

async function arrived(connector: Connector, count: number): Promise<void> {
  const giveUpAt = performance.now() + 120_000;
  while (connector.taken.length < count) {
    if (performance.now() > giveUpAt) throw new Error(`Only ${connector.taken.length} of ${count} arrived`);
    await pause(20);
  }
}
