import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeDraft, hiddenIn } from '../../src/digests/approval/find-draft.ts';
import { editionDrafts, editionIdOf } from '../../src/digests/approval/model.ts';
import { approve } from '../../src/digests/approval/rules.ts';
import { editions, usualWish } from '../../src/digests/model.ts';
import type { ApprovalParts } from '../../src/digests/parts.ts';
import { subscribe } from '../../src/digests/service.ts';
import { deliveries } from '../../src/outbox/delivery.ts';
import { articles } from '../../src/reading/model.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { failingStore } from './failing-store.ts';
import { draft, plan, relayAll, withApproval } from './sample-approval.ts';
import { asking, bench, goTo } from './sample-place.ts';
import { addArticle, sampleArticle, tenantId } from './sample-reading.ts';
import { end, instantsOf, someSchedule, someWake, start } from './years.ts';

const someApproval = fc.constantFrom('before', 'after', 'never');

/** Approves whatever is open. Returns the drafts that are approved now. */
async function approveAll(parts: ApprovalParts): Promise<readonly string[]> {
  const { documents } = await parts.store.query(editionDrafts, tenantId, {
    where: { state: 'open' },
    limit: 100,
  });
  const approved: string[] = [];
  for (const { id, body } of documents) {
    const doing = {
      id,
      by: { personId: 'sample-approver', name: 'Sample Approver' },
      seen: body.version,
      now: parts.clock.now(),
      hidden: await hiddenIn(parts.store, tenantId, body),
    };
    await changeDraft(parts, tenantId, id, (current) => {
      const outcome = approve(current, doing, false);
      return outcome.kind === 'approved' ? outcome.next : undefined;
    });
    approved.push(id);
  }
  return approved;
}

/** A store that tells which editions were handed to the outbox. */
function watchingDeliveries(inner: DocumentStore) {
  const sent: string[] = [];
  const store: DocumentStore = {
    ...inner,
    async createMany(collection, partition, documents) {
      const created = await inner.createMany(collection, partition, documents);
      if (collection.name === deliveries.name)
        for (const { body } of created) {
          const { card, about } = deliveries.schema.parse(body);
          if (card === 'digests/edition') sent.push(about.edition ?? '');
        }
      return created;
    },
  };
  return { store, sent };
}

test.each(['go', 'wait'] as const)(
  'with drafts over five years, where what nobody approves may %s, no edition is lost, doubled or sent unapproved against the setting',
  async (unapproved) => {
    const property = fc.asyncProperty(
      someSchedule,
      fc.array(fc.record({ wake: someWake, approves: someApproval }), { minLength: 40, maxLength: 60 }),
      async (schedule, days) => {
        const quiet = bench({ now: new Date(start).toISOString() });
        const watched = watchingDeliveries(quiet.store);
        const parts = await withApproval({ ...quiet, store: watched.store }, unapproved);
        await subscribe(parts, asking, { schedule, wish: { ...usualWish, include: ['articles'] } });
        const instants = instantsOf(schedule);
        const approved = new Map<string, string>();
        const told = new Set<string>();
        let [now, n] = [start, 0];
        while (now < end) {
          const day = days[n++ % days.length];
          if (!day) throw new Error('there is no day');
          const { wake, approves } = day;
          const before = now;
          now += wake.sleptMs;
          goTo(parts.clock, new Date(now).toISOString());
          await addArticle(parts.store, sampleArticle(String(n), new Date(now - 5 * 60_000).toISOString()));
          await parts.store.remove(articles, tenantId, `article-${n - 5}`);
          const alreadySent = watched.sent.length;
          const approving = async () => {
            for (const id of await approveAll(parts)) approved.set(editionIdOf(id), id);
          };

          if (approves === 'before') await approving();
          if (wake.crashesAt !== undefined) {
            const { store } = failingStore(parts.store, { call: wake.crashesAt, done: n % 2 === 0 });
            await plan({ ...parts, store }).catch(() => undefined);
            await draft({ ...parts, store }).catch(() => undefined);
          }
          await plan(parts);
          await draft(parts);
          if (approves === 'after') await approving();
          await relayAll(parts);
          await plan(parts);
          await relayAll(parts);

          const fresh = watched.sent.slice(alreadySent);
          const at = new Date(now).toISOString();
          const isDue = instants.some((instant) => instant > before && instant <= now);
          if (unapproved === 'go') expect({ at, sent: fresh.length }).toEqual({ at, sent: isDue ? 1 : 0 });
          else expect(fresh.length).toBeLessThanOrEqual(1);
          for (const edition of fresh) {
            if (unapproved === 'wait') expect(approved.has(edition)).toBe(true);
            const body = (await parts.store.get(editions, tenantId, edition))?.body;
            for (const id of body?.articleIds ?? []) {
              expect({ at, id, again: told.has(id) }).toEqual({ at, id, again: false });
              told.add(id);
            }
          }
          // What was approved goes at its time, or at once when that has passed.
          for (const [edition, id] of approved) {
            const body = (await parts.store.get(editionDrafts, tenantId, id))?.body;
            if (body && body.dueAt <= at)
              expect({ at, sent: watched.sent.includes(edition) }).toEqual({ at, sent: true });
            if (!body || body.dueAt <= at) approved.delete(edition);
          }
        }
        expect(watched.sent).toEqual([...new Set(watched.sent)]);
      },
    );
    await fc.assert(property, { numRuns: 2, endOnFailure: true });
  },
);
