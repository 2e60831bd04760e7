import type { DocumentStore } from '../../../src/store/document-store.ts';
import { movingClock } from '../../../tests/e2e/moving-clock.ts';
import { startedService } from '../../../tests/e2e/started-service.ts';
import type { Person } from '../../../tests/teams/simulator/person.ts';
import type { Channel } from '../../../tests/teams/simulator/team.ts';
import { names, services, take } from './samples.ts';
import { type Seeds, seedAway, seedEntries, seedWork } from './seed.ts';

/** A council. */
interface Council {
  readonly tenantId: string;
  /** Decides. */
  readonly tess: Person;
  /** Shares and tries, and has nothing to do with the innovation team. */
  readonly ann: Person;
  readonly channel: Channel;
}

/** A council in which there are so many entries of most kinds, and another with barriers and what is discussed. */
export interface Scene extends Council {
  readonly all: number;
  readonly other: Council;
}

export const discussed = 'K7Q2MX';
export const code = '7KQM-2XFB-9TRD';

/** The service with a scene for each number of entries. */
export interface Scenes extends AsyncDisposable {
  readonly scenes: readonly Scene[];
}

// A Sunday, on which nothing happens by itself: no reminders, no digests.
const sunday = '2027-02-28T12:00:00Z';

/** Starts the real service on a store in memory, with a Teams that has a scene for each of the numbers. */
export async function startScenes(numbers: readonly number[]): Promise<Scenes> {
  const clock = movingClock(sunday);
  const tenants = numbers.map((all) => ({ all, entries: `sample-${all}`, work: `sample-work-${all}` }));
  const started = await startedService({
    clock,
    settings: {
      INEWS_TENANTS: tenants.flatMap(({ entries, work }) => [entries, work]).join(','),
      INEWS_SERVICES: services.join(','),
    },
  });

  const council = async (
    tenantId: string,
    all: number,
    fill: (store: DocumentStore, tenantId: string, seeds: Seeds) => Promise<void>,
  ): Promise<Council> => {
    const person = (name: string) => started.teams.person(name, { tenantId });
    const [tess, ann, away, gone] = [
      person('Tess Sample'),
      person('Ann Sample'),
      person(take(names, 1)),
      person(take(names, 3)),
    ];
    const team = started.teams.team('Innovation', { tenantId }).with(tess, away);
    await team.installs(tess);
    const channel = team.channel('Triage');
    await channel.as(tess).says('triage here');
    await channel.as(tess).messageSaying('Ideas are now decided in this channel');
    await away.installs();
    await seedAway(started.store, tenantId, by(away));
    const colleagues = [away, gone, person('Tom Sample'), person('Bo'), person(take(names, 4))].map(by);
    await fill(started.store, tenantId, {
      all,
      now: clock.now(),
      tess: by(tess),
      ann: by(ann),
      colleagues,
      discussed,
      code,
    });
    return { tenantId, tess, ann, channel };
  };

  const scenes: Scene[] = [];
  for (const { all, entries, work } of tenants)
    scenes.push({
      all,
      ...(await council(entries, all, seedEntries)),
      other: await council(work, all, seedWork),
    });
  return { scenes, [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]() };
}

const by = ({ objectId, name }: Person) => ({ personId: objectId, name });
