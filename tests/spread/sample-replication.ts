import { begin } from '../../src/spread/life.ts';
import { type Replication, replicationId } from '../../src/spread/model.ts';

export const sampleSource = { kind: 'idea', id: 'K7Q2MX', title: 'Sample idea: one form' } as const;

export const person = (name: string) => ({ personId: name, name: `Sample ${name}` });

/** A replication that Bob started for himself on 22 February 2027. */
export function sampleReplication(given: Partial<Replication> = {}): { id: string; body: Replication } {
  const id = replicationId(sampleSource, 'Housing', 0);
  const wish = {
    source: sampleSource,
    service: 'Housing',
    by: person('bob'),
    lead: person('bob'),
    startsOn: '2027-02-22',
    form: 'hash of the form',
  };
  return { id, body: { ...begin(id, wish, new Date('2027-02-22T10:00:00Z')), ...given } };
}
