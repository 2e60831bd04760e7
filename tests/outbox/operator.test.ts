import { beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries } from '../../src/outbox/delivery.ts';
import { deliveryId } from '../../src/outbox/delivery-id.ts';
import { findDelivery } from '../../src/outbox/operator.ts';
import { runOutboxCommand } from '../../tools/outbox-commands.ts';
import { person } from './sample-delivery.ts';
import { type SampleHouse, sampleHouse, useHouseTime } from './sample-house.ts';
import { refused, unclear, unreachable } from './scripted-sender.ts';

beforeEach(useHouseTime);

function operatorOf(house: SampleHouse) {
  return async (...words: string[]) => {
    const lines: string[] = [];
    const parts = { store: house.disk, print: (line: string) => lines.push(line) };
    const done = await runOutboxCommand(parts, words);
    return { done, text: lines.join('\n') };
  };
}

/** One in doubt, one dead, one parked and one held, and a service that runs. */
async function troubledHouse() {
  const house = sampleHouse();
  const outbox = house.replica();
  house.teams.answer(({ subject }) =>
    subject === 'doubtful'
      ? unclear
      : subject === 'refused'
        ? refused
        : subject === 'away'
          ? unreachable
          : undefined,
  );
  await house.pass(50);
  await house.plan(
    outbox,
    { subject: 'doubtful', card: 'sample/edition', receiver: person('a') },
    { subject: 'refused', receiver: person('b') },
    { subject: 'away', receiver: person('c') },
    { subject: 'fine', receiver: person('d') },
    { subject: 'imported', receiver: person('e') },
  );
  await house.pass(500);
  const imported = await findDelivery(house.disk, deliveryId('imported'));
  if (!imported) throw new Error('nothing was imported');
  const { message, ...body } = imported.body;
  await house.disk.replace(deliveries, imported, { ...body, state: 'held', reason: 'was planned' });
  house.teams.calls.splice(0);
  house.teams.answer(() => undefined);
  return { house, outbox, operator: operatorOf(house) };
}

test('a list counts what waits by state, card and reason', async () => {
  const { outbox, operator } = await troubledHouse();
  expect((await operator('list')).text.split('\n')).toEqual([
    '     1  inDoubt  sample/edition  502',
    '     1  dead  sample/answer  413',
    '     1  parked  sample/answer  403 ForbiddenOperationException',
    '     1  held  sample/answer  was planned',
  ]);
  await outbox.stop();
});

test('a list of one state names each', async () => {
  const { outbox, operator } = await troubledHouse();
  const { text } = await operator('list', 'dead');
  expect(text).toBe(
    `${deliveryId('refused')}  planned 2026-03-02T09:00:00.050Z  sample/answer  person:t:b  413`,
  );
  await outbox.stop();
});

test('one is shown with all that is known of it', async () => {
  const { outbox, operator } = await troubledHouse();
  const { done, text } = await operator('show', deliveryId('refused'));
  expect(done).toBe(true);
  expect(text).toMatch(/^key +refused$/m);
  expect(text).toMatch(/^about +\{"subject":"refused"\}$/m);
  await outbox.stop();
});

describe('the running service', () => {
  test('sends again what an operator retries', async () => {
    const { house, outbox, operator } = await troubledHouse();
    expect((await operator('retry', deliveryId('doubtful'))).done).toBe(true);
    expect((await operator('retry', 'dead')).done).toBe(true);
    await house.pass(10_100);
    expect(house.teams.told().sort()).toEqual(['post doubtful', 'post refused']);
    expect(await house.delivery('refused')).toMatchObject({ state: 'sent', attempts: 1 });
    await outbox.stop();
  });

  test('sends what an import held, once an operator says so', async () => {
    const { house, outbox, operator } = await troubledHouse();
    expect((await operator('retry', deliveryId('imported'))).done).toBe(false);
    await house.pass(10_100);
    expect(house.teams.told()).toEqual([]);
    expect((await operator('send', 'held')).done).toBe(true);
    await house.pass(5_100);
    expect(house.teams.told()).toEqual(['post imported']);
    await outbox.stop();
  });

  test('never sends what an operator dropped', async () => {
    const { house, outbox, operator } = await troubledHouse();
    for (const state of ['inDoubt', 'dead', 'parked', 'held']) await operator('drop', state);
    await outbox.wake(person('c'));
    await house.pass(5_000);
    expect(house.teams.told()).toEqual([]);
    expect((await operator('list')).text).toBe('Nothing waits for an operator.');
    expect(await house.delivery('away')).toMatchObject({
      state: 'dropped',
      reason: 'dropped by an operator',
    });
    await outbox.stop();
  });
});

test('what was sent is not sent again by a retry', async () => {
  const { house, outbox, operator } = await troubledHouse();
  const { done, text } = await operator('retry', deliveryId('fine'));
  expect([done, text]).toEqual([false, `${deliveryId('fine')}  was sent: left as it is`]);
  expect(await house.stateOf('fine')).toBe('sent');
  await outbox.stop();
});

test('words that are no command are answered with all of them', async () => {
  const { outbox, operator } = await troubledHouse();
  for (const words of [[], ['retry'], ['publish', 'x'], ['show', 'a', 'b']]) {
    const { done, text } = await operator(...words);
    expect(done).toBe(false);
    expect(text).toContain('npm run outbox -- retry <id|state>');
  }
  expect((await operator('show', 'unknown')).text).toContain('There is no delivery unknown');
  expect((await operator('list', 'sent')).text).toContain('"sent" is no state');
  await outbox.stop();
});
