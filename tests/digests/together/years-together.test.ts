import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { usualWish } from '../../../src/digests/model.ts';
import { planDueEditions } from '../../../src/digests/plan-due.ts';
import { postNow } from '../../../src/digests/post-now.ts';
import { findSubscription, pauseDigest, resume, stop, subscribe } from '../../../src/digests/service.ts';
import { gatherAlike } from '../../../src/digests/together/gather.ts';
import { failingStore } from '../failing-store.ts';
import { asking, type Bench, bench, goTo } from '../sample-place.ts';
import { addArticle, addCases, sampleArticle } from '../sample-reading.ts';
import { someSchedule, someWake, start } from '../years.ts';
import { hearEditions, onTheirWay } from './sent-editions.ts';

jest.setTimeout(300_000);

const places = Array.from({ length: 14 }, (_, n) => ({ ...asking, placeId: `19:sample-${n}` }));
const never = new AbortController().signal;

const deeds = ['wish', 'time', 'pause', 'resume', 'stop', 'now', 'gone and back'] as const;

const someStep = fc.record({
  wake: someWake,
  heard: fc.boolean(),
  deed: fc.option(fc.record({ what: fc.constantFrom(...deeds), place: fc.nat({ max: places.length - 1 }) })),
  /** Before the digests that are due are planned, while they are, or after. */
  deedAt: fc.constantFrom('before', 'after'),
});

test('those that are planned together get what each would get by itself, whatever befalls the service or they do', async () => {
  const property = fc.asyncProperty(
    someSchedule,
    fc.array(someStep, { minLength: 20, maxLength: 40 }),
    async (schedule, steps) => {
      const worlds = [
        bench({ now: new Date(start).toISOString() }),
        bench({ now: new Date(start).toISOString() }),
      ];
      const [alone, together] = worlds;
      if (!alone || !together) throw new Error('there are two worlds');
      for (const parts of worlds) {
        await addCases(parts.store);
        for (const place of places) await subscribe(parts, place, { schedule });
      }
      let now = start;
      for (const [n, { wake, heard, deed, deedAt }] of steps.entries()) {
        now += wake.sleptMs;
        for (const parts of worlds) {
          const plan = (store = parts.store) => planDueEditions({ ...parts, store }).run(never);
          const gather = (store = parts.store) =>
            parts === together ? gatherAlike({ ...parts, store }).run(never) : undefined;
          goTo(parts.clock, new Date(now).toISOString());
          await addArticle(parts.store, sampleArticle(String(n), new Date(now - 5 * 60_000).toISOString()));
          if (deed && deedAt === 'before') await does(parts, deed, n, schedule);
          if (wake.crashesAt !== undefined) {
            const { store } = failingStore(parts.store, { call: wake.crashesAt, done: n % 2 === 0 });
            await Promise.resolve(n % 3 === 0 ? gather(store) : plan(store)).catch(() => undefined);
          }
          await plan();
          if (deed && deedAt === 'after') await does(parts, deed, n, schedule);
          await plan();
          await gather();
          if (heard) await hearEditions(parts);
        }
      }
      for (const parts of worlds) await hearEditions(parts);
      expect(await onTheirWay(together)).toEqual(await onTheirWay(alone));
      for (const place of places) {
        const [one, other] = await Promise.all([
          findSubscription(together, place),
          findSubscription(alone, place),
        ]);
        expect(one).toEqual({ wish: usualWish, ...other });
      }
    },
  );
  await fc.assert(property, { numRuns: 25, endOnFailure: true });
});

async function does(
  parts: Bench,
  { what, place: index }: { readonly what: (typeof deeds)[number]; readonly place: number },
  n: number,
  schedule: Parameters<typeof subscribe>[2]['schedule'],
): Promise<unknown> {
  const place = places[index] ?? asking;
  switch (what) {
    case 'wish':
      return subscribe(parts, place, { schedule, wish: { ...usualWish, length: 'short' } });
    case 'time':
      return subscribe(parts, place, { schedule: { ...schedule, time: '11:00' } });
    case 'pause':
      return pauseDigest(parts, place);
    case 'resume':
      return resume(parts, place);
    case 'stop':
      return stop(parts, place);
    case 'now':
      return postNow(parts, place, `sample-activity-${n}`);
    case 'gone and back':
      await stop(parts, place);
      return resume(parts, place);
  }
}
