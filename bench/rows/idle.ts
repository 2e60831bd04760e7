import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { rounded } from '../figures/statistics.ts';
import { startChild } from '../measured/child.ts';
import type { ServiceOptions } from '../measured/service-options.ts';
import type { Row } from '../row.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const target = 60;
const settleSeconds = 30;
// Long enough that what happens every two minutes counts as often as it should.
const windowSeconds = 120;

/** Store requests a minute of one replica with nothing to do: on a serverless account each one is paid. */
export const idle: Row = {
  name: 'idle',
  target: `under ${target} store requests a minute`,
  async measure() {
    using folder = temporaryFolder();
    const options: ServiceOptions = { dataDir: folder.path, tenant: randomUUID() };
    await using service = await startChild('./service.ts', options);
    await pause(settleSeconds * 1000);
    const before = await service.ask('storeCalls');
    await pause(windowSeconds * 1000);
    const requests = (await service.ask('storeCalls')) - before;
    const requestsPerMinute = rounded((requests * 60) / windowSeconds);
    return {
      figures: { requestsPerMinute },
      met: requestsPerMinute < target,
      note: `${requests} requests in ${windowSeconds} s, from ${settleSeconds} s after the start; the start itself took ${before}`,
    };
  },
};
