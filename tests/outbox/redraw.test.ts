import { beforeEach, describe, expect, test } from '@jest/globals';
import { person } from './sample-delivery.ts';
import { sampleHouse, useHouseTime } from './sample-house.ts';
import { busy, later, refused, type Script, unclear, unreachable } from './scripted-sender.ts';

beforeEach(useHouseTime);

const redraw = (subject: string, more = {}) => ({ subject, updates: 'card', ...more });

async function houseWithCard(script?: Script) {
  const house = sampleHouse();
  const outbox = house.replica();
  if (script) house.teams.answer(script);
  await house.pass(50);
  await house.plan(outbox, 'card');
  await house.pass(500);
  return { house, outbox };
}

test('the earlier message is redrawn in place', async () => {
  const { house, outbox } = await houseWithCard();
  await house.plan(outbox, redraw('taken'));
  await house.pass(500);
  expect(house.teams.calls[1]).toMatchObject({ what: 'update', subject: 'taken', activityId: 'message-1' });
  expect(await house.delivery('taken')).toMatchObject({
    state: 'sent',
    message: { activityId: 'message-1' },
  });
  await outbox.stop();
});

test('a card that is still redrawn is remembered longer', async () => {
  const { house, outbox } = await houseWithCard();
  const before = (await house.delivery('card'))?.expiresAt ?? '';
  await house.plan(outbox, redraw('taken', { keepDays: 60 }));
  await house.pass(500);
  const card = await house.delivery('card');
  const taken = await house.delivery('taken');
  expect(card?.expiresAt).toBe(taken?.expiresAt);
  expect((card?.expiresAt ?? '') > before).toBe(true);
  await outbox.stop();
});

test('a redraw waits while the message is still on its way, and holds nothing back meanwhile', async () => {
  const { house, outbox } = await houseWithCard((_call, nth) =>
    nth === 1 ? { ...busy, afterMs: 10_000 } : undefined,
  );
  await house.plan(outbox, redraw('taken', { urgency: 'notice' }), { subject: 'notice', urgency: 'notice' });
  await house.pass(9_000);
  expect(house.teams.told()).toEqual(['post card', 'post notice']);
  await house.pass(5_000);
  expect(house.teams.told()).toEqual(['post card', 'post notice', 'post card', 'update taken']);
  await outbox.stop();
});

test('a redraw that a clock put before its message lets the message pass', async () => {
  const house = sampleHouse();
  await house.leavePlanned({ subject: 'later', key: 'x' });
  house.skew.ms = 3_600_000;
  await house.leavePlanned('card');
  house.skew.ms = 0;
  await house.leavePlanned(redraw('taken'));
  const outbox = house.replica();
  await house.pass(5_000);
  expect(house.teams.told()).toEqual(['post later', 'post card', 'update taken']);
  await outbox.stop();
});

describe('a message that is gone', () => {
  const gone: Script = ({ what, activityId }) =>
    what === 'update' && activityId === 'message-1' ? { kind: 'messageGone' } : undefined;

  test('is posted anew, and later redraws find the new one', async () => {
    const { house, outbox } = await houseWithCard(gone);
    await house.plan(outbox, redraw('taken'));
    await house.pass(500);
    await house.plan(outbox, redraw('decided'));
    await house.pass(500);
    expect(house.teams.told()).toEqual(['post card', 'update taken', 'post taken', 'update decided']);
    expect(house.teams.calls[3]?.activityId).toBe('message-3');
    expect((await house.delivery('card'))?.message?.activityId).toBe('message-3');
    await outbox.stop();
  });

  test('again is posted anew again', async () => {
    const { house, outbox } = await houseWithCard(({ what }) =>
      what === 'update' ? { kind: 'messageGone' } : undefined,
    );
    for (const subject of ['taken', 'decided']) {
      await house.plan(outbox, redraw(subject));
      await house.pass(500);
    }
    expect(house.teams.told()).toEqual([
      'post card',
      'update taken',
      'post taken',
      'update decided',
      'post decided',
    ]);
    expect(house.teams.calls[3]?.activityId).toBe('message-3');
    await outbox.stop();
  });

  test('keeps later redraws waiting until it is posted anew', async () => {
    const { house, outbox } = await houseWithCard((call, nth) =>
      nth === 3 ? later(5_000) : gone(call, nth),
    );
    await house.plan(outbox, redraw('taken'));
    await house.plan(outbox, redraw('decided', { urgency: 'notice' }));
    await house.pass(20_000);
    expect(house.teams.told()).toEqual([
      'post card',
      'update taken',
      'post taken',
      'post taken',
      'update decided',
    ]);
    await outbox.stop();
  });
});

test('a redraw without a clear answer is repeated, even of an edition: nobody is told twice', async () => {
  const { house, outbox } = await houseWithCard((_call, nth) => (nth === 2 ? unclear : undefined));
  await house.plan(outbox, redraw('taken', { card: 'sample/edition' }));
  await house.pass(5_000);
  expect(house.teams.told()).toEqual(['post card', 'update taken', 'update taken']);
  await outbox.stop();
});

describe('when the message was never sent', () => {
  test('because it was refused, the redraw is dropped: sent again it shows the present state anyway', async () => {
    const { house, outbox } = await houseWithCard(() => refused);
    await house.plan(outbox, redraw('taken'));
    await house.pass(500);
    expect(await house.delivery('taken')).toMatchObject({
      state: 'dropped',
      reason: 'the message to redraw is dead',
    });
    await outbox.stop();
  });

  test('because its receiver is out of reach, the redraw waits with it and follows it', async () => {
    const { house, outbox } = await houseWithCard(() => unreachable);
    await house.plan(outbox, redraw('taken'));
    await house.pass(500);
    expect(await house.stateOf('taken')).toBe('parked');
    house.teams.answer(() => undefined);
    house.addresses.contactFrom(person('p'));
    await outbox.wake(person('p'));
    await house.pass(2_000);
    expect(house.teams.told()).toEqual(['post card', 'post card', 'update taken']);
    await outbox.stop();
  });

  test('and is not known at all, the redraw is dropped', async () => {
    const { house, outbox } = await houseWithCard();
    await house.plan(outbox, { subject: 'taken', updates: 'never planned' });
    await house.pass(500);
    expect(await house.stateOf('taken')).toBe('dropped');
    await outbox.stop();
  });
});
