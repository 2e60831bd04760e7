import { people, personPartition } from '../../src/people/model.ts';
import type { Person } from '../teams/simulator/person.ts';
import { until } from '../teams/simulator/until.ts';
import type { Started } from './started-service.ts';

/** Waits until Teams has refused to reach a person, and that is known. */
export async function untilOutOfReach({ store, teams }: Pick<Started, 'store' | 'teams'>, person: Person) {
  const partition = personPartition(teams.tenantId, person.objectId);
  await until(
    `${person.name} to be out of reach`,
    async () => (await store.get(people, partition, person.objectId))?.body.unreachable,
    () => 'a person who can be reached',
  );
}
