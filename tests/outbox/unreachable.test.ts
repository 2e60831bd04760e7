import { beforeEach, expect, test } from '@jest/globals';
import type { Listener, RaisedEvent } from '../../src/outbox/listener.ts';
import { person } from './sample-delivery.ts';
import { sampleHouse, useHouseTime } from './sample-house.ts';
import { unreachable } from './scripted-sender.ts';

beforeEach(useHouseTime);

const away = person('away');

async function houseWithSomebodyAway() {
  const heard: RaisedEvent[] = [];
  const listener: Listener = {
    event: 'delivery.unreachable',
    async *plan(event) {
      heard.push(event);
      yield [];
    },
  };
  const house = sampleHouse({ listeners: [listener] });
  const outbox = house.replica();
  house.teams.answer(({ subject, what }) =>
    what === 'post' && subject.startsWith('away') ? unreachable : undefined,
  );
  await house.pass(50);
  return { house, outbox, heard };
}

test('a receiver out of reach is parked, and whoever must know hears of it', async () => {
  const { house, outbox, heard } = await houseWithSomebodyAway();
  await house.plan(outbox, { subject: 'away 1', receiver: away }, 'other');
  await house.pass(500);
  expect(await house.delivery('away 1')).toMatchObject({
    state: 'parked',
    reason: '403 ForbiddenOperationException',
    events: [],
    eventsPending: false,
  });
  expect(house.addresses.parkedFor.get('person:t:away')).toBe('403 ForbiddenOperationException');
  expect(heard.map(({ data }) => data)).toEqual([
    { subject: 'away 1', delivery: 'away 1', card: 'sample/answer', receiver: 'person:t:away' },
  ]);
  expect(await house.stateOf('other')).toBe('sent');
  await outbox.stop();
});

test('what comes for a parked receiver is parked without an attempt, and heard of as well', async () => {
  const { house, outbox, heard } = await houseWithSomebodyAway();
  await house.plan(outbox, { subject: 'away 1', receiver: away }, { subject: 'away 2', receiver: away });
  await house.pass(500);
  await house.plan(outbox, { subject: 'away 3', receiver: away });
  await house.pass(500);
  expect(house.teams.told()).toEqual(['post away 1']);
  expect(await house.stateOf('away 3')).toBe('parked');
  expect(heard.map(({ data }) => data.delivery)).toEqual(['away 1', 'away 2', 'away 3']);
  await outbox.stop();
});

test('a contact sends what waited, in its order', async () => {
  const { house, outbox } = await houseWithSomebodyAway();
  await house.plan(outbox, { subject: 'away 1', receiver: away }, { subject: 'away 2', receiver: away });
  await house.pass(500);
  house.teams.answer(() => undefined);
  house.addresses.contactFrom(away);
  await outbox.wake(away);
  await house.pass(500);
  expect(house.teams.told()).toEqual(['post away 1', 'post away 1', 'post away 2']);
  expect(await house.delivery('away 1')).toMatchObject({ state: 'sent', attempts: 1 });
  await outbox.stop();
});

test('a contact of somebody for whom nothing waits costs one request', async () => {
  const { house, outbox } = await houseWithSomebodyAway();
  const before = house.requests.length;
  await outbox.wake(person('present'));
  expect(house.requests.slice(before)).toEqual(['query']);
  await outbox.stop();
});
