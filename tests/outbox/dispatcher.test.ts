import { beforeEach, describe, expect, test } from '@jest/globals';
import { deliveryId } from '../../src/outbox/delivery-id.ts';
import type { SendResult } from '../../src/outbox/sender.ts';
import { sampleAddressBook } from './sample-address-book.ts';
import { person } from './sample-delivery.ts';
import { sampleHouse, useHouseTime } from './sample-house.ts';
import { busy, later, refused, unclear } from './scripted-sender.ts';

beforeEach(useHouseTime);

const somebody = person('somebody');
const other = person('other');

async function startedHouse(...options: Parameters<typeof sampleHouse>) {
  const house = sampleHouse(...options);
  const outbox = house.replica();
  await house.pass(50);
  return { house, outbox };
}

test('what is planned is sent at once, in the order of the plan', async () => {
  const { house, outbox } = await startedHouse();
  await house.plan(outbox, 'first', 'second', 'third');
  await house.pass(200);
  expect(house.teams.told()).toEqual(['post first', 'post second', 'post third']);
  expect(await house.delivery('third')).toMatchObject({
    state: 'sent',
    attempts: 1,
    message: { conversationId: 'person:t:p', activityId: 'message-3' },
  });
  await outbox.stop();
});

test('what was planned before the start is sent within a second of it', async () => {
  const house = sampleHouse();
  await house.leavePlanned('waiting');
  const outbox = house.replica();
  await house.pass(1_000);
  expect(house.teams.told()).toEqual(['post waiting']);
  await outbox.stop();
});

test('urgent ones go first', async () => {
  const house = sampleHouse();
  const outbox = house.replica();
  await house.plan(
    outbox,
    { subject: 'edition', urgency: 'digest', receiver: other },
    { subject: 'notice', urgency: 'notice' },
    { subject: 'answer', urgency: 'answer', receiver: somebody },
  );
  await house.pass(500);
  expect(house.teams.told()).toEqual(['post answer', 'post notice', 'post edition']);
  await outbox.stop();
});

test('an answer overtakes a large edition on its way', async () => {
  const { house, outbox } = await startedHouse();
  const readers = Array.from({ length: 200 }, (_, index) => ({
    subject: `edition ${index}`,
    urgency: 'digest' as const,
    card: 'sample/edition',
    receiver: person(`reader ${index}`),
  }));
  await house.plan(outbox, ...readers);
  await house.pass(1_000);
  await house.plan(outbox, { subject: 'answer', receiver: somebody });
  const before = house.teams.calls.length;
  await house.pass(100);
  expect(before).toBeGreaterThan(20);
  expect(before).toBeLessThanOrEqual(31);
  expect(house.teams.told().slice(before)).toContain('post answer');
  await house.pass(10_000);
  expect(house.teams.calls).toHaveLength(201);
  await outbox.stop();
});

test('to one receiver only one call is under way, whatever its urgency; others do not wait', async () => {
  const { house, outbox } = await startedHouse();
  let under = 0;
  let most = 0;
  house.teams.answer(async ({ subject }) => {
    if (subject === 'elsewhere') return undefined;
    most = Math.max(most, ++under);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    under--;
    return undefined;
  });
  await house.plan(
    outbox,
    'a',
    'b',
    { subject: 'c', urgency: 'digest' },
    { subject: 'elsewhere', receiver: other },
  );
  await house.pass(500);
  expect(await house.stateOf('elsewhere')).toBe('sent');
  expect(await house.stateOf('a')).toBe('planned');
  await house.pass(7_000);
  expect(house.teams.told()).toEqual(['post a', 'post elsewhere', 'post b', 'post c']);
  expect(most).toBe(1);
  await outbox.stop();
});

test('one that is tried again holds back later ones of its receiver and urgency, not other receivers', async () => {
  const { house, outbox } = await startedHouse();
  house.teams.answer((_call, nth) => (nth <= 3 ? busy : undefined));
  await house.plan(outbox, 'first', 'second');
  await house.pass(1_000);
  await house.plan(outbox, { subject: 'notice', urgency: 'notice' }, { subject: 'other', receiver: other });
  await house.pass(30_000);
  const told = house.teams.told();
  expect(told.indexOf('post other')).toBeLessThan(told.lastIndexOf('post first'));
  expect(told.indexOf('post second')).toBeGreaterThan(told.lastIndexOf('post first'));
  expect(await house.delivery('first')).toMatchObject({ state: 'sent', attempts: 3 });
  await outbox.stop();
});

describe('a card', () => {
  test('is drawn from the state at the moment it is sent', async () => {
    const { house, outbox } = await startedHouse();
    house.teams.answer((_call, nth) => (nth === 1 ? busy : undefined));
    await house.plan(outbox, 'idea');
    house.state.drawn = 'as it is now';
    await house.pass(5_000);
    expect(house.teams.calls.map(({ drawn }) => drawn)).toEqual(['as planned', 'as it is now']);
    await outbox.stop();
  });

  test('that has nothing to say any more is not sent', async () => {
    const { house, outbox } = await startedHouse();
    house.drawings.set('idea', async () => undefined);
    await house.plan(outbox, 'idea', 'next');
    await house.pass(500);
    expect(house.teams.told()).toEqual(['post next']);
    expect(await house.delivery('idea')).toMatchObject({ state: 'dropped', reason: 'nothing left to say' });
    await outbox.stop();
  });

  test('whose drawing fails is tried again, and others go on', async () => {
    const { house, outbox } = await startedHouse();
    house.drawings.set('idea', () => Promise.reject(new RangeError('sample fault')));
    await house.plan(outbox, 'idea', { subject: 'other', receiver: other });
    await house.pass(500);
    expect(house.teams.told()).toEqual(['post other']);
    expect(await house.delivery('idea')).toMatchObject({
      state: 'planned',
      attempts: 1,
      reason: 'could not be prepared: RangeError',
    });
    house.drawings.clear();
    await house.pass(5_000);
    expect(await house.stateOf('idea')).toBe('sent');
    await outbox.stop();
  });

  test('that this service does not know waits for one that does', async () => {
    const { house, outbox } = await startedHouse();
    await house.plan(outbox, { subject: 'idea', card: 'sample/newer' });
    await house.pass(500);
    expect(await house.delivery('idea')).toMatchObject({
      state: 'planned',
      reason: 'this service does not know the card sample/newer',
    });
    await outbox.stop();
  });
});

test('a person without a 1:1 chat gets one first, and it is kept', async () => {
  const addresses = sampleAddressBook([somebody]);
  const { house, outbox } = await startedHouse({ addresses });
  await house.plan(outbox, { subject: 'a', receiver: somebody }, { subject: 'b', receiver: somebody });
  await house.pass(500);
  expect(house.teams.told()).toEqual(['open somebody', 'post a', 'post b']);
  expect(addresses.opened.get('person:t:somebody')).toBe('chat-of-somebody');
  expect(house.teams.calls[1]?.conversationId).toBe('chat-of-somebody');
  await outbox.stop();
});

test('a chat whose opening got no clear answer is opened again: that cannot bring anything twice', async () => {
  const addresses = sampleAddressBook([somebody]);
  const { house, outbox } = await startedHouse({ addresses });
  house.teams.answer((_call, nth) => (nth === 1 ? unclear : undefined));
  await house.plan(outbox, { subject: 'edition', receiver: somebody, card: 'sample/edition' });
  await house.pass(5_000);
  expect(house.teams.told()).toEqual(['open somebody', 'open somebody', 'post edition']);
  await outbox.stop();
});

test('what was not sent in its time is dropped', async () => {
  const { house, outbox } = await startedHouse();
  house.teams.answer(() => later(1_000));
  await house.plan(outbox, { subject: 'old', keepDays: 0.0001 });
  await house.pass(30_000);
  expect(await house.delivery('old')).toBeUndefined();
  expect(house.teams.calls.length).toBeLessThan(10);
  await outbox.stop();
});

describe('a send that ends with', () => {
  async function after(result: SendResult, card = 'sample/answer', passMs = 500) {
    const { house, outbox } = await startedHouse();
    house.teams.answer(() => result);
    await house.plan(outbox, { subject: 'it', card }, 'next');
    await house.pass(passMs, passMs > 60_000 ? 1_000 : 25);
    const delivery = await house.delivery('it');
    await outbox.stop();
    return { ...delivery, tries: house.teams.told().filter((told) => told === 'post it').length };
  }

  test('a refusal is not tried again', async () => {
    expect(await after(refused)).toMatchObject({ state: 'dead', reason: '413', tries: 1 });
  });

  test('no clear answer is tried again when a person waits for it', async () => {
    expect(await after(unclear, 'sample/answer', 10_000)).toMatchObject({ tries: 4 });
  });

  test('no clear answer is left to an operator when it is an edition, and holds nothing back', async () => {
    expect(await after(unclear, 'sample/edition', 10_000)).toMatchObject({ state: 'inDoubt', tries: 1 });
  });

  test('429 pauses its conversation as long as Teams says', async () => {
    expect(await after(later(9_000), 'sample/answer', 8_900)).toMatchObject({ tries: 1 });
    expect(await after(later(9_000), 'sample/answer', 9_500)).toMatchObject({ tries: 2 });
  });

  test('429 for every try is given up after the last one', async () => {
    expect(
      await after({ kind: 'later', reason: '503', throttled: false }, 'sample/answer', 2 * 3_600_000),
    ).toMatchObject({
      state: 'dead',
      reason: '503 (tried 16 times)',
      tries: 16,
    });
  });
});

test('a 429 that names the tenant pauses all of it and no other', async () => {
  const { house, outbox } = await startedHouse();
  house.teams.answer((_call, nth) =>
    nth === 1
      ? { kind: 'later', reason: '429', throttled: true, afterMs: 5_000, scope: 'tenant' }
      : undefined,
  );
  await house.plan(outbox, 'first');
  await house.pass(100);
  await house.plan(
    outbox,
    { subject: 'same tenant', receiver: other },
    { subject: 'elsewhere', receiver: person('p', 'u') },
  );
  await house.pass(1_000);
  expect(house.teams.told()).toEqual(['post first', 'post elsewhere']);
  await house.pass(5_000);
  expect(house.teams.told()).toContain('post same tenant');
  await outbox.stop();
});

test('what is about to be sent when Teams answers 429 is not sent, and keeps its attempts', async () => {
  const house = sampleHouse();
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const outbox = house.replica('a', {
    ...house.watched,
    async create(collection, partition, document) {
      if (document.id.startsWith(deliveryId('slowly written'))) await wait(300);
      return house.watched.create(collection, partition, document);
    },
  });
  await house.pass(50);
  house.teams.answer(async (_call, nth) => {
    await wait(100);
    return nth === 1 ? later() : undefined;
  });
  await house.plan(outbox, 'refused', { subject: 'slowly written', receiver: other });
  await house.pass(400);
  expect(house.teams.told()).toEqual(['post refused']);
  expect(await house.delivery('slowly written')).toMatchObject({ state: 'planned', attempts: 0 });
  await house.pass(5_000);
  expect(house.teams.told()).toContain('post slowly written');
  await outbox.stop();
});
