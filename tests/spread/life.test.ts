import { describe, expect, test } from '@jest/globals';
import { ask, edit, endEarly, putOff, refuseLead, report } from '../../src/spread/life.ts';
import type { Replication } from '../../src/spread/model.ts';
import { daysAfter } from '../../src/time/local-instant.ts';
import { person, sampleReplication } from './sample-replication.ts';

const now = new Date('2027-05-23T09:00:00Z');
const [bob, cas, tess] = [person('bob'), person('cas'), person('tess')];

/** The days of a year on which the lead is asked when nobody answers. */
function daysAsked(known: { id: string; body: Replication }) {
  const days: string[] = [];
  let { id, body } = known;
  for (let day = 0; day < 365; day++) {
    const today = daysAfter(body.startsOn, day);
    const next = ask({ id, body }, today, now);
    if (!next) continue;
    days.push(today);
    body = next;
  }
  return days;
}

describe('the lead is asked for the result', () => {
  test('90 days after the start, twice more two weeks apart, and then no more', () => {
    expect(daysAsked(sampleReplication())).toEqual(['2027-05-23', '2027-06-06', '2027-06-20']);
  });

  test('two weeks after the day on which they put it off, as often as they like', () => {
    const { id, body: begun } = sampleReplication();
    let body = begun;
    for (const [today, next] of [
      ['2027-05-25', '2027-06-08'],
      ['2027-06-08', '2027-06-22'],
      ['2027-06-30', '2027-07-14'],
      ['2027-07-14', '2027-07-28'],
    ] as const) {
      body = putOff({ id, body }, today) ?? body;
      expect(body.askOn).toBe(next);
      const asked = ask({ id, body }, next, now);
      if (!asked) throw new Error(`Nobody is asked on ${next}`);
      body = asked;
    }
  });

  test('not once there is a result or an end', () => {
    const known = sampleReplication();
    const done = report(known, bob, { outcome: 'works', learnt: 'Sample text' }, now);
    const ended = endEarly(known, bob, 'Sample reason', now);
    for (const body of [done, ended]) {
      expect(body?.askOn).toBeUndefined();
      if (body) expect(ask({ id: known.id, body }, '2028-01-01', now)).toBeUndefined();
    }
  });
});

describe('another lead', () => {
  const handOver = (by: typeof bob, today: string) => {
    const known = sampleReplication({ asked: 3 });
    const body = edit(known, { by, lead: cas, startsOn: '2027-02-22' }, today, now);
    if (!body) throw new Error('Nothing was changed');
    return { id: known.id, body };
  };

  test('has two weeks before the first question, and is asked afresh', () => {
    const { body } = handOver(bob, '2027-08-01');
    expect(body).toMatchObject({ lead: cas, asked: 0, askOn: '2027-08-15' });
    expect(handOver(bob, '2027-03-01').body.askOn).toBe('2027-05-23');
  });

  test('may say no once: then the one before leads it again, whoever named them', () => {
    const named = handOver(tess, '2027-03-01');
    const refused = refuseLead(named, cas, now);
    expect(refused).toMatchObject({ lead: bob, refusedBy: cas });
    if (refused) expect(refuseLead({ id: named.id, body: refused }, cas, now)).toBeUndefined();
    expect(refuseLead(named, bob, now)).toBeUndefined();
  });
});

describe('a result', () => {
  const told = {
    outcome: 'works',
    learnt: 'Sample text',
    benefits: { cashable: 5, confidence: 'low' },
  } as const;

  test('told twice is one, told otherwise the later stands, and none follows an early end', () => {
    const known = sampleReplication();
    const once = report(known, bob, told, now);
    if (!once) throw new Error('Nothing was reported');
    expect(report({ id: known.id, body: once }, bob, told, now)).toBeUndefined();
    const later = report({ id: known.id, body: once }, tess, { ...told, outcome: 'partly' }, now);
    expect(later?.result).toMatchObject({ outcome: 'partly', by: tess });
    expect(later?.events.map(({ id }) => id)).toEqual([1, 2, 3].map((n) => `replications/${known.id}/${n}`));
    const ended = endEarly(known, bob, 'Sample reason', now);
    if (ended) expect(report({ id: known.id, body: ended }, bob, told, now)).toBeUndefined();
    expect(endEarly({ id: known.id, body: once }, bob, 'Sample reason', now)).toBeUndefined();
  });
});
