import { describe, expect, test } from '@jest/globals';
import { editions } from '../../../src/digests/model.ts';
import { decideDoubt } from '../../../src/digests/report/decide-doubt.ts';
import { lastGone } from '../../../src/digests/report/last-gone.ts';
import { outcomeOf } from '../../../src/digests/report/outcome.ts';
import { reasonsOf } from '../../../src/digests/report/why-troubled.ts';
import type { Delivery } from '../../../src/outbox/delivery.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { countingStore } from '../counts/counting-store.ts';
import { bench } from '../sample-place.ts';
import { tenantId } from '../sample-reading.ts';
import { editionOf, sentAt } from './sample-editions.ts';

const now = new Date('2026-12-01T10:05:00.000Z');
const waiting: Partial<Delivery> = { state: 'planned' };
const doubtful: Partial<Delivery> = { state: 'inDoubt', reason: '504 ServiceError' };

async function editionIn(store: DocumentStore, id: string) {
  const found = await store.get(editions, tenantId, id);
  if (!found) throw new Error(`${id} is not there`);
  return found;
}

const standingOf = async (store: DocumentStore, id: string) =>
  outcomeOf(store, tenantId, await editionIn(store, id));

describe('what became of the messages of an edition', () => {
  test('is counted by how they stand, apart from other editions of the same moment', async () => {
    const { store } = bench();
    const states = ['sent', 'planned', 'inDoubt', 'dead', 'parked', 'held', 'dropped'] as const;
    await editionOf(store, 'sample', 21, (n) => ({ state: states[n % 7] ?? 'sent' }));
    await editionOf(store, 'sample0', 10, () => doubtful);
    await editionOf(store, 'samplf', 10, () => doubtful);
    expect(await standingOf(store, 'sample')).toMatchObject({
      planned: 21,
      counts: { sent: 3, waiting: 3, inDoubt: 3, failed: 3, unreachable: 3, held: 3, dropped: 3 },
    });
  });

  test('takes no more requests for many than for some, and few for one place', async () => {
    const { store: inner } = bench();
    const { store, asked } = countingStore(inner);
    await editionOf(inner, 'one', 1, () => sentAt('2026-12-01T10:01:00.000Z'));
    await editionOf(inner, 'some', 200, () => sentAt('2026-12-01T10:01:00.000Z'));
    await editionOf(inner, 'many', 4_000, (n) =>
      n % 2 === 0 ? sentAt('2026-12-01T10:01:00.000Z') : waiting,
    );
    const requests = async (id: string) => {
      const edition = await editionIn(inner, id);
      asked();
      const outcome = await outcomeOf(store, tenantId, edition);
      return { planned: outcome.planned, requests: asked().length };
    };
    expect(await requests('one')).toEqual({ planned: 1, requests: 3 });
    expect(await requests('some')).toEqual({ planned: 200, requests: 33 });
    expect(await requests('many')).toEqual({ planned: 4_000, requests: 49 });
  });

  test('says why, the most common reason first', async () => {
    const { store } = bench();
    await editionOf(store, 'sample', 30, (n) =>
      n < 20
        ? doubtful
        : n < 25
          ? { ...doubtful, reason: 'sample reason' }
          : { state: 'dead', reason: '413' },
    );
    const edition = await editionIn(store, 'sample');
    const reasons = await reasonsOf(store, edition, await outcomeOf(store, tenantId, edition));
    expect(reasons.map(({ standing, reason }) => [standing, reason])).toEqual([
      ['inDoubt', '504 ServiceError'],
      ['inDoubt', 'sample reason'],
      ['failed', '413'],
    ]);
  });

  test('tells when the last went, or will have gone behind what stands before it', async () => {
    const { store } = bench();
    await editionOf(store, 'gone', 20, (n) => sentAt(`2026-12-01T10:01:${10 + n}.000Z`));
    await editionOf(store, 'before', 40, () => waiting, { composedAt: '2026-12-01T09:59:00.000Z' });
    await editionOf(store, 'waits', 50, () => waiting);
    await editionOf(store, 'later', 500, () => waiting, { composedAt: '2026-12-01T10:00:01.000Z' });
    const last = async (id: string) =>
      lastGone({ store, perSecond: 2 }, await editionIn(store, id), await standingOf(store, id), now);
    expect(await last('gone')).toEqual({ is: 'past', at: new Date('2026-12-01T10:01:29.000Z') });
    expect(await last('waits')).toEqual({ is: 'expected', at: new Date(now.getTime() + 45_000) });
  });
});

describe('what is in doubt', () => {
  test('is sent again once, although two press at the same moment', async () => {
    const { store } = bench();
    await editionOf(store, 'sample', 12, () => doubtful);
    await editionOf(store, 'other', 3, () => doubtful);
    const edition = await editionIn(store, 'sample');
    const done = await Promise.all(
      (['sendAgain', 'drop', 'sendAgain'] as const).map((what) =>
        decideDoubt({ store }, tenantId, edition, what),
      ),
    );
    expect(done.reduce((sum, n) => sum + n, 0)).toBe(12);
    const { counts } = await standingOf(store, 'sample');
    expect(counts).toMatchObject({ inDoubt: 0, waiting: 12 - (done[1] ?? 0), dropped: done[1] });
    expect((await standingOf(store, 'other')).counts.inDoubt).toBe(3);
  });

  test('is decided on fifty at a time, so that nobody waits too long', async () => {
    const { store } = bench();
    await editionOf(store, 'sample', 120, () => doubtful);
    const edition = await editionIn(store, 'sample');
    const drop = () => decideDoubt({ store }, tenantId, edition, 'drop');
    expect([await drop(), await drop(), await drop(), await drop()]).toEqual([50, 50, 20, 0]);
  });
});
