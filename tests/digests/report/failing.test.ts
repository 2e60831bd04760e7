import { describe, expect, test } from '@jest/globals';
import { editions } from '../../../src/digests/model.ts';
import { tellOfFailing } from '../../../src/digests/report/failing-job.ts';
import { failingDelivery, failingListener } from '../../../src/digests/report/failing-note.ts';
import { bucketOf } from '../../../src/outbox/bucket.ts';
import { deliveries, receiverKey } from '../../../src/outbox/delivery.ts';
import { noEvents } from '../../../src/outbox/event.ts';
import { relayDocument } from '../../../src/outbox/relay.ts';
import { triagePlaceId, triagePlaces } from '../../../src/people/model.ts';
import { workingCalendar } from '../../../src/time/working-calendar.ts';
import { countingStore } from '../counts/counting-store.ts';
import { type Bench, bench, goTo, timeZone, words } from '../sample-place.ts';
import { tenantId } from '../sample-reading.ts';
import { editionOf, sentAt } from './sample-editions.ts';

const triage = { kind: 'place', tenantId, placeId: '19:sample-triage@thread.tacv2' } as const;
const sent = sentAt('2026-12-01T10:01:00.000Z');
const dead = { state: 'dead', reason: '413' } as const;

async function teamBench(now = '2026-12-01T11:00:00.000Z') {
  const parts = bench({ now });
  const body = {
    placeId: triage.placeId,
    teamId: '19:sample-team',
    serviceUrl: 'https://teams.example/',
    setBy: 'sample',
    setAt: now,
    moves: 0,
    ...noEvents,
  };
  await parts.store.create(triagePlaces, tenantId, { id: triagePlaceId(), body });
  return parts;
}

const look = (parts: Bench) =>
  tellOfFailing({ ...parts, calendar: workingCalendar(timeZone) }).run(new AbortController().signal);

/** What the innovation team's channel is to be told, as it would be drawn now. */
async function told({ store, clock, relayed }: Bench) {
  for (const id of new Set(relayed))
    await relayDocument(
      {
        store,
        clock,
        listeners: [failingListener(store)],
        planned: () => undefined,
        heard: async () => undefined,
      },
      editions,
      tenantId,
      id,
    );
  const { documents } = await store.query(deliveries, bucketOf(triage), {
    where: { state: 'planned' },
    limit: 10,
  });
  const told = documents.filter(({ body }) => body.receiverKey === receiverKey(triage));
  return Promise.all(told.map(({ body }) => failingDelivery(store, words).draw(body)));
}

describe('the innovation team is told of an edition', () => {
  test('of which more than one message in twenty failed, once', async () => {
    const parts = await teamBench();
    await editionOf(parts.store, 'bad', 40, (n) => (n < 3 ? dead : sent));
    await look(parts);
    await look(parts);
    expect(await told(parts)).toMatchObject([
      { data: { id: 'bad', text: '3 of 40 messages failed or got no clear answer.', others: '' } },
    ]);
  });

  test('together with others that are as bad', async () => {
    const parts = await teamBench();
    for (const n of [1, 2, 3, 4]) await editionOf(parts.store, `bad-${n}`, n, () => dead);
    await look(parts);
    await look(parts);
    expect(await told(parts)).toMatchObject([
      { data: { id: 'bad-4', others: 'The same is so of 3 other digests of these days.' } },
    ]);
  });

  test('not where one in twenty failed, or somebody is out of reach', async () => {
    const parts = await teamBench();
    await editionOf(parts.store, 'good', 40, (n) => (n < 2 ? dead : sent));
    await editionOf(parts.store, 'away', 10, () => ({ state: 'parked', reason: '403' }));
    await look(parts);
    expect(await told(parts)).toEqual([]);
  });

  test('not at night, but in the morning after', async () => {
    const parts = await teamBench('2026-12-01T22:00:00.000Z');
    await editionOf(parts.store, 'bad', 2, () => dead);
    await look(parts);
    expect(await told(parts)).toEqual([]);
    goTo(parts.clock, '2026-12-02T08:30:00.000Z');
    await look(parts);
    expect(await told(parts)).toHaveLength(1);
  });
});

test('where no digest was sent of late, a look is one request', async () => {
  const parts = await teamBench();
  await editionOf(parts.store, 'old', 3, () => dead, { composedAt: '2026-11-20T10:00:00.000Z' });
  const { store, asked } = countingStore(parts.store);
  await look({ ...parts, store });
  expect(asked()).toEqual(['query editions']);
});
