import { beforeEach, expect, test } from '@jest/globals';
import { receiverKey } from '../../src/outbox/delivery.ts';
import { sampleAddressBook } from './sample-address-book.ts';
import { person } from './sample-delivery.ts';
import { happenings, happeningsPartition } from './sample-events.ts';
import { sampleHouse, useHouseTime } from './sample-house.ts';
import { busy, unclear, unreachable } from './scripted-sender.ts';
import { storeUntilCrash } from './wrap-store.ts';

beforeEach(useHouseTime);

const [ann, ben, new1, away] = [person('ann'), person('ben'), person('new'), person('away')];
const edition = { card: 'sample/edition', urgency: 'digest' } as const;

const planned = [
  { subject: 'ann 1', receiver: ann },
  { subject: 'ann 2', receiver: ann },
  { subject: 'ann edition 1', receiver: ann, ...edition },
  { subject: 'ann edition 2', receiver: ann, ...edition },
  { subject: 'ben edition 1', receiver: ben, ...edition },
  { subject: 'ben edition 2', receiver: ben, ...edition },
  { subject: 'ben 1', receiver: ben, urgency: 'notice' },
  { subject: 'ben 2', receiver: ben, urgency: 'notice', updates: 'ben 1' },
  { subject: 'ben 3', receiver: ben, urgency: 'notice', updates: 'ben 1' },
  { subject: 'new 1', receiver: new1 },
  { subject: 'away 1', receiver: away },
  { subject: 'away 2', receiver: away },
] as const;

/** One process that dies at its n-th request to the store, and another that goes on. */
async function crashAt(dieAt: number, when: 'before' | 'after') {
  const house = sampleHouse({ addresses: sampleAddressBook([new1]) });
  house.teams.answer(({ what, subject, activityId }, nth) => {
    if (subject.startsWith('away')) return unreachable;
    if (subject === 'ann 1' && nth <= 3) return busy;
    if (subject === 'ann edition 1') return unclear;
    if (what === 'update' && activityId === 'message-2') return { kind: 'messageGone' };
    return undefined;
  });
  const { store, dead } = storeUntilCrash(house.watched, dieAt, when);
  const first = house.replica('a', store);
  await house.plan(first, ...planned);
  await house.pass(4_000);
  const died = dead();
  if (!died) {
    void first.stop();
    await house.pass(500);
  }
  const second = house.replica('a');
  await second.sweep.run(new AbortController().signal);
  await house.pass(8_000);
  await second.sweep.run(new AbortController().signal);
  await house.pass(1_000);
  await second.stop();
  return { house, died };
}

async function checkNothingWentWrong({ house }: Awaited<ReturnType<typeof crashAt>>): Promise<void> {
  const all = await house.all();
  const posts = house.teams.calls.filter(({ what }) => what === 'post').map(({ subject }) => subject);
  for (const { subject, receiver, ...plan } of planned) {
    const { state } = all.get(subject) ?? {};
    const isEdition = 'card' in plan;
    const expected = receiver === away ? ['parked'] : isEdition ? ['sent', 'inDoubt'] : ['sent'];
    expect([subject, expected.includes(state ?? 'lost') ? 'well' : state]).toEqual([subject, 'well']);
    if (isEdition)
      expect([subject, posts.filter((post) => post === subject).length <= 1]).toEqual([subject, true]);
  }
  for (const lane of [
    ['ann 1', 'ann 2'],
    ['ann edition 1', 'ann edition 2'],
    ['ben edition 1', 'ben edition 2'],
  ]) {
    const first = lane.map((subject) => posts.indexOf(subject)).filter((at) => at >= 0);
    expect(first).toEqual(first.toSorted((a, b) => a - b));
  }
  expect(house.addresses.parkedFor.has(receiverKey(away))).toBe(true);
  const left = await house.disk.count(happenings, happeningsPartition, { eventsPending: true });
  expect(left).toBe(0);
  expect([...all.values()].filter(({ eventsPending }) => eventsPending)).toEqual([]);
}

for (const when of ['before', 'after'] as const) {
  test(`a crash ${when} any request loses nothing, sends no edition twice and keeps the order`, async () => {
    for (let dieAt = 1; ; dieAt++) {
      const outcome = await crashAt(dieAt, when);
      await checkNothingWentWrong(outcome);
      if (!outcome.died) {
        expect(dieAt).toBeGreaterThan(60);
        break;
      }
    }
  }, 120_000);
}
