import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { usualWish } from '../../src/digests/model.ts';
import { planDueEditions } from '../../src/digests/plan-due.ts';
import { postings } from '../../src/digests/posting.ts';
import { subscribe } from '../../src/digests/service.ts';
import { articles } from '../../src/reading/model.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { failingStore } from './failing-store.ts';
import { asking, type Bench, bench, goTo } from './sample-place.ts';
import { addArticle, sampleArticle, tenantId } from './sample-reading.ts';
import { end, instantsOf, someSchedule, someWake, start } from './years.ts';

const run = (parts: Bench) => planDueEditions(parts).run(new AbortController().signal);

test('over five years of restarts, crashes, long sleeps and clocks that change, no edition is lost and none is doubled', async () => {
  const property = fc.asyncProperty(
    someSchedule,
    fc.array(someWake, { minLength: 40, maxLength: 60 }),
    async (schedule, wakes) => {
      const quiet = bench({ now: new Date(start).toISOString() });
      const counted = countingPostings(quiet.store);
      const parts: Bench = { ...quiet, store: counted.store };
      await subscribe(parts, asking, { schedule, wish: { ...usualWish, include: ['articles'] } });
      const instants = instantsOf(schedule);
      let [now, wakeNumber] = [start, 0];
      while (now < end) {
        const wake = wakes[wakeNumber++ % wakes.length];
        if (!wake) throw new Error('there is no wake');
        const before = now;
        now += wake.sleptMs;
        goTo(parts.clock, new Date(now).toISOString());
        const article = sampleArticle(String(wakeNumber), new Date(now - 5 * 60_000).toISOString());
        await addArticle(parts.store, article);
        if (wake.crashesAt !== undefined) {
          const { store } = failingStore(parts.store, { call: wake.crashesAt, done: wakeNumber % 2 === 0 });
          await run({ ...parts, store }).catch(() => undefined);
        }
        await run(parts);
        if (wake.clockGoesBackMs !== undefined) {
          goTo(parts.clock, new Date(now - wake.clockGoesBackMs).toISOString());
          await run(parts);
          goTo(parts.clock, new Date(now).toISOString());
        }
        await run(parts);
        await parts.store.remove(articles, tenantId, article.id);
        const isDue = instants.some((instant) => instant > before && instant <= now);
        expect({ at: new Date(now).toISOString(), posted: counted.sinceAsked() }).toEqual({
          at: new Date(now).toISOString(),
          posted: isDue ? 1 : 0,
        });
      }
    },
  );
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
});

/** A store that counts the postings it creates. */
function countingPostings(inner: DocumentStore) {
  let created = 0;
  const store: DocumentStore = {
    ...inner,
    async createMany(collection, partition, documents) {
      const ids = await inner.createMany(collection, partition, documents);
      if (collection.name === postings.name) created += ids.length;
      return ids;
    },
  };
  const sinceAsked = () => {
    const count = created;
    created = 0;
    return count;
  };
  return { store, sinceAsked };
}
