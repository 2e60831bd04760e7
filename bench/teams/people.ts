import { Directory, type PersonEntry } from '../../tests/teams/simulator/directory.ts';

/** People of one tenant, each with a 1:1 chat with the bot. */
export function samplePeople(tenantId: string, count: number): readonly PersonEntry[] {
  const directory = new Directory();
  return Array.from({ length: count }, (_, n) => directory.addPerson(tenantId, `Sample person ${n + 1}`));
}

/** One of them, in turn. */
export function inTurn<T>(all: readonly T[]): () => T {
  let next = 0;
  return () => {
    const one = all[next++ % all.length];
    if (one === undefined) throw new RangeError('There is nobody to take turns');
    return one;
  };
}
