import { beforeEach, expect, test } from '@jest/globals';
import { useHouseTime } from './sample-house.ts';
import { expectAllWell, planned, troubledTeams } from './trouble-scenario.ts';
import { storeUntilCrash } from './wrap-store.ts';

beforeEach(useHouseTime);

/** One process that dies at its n-th request to the store, and another that goes on. */
async function crashAt(dieAt: number, when: 'before' | 'after') {
  const house = troubledTeams();
  const { store, dead } = storeUntilCrash(house.watched, dieAt, when);
  const first = house.replica('a', store);
  await house.plan(first, ...planned);
  await house.pass(4_000, 100);
  const died = dead();
  if (!died) {
    void first.stop();
    await house.pass(500);
  }
  const second = house.replica('a');
  await second.sweep.run(new AbortController().signal);
  await house.pass(8_000, 100);
  await second.sweep.run(new AbortController().signal);
  await house.pass(1_000);
  await second.stop();
  return { house, died };
}

for (const when of ['before', 'after'] as const) {
  test(`a crash ${when} any request loses nothing, sends no edition twice and keeps the order`, async () => {
    for (let dieAt = 1; ; dieAt++) {
      const { house, died } = await crashAt(dieAt, when);
      await expectAllWell(house, () => true);
      if (died) continue;
      expect(dieAt).toBeGreaterThan(60);
      break;
    }
  });
}
