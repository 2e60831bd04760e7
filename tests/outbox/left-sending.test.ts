import { beforeEach, expect, test } from '@jest/globals';
import { type PlannedDelivery, urgencies } from '../../src/outbox/delivery.ts';
import { person } from './sample-delivery.ts';
import { sampleHouse, useHouseTime } from './sample-house.ts';
import { wrapStore } from './wrap-store.ts';

beforeEach(useHouseTime);

const ann = person('ann');
const edition: Partial<PlannedDelivery> = { receiver: ann, card: 'sample/edition', urgency: 'digest' };

/** A process that ended just after Teams took an edition, before it wrote so. */
async function leftSending() {
  const house = sampleHouse();
  let dead = false;
  const store = wrapStore(house.watched, (_method, run) => (dead ? new Promise(() => {}) : run()));
  const first = house.replica('a', store);
  await house.pass(100);
  house.teams.answer(() => {
    dead = true;
    return undefined;
  });
  await house.plan(first, { subject: 'edition', ...edition }, { subject: 'next edition', ...edition });
  await house.pass(1_000);
  house.teams.answer(() => undefined);
  expect(house.teams.told()).toEqual(['post edition']);
  expect(await house.stateOf('edition')).toBe('planned');
  return house;
}

test('an edition that a process left while it was sent is in doubt, and the next one goes', async () => {
  const house = await leftSending();
  const second = house.replica('a');
  await house.pass(5_000);
  expect(house.teams.told()).toEqual(['post edition', 'post next edition']);
  expect(await house.delivery('edition')).toMatchObject({
    state: 'inDoubt',
    reason: 'the service stopped while it was being sent',
  });
  await second.stop();
});

test('it is in doubt also when its receiver was out of reach meanwhile and has come back', async () => {
  const house = await leftSending();
  await house.addresses.book.park(ann, 'sample reason');
  const second = house.replica('a');
  await house.pass(5_000);
  expect(await house.stateOf('edition')).toBe('parked');
  house.addresses.contactFrom(ann);
  await second.wake(ann);
  await house.pass(5_000);
  expect(house.teams.told()).toEqual(['post edition', 'post next edition']);
  expect(await house.stateOf('edition')).toBe('inDoubt');
  await second.stop();
});

test('the turn of a delivery tells its urgency first', async () => {
  const house = sampleHouse();
  await house.leavePlanned(
    ...urgencies.toReversed().map((urgency) => ({ subject: urgency, receiver: person(urgency), urgency })),
  );
  const all = [...(await house.all()).values()].toSorted((a, b) => (a.order < b.order ? -1 : 1));
  expect(all.map(({ urgency }) => urgency)).toEqual(urgencies);
});
