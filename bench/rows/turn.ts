import { randomUUID } from 'node:crypto';
import { median, percentile, rounded, spreadOf, sum } from '../figures/statistics.ts';
import { type Child, startChild } from '../measured/child.ts';
import type { ServiceOptions } from '../measured/service-options.ts';
import type { Row } from '../row.ts';
import { checkSays } from '../teams/check-says.ts';
import { startConnector } from '../teams/connector.ts';
import { openLine } from '../teams/line.ts';
import { inTurn, samplePeople } from '../teams/people.ts';
import { openIdeaForm, submitIdea } from '../teams/presses.ts';
import { type Pressed, pressWithoutPause } from '../teams/pressure.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const target = 0.4;
const connections = 20;
const rounds = 5;
const roundSeconds = 3;
const warmUpSeconds = 3;

/**
 * Ideas that are submitted through the whole service, with the relaying and sending that follow, against a bot that
 * does nothing but answer with the same card. The two take turns, and the one whose turn it is not stands still.
 */
export const turn: Row = {
  name: 'turn',
  target: `ratio to a bare bot at least ${target}`,
  async measure() {
    using folder = temporaryFolder();
    await using connector = await startConnector();
    const tenant = randomUUID();
    const options: ServiceOptions = { dataDir: folder.path, tenant };
    await using service = await startChild('./service.ts', options);
    await using toService = openLine(service.port, connections);
    const people = samplePeople(tenant, 200);
    const nextPerson = inTurn(people);
    const submission = () => submitIdea(nextPerson(), connector.serviceUrl);

    // Who sends a form has opened it: their chat is known, and the copy of their receipt is sent there.
    for (const person of people) await toService.hand(openIdeaForm(person, connector.serviceUrl));
    const answer = await toService.hand(submission());
    await using bare = await startChild('./bare-bot.ts', { answer });
    await using toBare = openLine(bare.port, connections);

    const press = async (child: Child, line: typeof toBare, seconds: number): Promise<Pressed> => {
      child.thaw();
      const pressed = await pressWithoutPause({ people: connections, seconds }, async () => {
        checkSays(await line.hand(submission()), 'ideas.receipt.heading');
      });
      child.freeze();
      return pressed;
    };
    service.freeze();
    await press(bare, toBare, warmUpSeconds);
    await press(service, toService, warmUpSeconds);
    const ofService: Pressed[] = [];
    const ofBare: Pressed[] = [];
    for (let round = 0; round < rounds; round++) {
      ofService.push(await press(service, toService, roundSeconds));
      ofBare.push(await press(bare, toBare, roundSeconds));
    }

    const ratios = ofService.map((pressed, round) => rate([pressed]) / rate(ofBare.slice(round, round + 1)));
    const ratio = rounded(median(ratios));
    const latencies = ofService.flatMap((pressed) => pressed.latencies);
    return {
      figures: { ratio, perSecond: Math.round(rate(ofService)), p95Ms: rounded(percentile(latencies, 0.95)) },
      met: ratio >= target,
      note: `median of ${rounds} rounds in turn, ratios ${spreadOf(ratios)}; the bare bot answers ${Math.round(rate(ofBare))} a second`,
    };
  },
};

const rate = (pressed: readonly Pressed[]): number =>
  sum(pressed.map(({ latencies }) => latencies.length)) / sum(pressed.map(({ seconds }) => seconds));
