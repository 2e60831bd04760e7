import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buckets } from '../../src/outbox/bucket.ts';
import {
  afterHandOver,
  afterHeartbeat,
  fairShare,
  heldBy,
  type LeaseTable,
  noLeases,
  surplus,
} from '../../src/outbox/lease-table.ts';

const replica = (id: string) => ({ id, incarnation: `${id}-1` });
const nobody = new Set<string>();

/** Lets every replica beat and give away its surplus until nothing changes any more. */
function settled(start: LeaseTable, ids: readonly string[], dead: ReadonlySet<string> = nobody): LeaseTable {
  let table = start;
  for (let round = 0; round < 4; round++)
    for (const id of ids) {
      const next = afterHeartbeat(table, replica(id), dead, nobody);
      table = afterHeartbeat(next, replica(id), dead, new Set(surplus(next, replica(id))));
    }
  return table;
}

const shares = (table: LeaseTable, ids: readonly string[]) => ids.map((id) => heldBy(table, id).length);

test('the first replica takes every bucket with its first heartbeat', () => {
  expect(heldBy(afterHeartbeat(noLeases, replica('a'), nobody, nobody), 'a')).toEqual(buckets);
});

test('any number of replicas end with fair shares and every bucket held once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }), (ids) => {
      const table = settled(noLeases, ids);
      expect(Object.keys(table.holders).length).toBe(buckets.length);
      const held = shares(table, ids);
      expect(Math.max(...held) - Math.min(...held)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a bucket is given only when its holder says so: nobody takes from the living', () => {
  const alone = afterHeartbeat(noLeases, replica('a'), nobody, nobody);
  const joined = afterHeartbeat(alone, replica('b'), nobody, nobody);
  expect(heldBy(joined, 'b')).toEqual([]);
  expect(surplus(joined, replica('a'))).toHaveLength(8);
});

test('what a dead replica held goes to those who live', () => {
  const ids = ['a', 'b', 'c'];
  const table = settled(settled(noLeases, ids), ['a', 'b'], new Set(['c']));
  expect(table.replicas).not.toHaveProperty('c');
  expect(shares(table, ['a', 'b'])).toEqual([8, 8]);
});

describe('a hand-over', () => {
  test('spreads the buckets evenly over those who stay', () => {
    const table = afterHandOver(settled(noLeases, ['a', 'b', 'c']), replica('b'));
    expect(shares(table, ['a', 'b', 'c'])).toEqual([8, 0, 8]);
  });

  test('of the last one leaves them free', () => {
    const table = afterHandOver(settled(noLeases, ['a']), replica('a'));
    expect(table).toEqual(noLeases);
  });
});

test('a process that starts under the id of one that ended goes on with its buckets', () => {
  const table = settled(noLeases, ['a', 'b']);
  const again = afterHeartbeat(table, { id: 'a', incarnation: 'a-2' }, nobody, nobody);
  expect(heldBy(again, 'a')).toEqual(heldBy(table, 'a'));
  expect(again.replicas.a?.incarnation).toBe('a-2');
});

test('the first in the order of ids have what does not divide evenly', () => {
  const table = settled(noLeases, ['c', 'a', 'b']);
  expect(['a', 'b', 'c'].map((id) => fairShare(table, id))).toEqual([6, 5, 5]);
});
