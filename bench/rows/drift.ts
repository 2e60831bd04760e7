import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { planFanOut } from '../content/fan-out.ts';
import { withStore } from '../content/with-store.ts';
import { percentile, rounded, sum } from '../figures/statistics.ts';
import { startChild } from '../measured/child.ts';
import type { ServiceOptions } from '../measured/service-options.ts';
import type { Row } from '../row.ts';
import { startConnector } from '../teams/connector.ts';
import { openLine } from '../teams/line.ts';
import { samplePeople } from '../teams/people.ts';
import { openIdeaForm, submitIdea } from '../teams/presses.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const targetUse = 0.75;
const targetThrottled = 0.02;
const targetUrgentMs = 5_000;
const seconds = 60;
const ceiling = 60;
/** What the connector takes, calls a second: one step after the other, each as long. */
const caps = [40, 60, 20, 50, 30, 60, 25, 45, 20, 55];
const answersAfterMs = 40;

/** A digest goes out while what Teams takes rises and falls unannounced, and people who share ideas wait for their copy. */
export const drift: Row = {
  name: 'drift',
  target: `at least ${targetUse * 100} % of a moving cap, 429 under ${targetThrottled * 100} %, answers within ${targetUrgentMs / 1000} s`,
  async measure() {
    using folder = temporaryFolder();
    const tenant = randomUUID();
    let startedAt = performance.now();
    const capAt = (at: number) => {
      const step = Math.floor(((at - startedAt) / 1000 / seconds) * caps.length);
      return caps[Math.min(Math.max(step, 0), caps.length - 1)] ?? ceiling;
    };
    await using connector = await startConnector({ cap: () => capAt(performance.now()), answersAfterMs });
    const { serviceUrl } = connector;
    const planned = { tenant, serviceUrl, deliveries: seconds * ceiling };
    await withStore(folder.path, (store) => planFanOut(store, planned));
    const options: ServiceOptions = { dataDir: folder.path, tenant, callsEachSecond: ceiling };
    await using service = await startChild('./service.ts', options);
    await using line = openLine(service.port, 5);
    startedAt = performance.now();

    const sharedAt = new Map<string, number>();
    for (const person of samplePeople(tenant, seconds)) {
      await line.hand(openIdeaForm(person, serviceUrl));
      await pause(startedAt + (sharedAt.size + 1) * 1000 - performance.now());
      await line.hand(submitIdea(person, serviceUrl));
      sharedAt.set(person.chat.id, performance.now());
    }
    const endedAt = performance.now();
    const during = (at: number) => at >= startedAt && at < endedAt;
    const taken = connector.taken.filter(({ at }) => during(at));
    const refused = connector.refusedAt.filter(during).length;
    await pause(targetUrgentMs);

    const capUsed = rounded(taken.length / ((sum(caps) / caps.length) * ((endedAt - startedAt) / 1000)));
    const throttledShare = Math.round((refused / (taken.length + refused)) * 10_000) / 10_000;
    const waits = [...sharedAt].map(([chat, at]) => {
      const copy = connector.taken.find(({ conversation }) => conversation === chat);
      return copy ? copy.at - at : Number.POSITIVE_INFINITY;
    });
    const urgentP95Ms = Math.round(percentile(waits, 0.95));
    return {
      figures: { capUsed, throttledShare, urgentP95Ms },
      met: capUsed >= targetUse && throttledShare < targetThrottled && urgentP95Ms < targetUrgentMs,
      note: `caps of ${caps.join(', ')} a second for ${seconds / caps.length} s each, answers after ${answersAfterMs} ms; ${taken.length} taken, ${refused} refused`,
    };
  },
};
