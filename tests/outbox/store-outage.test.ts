import { beforeEach, describe, expect, test } from '@jest/globals';
import { type DocumentStore, StoreUnavailable } from '../../src/store/document-store.ts';
import { sampleHouse, useHouseTime } from './sample-house.ts';
import { expectAllWell, planned, troubledTeams } from './trouble-scenario.ts';
import { wrapStore } from './wrap-store.ts';

beforeEach(useHouseTime);

const writes: readonly (keyof DocumentStore)[] = ['create', 'replace', 'remove', 'createMany'];

test('writes refused for five seconds while calls are under way: all is sent once and written down later', async () => {
  const house = sampleHouse();
  let refusing = false;
  const store = wrapStore(house.watched, (method, run) =>
    refusing && writes.includes(method) ? Promise.reject(new StoreUnavailable('no writes')) : run(),
  );
  const outbox = house.replica('a', store);
  await house.pass(100);
  house.teams.answer(() => {
    refusing = true;
    return undefined;
  });
  await house.plan(
    outbox,
    { subject: 'edition 1', card: 'sample/edition' },
    { subject: 'edition 2', card: 'sample/edition' },
  );
  await house.pass(5_000);
  expect(house.teams.told()).toEqual(['post edition 1']);
  expect(await house.stateOf('edition 1')).toBe('planned');
  house.teams.answer(() => undefined);
  refusing = false;
  await house.pass(5_000);
  expect(house.teams.told()).toEqual(['post edition 1', 'post edition 2']);
  expect([await house.stateOf('edition 1'), await house.stateOf('edition 2')]).toEqual(['sent', 'sent']);
  await outbox.stop();
});

describe('one request that fails, whichever it is, does no harm', () => {
  async function failingAt(failAt: number, effect: 'refused' | 'done but its answer lost') {
    const house = troubledTeams();
    let requests = 0;
    const store = wrapStore(house.watched, async (_method, run) => {
      if (++requests !== failAt) return run();
      if (effect !== 'refused') await run().catch(() => {});
      throw new StoreUnavailable('sample outage');
    });
    const outbox = house.replica('a', store);
    await house.plan(outbox, ...planned);
    await house.pass(8_000, 100);
    const reached = requests >= failAt;
    requests = failAt;
    await outbox.sweep.run(new AbortController().signal);
    await house.pass(8_000, 100);
    await outbox.sweep.run(new AbortController().signal);
    void outbox.stop();
    await house.pass(500);
    return { house, reached };
  }

  for (const effect of ['refused', 'done but its answer lost'] as const) {
    test(`when it is ${effect}`, async () => {
      for (let failAt = 1; ; failAt++) {
        const { house, reached } = await failingAt(failAt, effect);
        await expectAllWell(house, (subject) => subject === 'ann edition 1');
        if (reached) continue;
        expect(failAt).toBeGreaterThan(70);
        break;
      }
    });
  }
});
