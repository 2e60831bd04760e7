import { randomUUID } from 'node:crypto';
import { submissions } from '../../src/ideas/model.ts';
import { englishWords, type WordKey } from '../../src/words/words.ts';
import type { PersonEntry } from '../../tests/teams/simulator/directory.ts';
import type { JsonObject } from '../../tests/teams/simulator/json.ts';
import { planFanOut } from '../content/fan-out.ts';
import { sampleSubmissions } from '../content/submissions.ts';
import { withStore } from '../content/with-store.ts';
import { percentile, rounded } from '../figures/statistics.ts';
import { startChild } from '../measured/child.ts';
import type { ServiceOptions } from '../measured/service-options.ts';
import type { Row } from '../row.ts';
import { checkSays } from '../teams/check-says.ts';
import { startConnector } from '../teams/connector.ts';
import { openLine } from '../teams/line.ts';
import { inTurn, samplePeople } from '../teams/people.ts';
import { openIdeaForm, readLatest, submitIdea, takeIdea } from '../teams/presses.ts';
import { pressOnSchedule } from '../teams/pressure.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const targetMs = 500;
const deadlineMs = 3_000;
const perSecond = 20;
const seconds = 30;
const storeDelayMs = 10;
const fanOutDeliveries = 5_000;

const words = englishWords('Europe/London');

/**
 * A busy morning: forms opened and sent, ideas taken, articles paged, on their own schedule, while a digest goes out to
 * thousands of channels, over a store as slow as one behind a network.
 */
export const load: Row = {
  name: 'load',
  target: `p99 under ${targetMs} ms at ${perSecond} turns a second, none over ${deadlineMs} ms`,
  async measure() {
    using folder = temporaryFolder();
    await using connector = await startConnector();
    const tenant = randomUUID();
    const { serviceUrl } = connector;
    const ideas: string[] = [];
    await withStore(folder.path, async (store) => {
      await planFanOut(store, { tenant, serviceUrl, deliveries: fanOutDeliveries });
      for (const some of sampleSubmissions(perSecond * seconds * 3)) {
        await store.createMany(submissions, tenant, some);
        ideas.push(...some.filter(({ body }) => body.state === 'received').map(({ id }) => id));
      }
    });
    const people = samplePeople(tenant, 200);
    const nextPerson = inTurn(people);
    const nextIdea = inTurn(ideas);
    const innovationTeam = people.map(({ objectId }) => objectId);
    const options: ServiceOptions = { dataDir: folder.path, tenant, innovationTeam, storeDelayMs };
    await using service = await startChild('./service.ts', options);
    await using line = openLine(service.port, 100);

    let late = 0;
    const answered = async (activity: JsonObject, key: WordKey) => {
      const answer = await line.hand(activity);
      if (answer.includes(words.say('bot.slow')) || answer.includes(words.say('bot.slow.form'))) late++;
      else checkSays(answer, key);
    };
    const turns: readonly ((person: PersonEntry) => Promise<void>)[] = [
      (person) => answered(openIdeaForm(person, serviceUrl), 'ideas.form.heading'),
      (person) => answered(submitIdea(person, serviceUrl), 'ideas.receipt.heading'),
      (person) => answered(takeIdea(person, serviceUrl, nextIdea()), 'triage.card.subjects'),
      (person) => answered(readLatest(person, serviceUrl), 'reading.latest.heading'),
    ];
    const nextTurn = inTurn(turns);
    const sentBefore = connector.taken.length;
    const { latencies } = await pressOnSchedule({ perSecond, seconds }, () => nextTurn()(nextPerson()));
    const sent = connector.taken.length - sentBefore;

    const p99Ms = rounded(percentile(latencies, 0.99));
    // Who is told after 2.7 s that it takes longer has no answer in time.
    const overDeadline = late + latencies.filter((latency) => latency > deadlineMs).length;
    return {
      figures: { p99Ms, overDeadline },
      met: p99Ms < targetMs && overDeadline === 0,
      note: `median ${rounded(percentile(latencies, 0.5))} ms, slowest ${rounded(Math.max(...latencies))} ms; ${sent} messages went out meanwhile`,
    };
  },
};
