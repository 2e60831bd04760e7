import { expect } from '@jest/globals';
import { receiverKey } from '../../src/outbox/delivery.ts';
import { sampleAddressBook } from './sample-address-book.ts';
import { person } from './sample-delivery.ts';
import { happenings, happeningsPartition } from './sample-events.ts';
import { type SampleHouse, sampleHouse } from './sample-house.ts';
import { busy, unclear, unreachable } from './scripted-sender.ts';

const [ann, ben, fresh, away] = [person('ann'), person('ben'), person('fresh'), person('away')];
const edition = { card: 'sample/edition', urgency: 'digest' } as const;

/** Some of everything: lanes to be kept in order, editions, redraws, a chat to open, somebody away. */
export const planned = [
  { subject: 'ann 1', receiver: ann },
  { subject: 'ann 2', receiver: ann },
  { subject: 'ann edition 1', receiver: ann, ...edition },
  { subject: 'ann edition 2', receiver: ann, ...edition },
  { subject: 'ben edition 1', receiver: ben, ...edition },
  { subject: 'ben edition 2', receiver: ben, ...edition },
  { subject: 'ben 1', receiver: ben, urgency: 'notice' },
  { subject: 'ben 2', receiver: ben, urgency: 'notice', updates: 'ben 1' },
  { subject: 'ben 3', receiver: ben, urgency: 'notice', updates: 'ben 1' },
  { subject: 'fresh 1', receiver: fresh },
  { subject: 'away 1', receiver: away },
  { subject: 'away 2', receiver: away },
] as const;

/** A house whose Teams refuses, throttles, loses an answer and a message on the way. */
export function troubledTeams(): SampleHouse {
  const house = sampleHouse({ addresses: sampleAddressBook([fresh]) });
  house.teams.answer(({ what, subject, activityId }, nth) => {
    if (subject.startsWith('away')) return unreachable;
    if (subject === 'ann 1' && nth <= 3) return busy;
    if (subject === 'ann edition 1') return unclear;
    if (what === 'update' && activityId === 'message-2') return { kind: 'messageGone' };
    return undefined;
  });
  return house;
}

/** Nothing is lost, no edition sent twice, order kept within receiver and urgency, nothing left to relay. */
export async function expectAllWell(
  house: SampleHouse,
  mayBeInDoubt: (subject: string) => boolean,
): Promise<void> {
  const all = await house.all();
  const posts = house.teams.calls.filter(({ what }) => what === 'post').map(({ subject }) => subject);
  const faults = planned.flatMap(({ subject, receiver, ...plan }) => {
    const isEdition = 'card' in plan;
    const state = all.get(subject)?.state ?? 'lost';
    const well =
      receiver === away
        ? state === 'parked'
        : state === 'sent' || (state === 'inDoubt' && isEdition && mayBeInDoubt(subject));
    const twice = isEdition && posts.filter((post) => post === subject).length > 1;
    return [...(well ? [] : [`${subject} is ${state}`]), ...(twice ? [`${subject} was sent twice`] : [])];
  });
  expect(faults).toEqual([]);
  for (const lane of [
    ['ann 1', 'ann 2'],
    ['ann edition 1', 'ann edition 2'],
    ['ben edition 1', 'ben edition 2'],
  ]) {
    const firstPosts = lane.map((subject) => posts.indexOf(subject)).filter((at) => at >= 0);
    expect(firstPosts).toEqual(firstPosts.toSorted((a, b) => a - b));
  }
  expect(house.addresses.parkedFor.has(receiverKey(away))).toBe(true);
  expect(await house.disk.count(happenings, happeningsPartition, { eventsPending: true })).toBe(0);
  expect([...all.values()].filter(({ eventsPending }) => eventsPending)).toEqual([]);
}
