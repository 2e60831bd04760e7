import { expect, test } from '@jest/globals';
import type { Conversation } from '../../src/bot/turn.ts';
import { noteActive, noteInstalled, noteRemoved, placesOfTeam } from '../../src/people/known-places.ts';
import { type Place, placeDocumentId, places } from '../../src/people/model.ts';
import { changeDocument } from '../../src/store/change-document.ts';
import { memoryStore } from '../store/memory-store.ts';

const tenantId = 'sample-tenant';
const now = new Date('2026-03-02T09:00:00.000Z');
const channel: Conversation = {
  kind: 'channel',
  id: '19:channel@thread.tacv2',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  teamId: '19:team@thread.tacv2',
};

function aHouse() {
  const store = memoryStore();
  const id = placeDocumentId(channel.id);
  return {
    store,
    id,
    place: async () => (await store.get(places, tenantId, id))?.body,
    events: async () =>
      ((await store.get(places, tenantId, id))?.body.events ?? []).map(({ id: event, type }) => [
        event,
        type,
      ]),
    installed: (conversation = channel) => noteInstalled(store, { tenantId, conversation, now }, 'ann'),
    active: (conversation = channel) => noteActive(store, { tenantId, conversation, now }),
    removed: () => noteRemoved(store, tenantId, id, now),
    change: (change: (place: Place) => Place) => changeDocument(store, places, tenantId, id, change),
  };
}

test('an installation that Teams tells of twice at once is welcomed once', async () => {
  const house = aHouse();
  await Promise.all([house.installed(), house.installed(), house.installed()]);
  expect(await house.events()).toEqual([[`places/${house.id}/1`, 'place.installed']]);
  expect(await house.place()).toMatchObject({
    state: 'active',
    installations: 1,
    teamId: '19:team@thread.tacv2',
  });
});

test('a place that was removed and returns is told of once for each, with events of their own', async () => {
  const house = aHouse();
  await house.installed();
  await house.removed();
  await house.removed();
  expect(await house.place()).toMatchObject({ state: 'removed' });
  await house.installed();
  expect((await house.events()).map(([event]) => event)).toEqual([
    `places/${house.id}/1`,
    `places/${house.id}/1-removed`,
    `places/${house.id}/2`,
  ]);
});

test('a place that was spoken from before it was installed is still welcomed', async () => {
  const house = aHouse();
  await house.active();
  expect(await house.events()).toEqual([]);
  await house.installed();
  expect(await house.events()).toHaveLength(1);
});

test('a place unknown to the store cannot be removed', async () => {
  const house = aHouse();
  await house.removed();
  expect(await house.place()).toBeUndefined();
});

test.each(['active', 'installed'] as const)(
  'a contact (%s) makes a place reachable again, even one that was removed',
  async (contact) => {
    const house = aHouse();
    const unreachable = { since: now.toISOString(), reason: '403' };
    await house.installed();
    await house.change((place) => ({ ...place, unreachable }));
    await house[contact]();
    expect(await house.place()).not.toHaveProperty('unreachable');
    await house.change((place) => ({ ...place, unreachable, state: 'removed' }));
    await house[contact]();
    expect(await house.place()).not.toHaveProperty('unreachable');
    expect(await house.place()).toMatchObject({ state: 'active' });
  },
);

test('a place that moves to another service address is written to there', async () => {
  const house = aHouse();
  await house.installed();
  const moved = { ...channel, serviceUrl: 'https://smba.trafficmanager.net/emea/' };
  await house.active(moved);
  expect(await house.place()).toMatchObject({ serviceUrl: moved.serviceUrl });
});

test('the known channels of a team are found', async () => {
  const house = aHouse();
  await house.installed();
  await noteActive(house.store, {
    tenantId,
    conversation: { ...channel, id: '19:other', teamId: '19:b' },
    now,
  });
  expect(await placesOfTeam(house.store, tenantId, '19:team@thread.tacv2')).toEqual([house.id]);
});
